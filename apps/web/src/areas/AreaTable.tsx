import { LockKeyhole, Map as MapIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { SlippingBadges } from '../follow-ups/SlippingBadges';
import type { Slipping } from '../follow-ups/useSlipping';
import type { OverviewQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { type Column, Table } from '../ui/Table';
import { TextField } from '../ui/TextField';
import styles from './AreaTable.module.css';
import { inTreeOrder, type Placed } from './areaTree';
import { useAreaTexts } from './useAreaTexts';

type Area = OverviewQuery['areas'][number];
type Meeting = OverviewQuery['meetings'][number];
type Row = Placed<Area> & { next: string | null; slipping: Slipping | null };

/** From so many areas a filter is worth its room. */
const manyAreas = 10;

interface AreaTableProps {
  areas: readonly Area[];
  meetings: readonly Meeting[];
  /** Left out for those who don't follow up. */
  slipping: readonly Slipping[] | undefined;
  /** The area the pointer is at, so that the map can show it. */
  onPoint: (id: string | null) => void;
}

export function AreaTable({ areas, meetings, slipping, onPoint }: AreaTableProps) {
  const { overview: texts } = useAreaTexts();
  const { slug } = useTenant();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => inTreeOrder(areas, locale).map((placed) => withWhatComes(placed, meetings, slipping)), [areas, meetings, slipping, locale]);
  const wanted = filter.trim().toLocaleLowerCase(locale);
  const shown = wanted ? rows.filter(({ area }) => area.name.toLocaleLowerCase(locale).includes(wanted)) : rows;
  const columns = useColumns(wanted !== '');

  return (
    <section aria-label={texts.list}>
      <Table
        caption={texts.caption}
        columns={columns}
        rows={shown}
        rowKey={({ area }) => area.id}
        nameColumn="name"
        empty={texts.noMatch}
        onRowPress={({ area }) => void navigate(`/${slug}/areas/${area.id}`)}
        onRowPoint={(row) => onPoint(row?.area.id ?? null)}
        bar={areas.length >= manyAreas && <TextField label={texts.filter} type="search" value={filter} onChange={setFilter} />}
      />
    </section>
  );
}

function useColumns(filtered: boolean): Column<Row>[] {
  const { overview: texts } = useAreaTexts();
  const format = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        header: texts.name,
        grows: true,
        sortBy: ({ area }) => area.name,
        cell: (row, sorted) => <AreaName row={row} flat={sorted || filtered} />,
      },
      {
        id: 'features',
        header: texts.features,
        align: 'end',
        sortBy: ({ area }) => area.featureCount,
        cell: ({ area }) => format.number(area.featureCount),
      },
      {
        id: 'changed',
        header: texts.changed,
        wideOnly: true,
        sortBy: ({ area }) => (area.mapChangedAt ? Date.parse(area.mapChangedAt) : null),
        cell: ({ area }) => (area.mapChangedAt ? format.relative(area.mapChangedAt) : texts.none),
      },
      {
        id: 'next',
        header: texts.nextMeeting,
        wideOnly: true,
        sortBy: ({ next }) => next && Date.parse(next),
        cell: ({ next }) => (next ? format.shortDate(next) : texts.none),
      },
      { id: 'map', header: texts.mapColumn, quietHeader: true, align: 'end', cell: ({ area }) => <MapLink area={area} /> },
    ],
    [texts, format, filtered],
  );
}

function AreaName({ row: { area, depth, path, slipping }, flat }: { row: Row; flat: boolean }) {
  const { overview: texts } = useAreaTexts();
  const { slug } = useTenant();
  return (
    <div className={styles.name} data-depth={flat ? 0 : depth}>
      <Link to={`/${slug}/areas/${area.id}`} className={styles.link}>
        {area.name}
      </Link>
      {flat && path.length > 0 && <span className={styles.path}>{texts.inside(path.join(' › '))}</span>}
      {!flat && path.length > 0 && <span className="visually-hidden">{texts.inside(path.join(', '))}</span>}
      {area.openMeeting && (
        <Badge tone="moss" live>
          {texts.openNow}
        </Badge>
      )}
      {area.restricted && <Badge icon={<LockKeyhole aria-hidden />}>{texts.restricted}</Badge>}
      {slipping && <SlippingBadges slipping={slipping} />}
    </div>
  );
}

function MapLink({ area }: { area: Area }) {
  const { overview: texts } = useAreaTexts();
  const { slug } = useTenant();
  return (
    <Link to={`/${slug}/areas/${area.id}/map`} className={styles.mapLink} aria-label={texts.mapOf(area.name)} title={texts.mapOf(area.name)}>
      <MapIcon aria-hidden />
    </Link>
  );
}

function withWhatComes(placed: Placed<Area>, meetings: readonly Meeting[], slipping: readonly Slipping[] | undefined): Row {
  const planned = meetings.filter(({ areaId, state }) => areaId === placed.area.id && state === 'PLANNED');
  return {
    ...placed,
    next: planned.map(({ startsAt }) => startsAt).sort()[0] ?? null,
    slipping: slipping?.find(({ areaId }) => areaId === placed.area.id) ?? null,
  };
}
