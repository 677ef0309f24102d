import { MapPin } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { StakeholderKind } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { Checkbox } from '../ui/Checkbox';
import { Select } from '../ui/Select';
import { type Column, Table } from '../ui/Table';
import { TextField } from '../ui/TextField';
import { kindNames } from './kinds';
import type { Relation, Stakeholder } from './stakeholder.types';
import { StakeholderMark } from './StakeholderMark';
import styles from './StakeholderTable.module.css';
import { today } from './today';
import { useStakeholderTexts } from './useStakeholderTexts';

interface StakeholderTableProps {
  areaId: string;
  stakeholders: readonly Stakeholder[];
  relations: readonly Relation[];
  chosenId: string | null;
  onChoose: (id: string) => void;
}

/** The register to sort, search and open. What only the team may see is a column less for guests. */
export function StakeholderTable({ areaId, stakeholders, relations, chosenId, onChoose }: StakeholderTableProps) {
  const texts = useStakeholderTexts();
  const { locale } = useLocale();
  const { may } = useTenant();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<StakeholderKind | ''>('');
  const [owed, setOwed] = useState(false);
  const columns = useColumns(areaId, relations, onChoose, chosenId !== null);
  const wanted = words.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  const shown = stakeholders
    .filter((one) => !kind || one.kind === kind)
    .filter((one) => !owed || one.feedbackDueOn)
    .filter(({ name, fieldOfWork, contribution, roleAndInfluence, motivation, contact }) => {
      const text = [name, fieldOfWork, contribution, roleAndInfluence, motivation, contact?.name].join(' ').toLocaleLowerCase(locale);
      return wanted.every((word) => text.includes(word));
    });
  const present = kindNames.filter((one) => stakeholders.some((row) => row.kind === one));
  return (
    <>
      <div className={styles.filters}>
        <TextField label={texts.search} type="search" value={words} onChange={setWords} />
        <Select<StakeholderKind | ''>
          label={texts.kind}
          choices={[{ id: '', label: texts.all }, ...present.map((id) => ({ id, label: texts.kinds[id] }))]}
          value={kind}
          onChange={setKind}
        />
        {may('stakeholder.contact') && (
          <div className={styles.only}>
            <Checkbox isSelected={owed} onChange={setOwed}>
              {texts.onlyOwed}
            </Checkbox>
          </div>
        )}
      </div>
      <p className={styles.count} role="status">
        {texts.shown(shown.length, stakeholders.length)}
      </p>
      <Table
        caption={texts.caption}
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        nameColumn="name"
        initialSorting={{ column: 'name', descending: false }}
        selectedKey={chosenId}
        onRowPress={({ id }) => onChoose(id)}
        empty={texts.noMatch}
      />
    </>
  );
}

function useColumns(areaId: string, relations: readonly Relation[], onChoose: (id: string) => void, narrow: boolean): Column<Stakeholder>[] {
  const texts = useStakeholderTexts();
  const format = useFormats();
  const { slug, may } = useTenant();
  const team = may('stakeholder.contact');
  return useMemo(() => {
    const relationCount = (id: string) => relations.filter(({ fromId, toId }) => fromId === id || toId === id).length;
    const all: (Column<Stakeholder> & { team?: boolean; roomy?: boolean })[] = [
      {
        id: 'name',
        header: texts.name,
        grows: true,
        sortBy: ({ name }) => name,
        cell: ({ id, name, kind, fieldOfWork }) => (
          <span className={styles.name}>
            <StakeholderMark kind={kind} />
            <span className={styles.words}>
              <button type="button" className={styles.open} onClick={() => onChoose(id)}>
                {name}
              </button>
              {fieldOfWork && <span className={styles.quiet}>{fieldOfWork}</span>}
            </span>
          </span>
        ),
      },
      { id: 'kind', header: texts.kind, wideOnly: true, sortBy: ({ kind }) => texts.kinds[kind], cell: ({ kind }) => texts.kinds[kind] },
      {
        id: 'contact',
        header: texts.contactPerson,
        wideOnly: true,
        team: true,
        roomy: true,
        sortBy: ({ contact }) => contact?.name ?? null,
        cell: ({ contact }) => contact?.name ?? contact?.phone ?? contact?.email ?? texts.none,
      },
      {
        id: 'relations',
        header: texts.relations,
        align: 'end',
        wideOnly: true,
        roomy: true,
        sortBy: ({ id }) => relationCount(id),
        cell: ({ id }) => relationCount(id) || texts.none,
      },
      {
        id: 'talk',
        header: texts.lastTalk,
        wideOnly: true,
        team: true,
        roomy: true,
        sortBy: ({ lastTalkOn }) => lastTalkOn ?? null,
        cell: ({ lastTalkOn }) => (lastTalkOn ? format.shortDate(lastTalkOn) : texts.none),
      },
      {
        id: 'owed',
        header: texts.owed,
        team: true,
        sortBy: ({ feedbackDueOn }) => feedbackDueOn ?? null,
        cell: ({ feedbackDueOn }) =>
          feedbackDueOn ? <Badge tone={feedbackDueOn < today() ? 'brick' : 'amber'}>{format.shortDate(feedbackDueOn)}</Badge> : texts.none,
      },
      {
        id: 'map',
        header: texts.onMap,
        align: 'end',
        quietHeader: true,
        cell: ({ name, featureId }) =>
          featureId && (
            <Link to={`/${slug}/areas/${areaId}/map?mark=${featureId}`} className={styles.map} aria-label={texts.showOnMapOf(name)} title={texts.showOnMap}>
              <MapPin aria-hidden />
            </Link>
          ),
      },
    ];
    return all.filter((column) => (team || !column.team) && (!narrow || !column.roomy));
  }, [texts, format, slug, areaId, relations, onChoose, team, narrow]);
}
