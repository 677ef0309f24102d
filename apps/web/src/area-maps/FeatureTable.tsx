import { checkEdit, corroborationOf, featureKinds, type TimeOfDay } from '@kvarter/geo';
import { render } from '@kvarter/contract';
import { Download, Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import { KindSymbol } from '../map/KindSymbol';
import { useFormats } from '../platform/i18n/format';
import { useLocale } from '../platform/i18n/locale';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { type Column, Table } from '../ui/Table';
import { TextField } from '../ui/TextField';
import { csvOf, download } from './csv';
import styles from './FeatureTable.module.css';
import { useFeatureText } from './featureText';
import type { SharedFeature } from './sync/areaMap.types';
import { useMapTexts } from './useMapTexts';

interface FeatureTableProps {
  areaName: string;
  features: readonly SharedFeature[];
  /** Whether there are any at all, filters aside. */
  any: boolean;
  chosenId: string | null;
  onChoose: (id: string) => void;
  /** Null where one may only read. */
  onRename: ((id: string, name: string) => void) | null;
}

/** The same marks as on the map, to be sorted, filtered, renamed and taken along. */
export function FeatureTable({ areaName, features, any, chosenId, onChoose, onRename }: FeatureTableProps) {
  const { table: texts } = useMapTexts();
  const columns = useColumns(onChoose, onRename);
  const csv = useCsv();
  return (
    <div className={styles.table}>
      <Table
        caption={texts.caption}
        columns={columns}
        rows={features}
        rowKey={({ id }) => id}
        nameColumn="name"
        initialSorting={{ column: 'name', descending: false }}
        selectedKey={chosenId}
        onRowPress={({ id }) => onChoose(id)}
        empty={any ? texts.empty : texts.nothing}
        bar={
          <Button size="small" icon={<Download aria-hidden />} onPress={() => download(`${texts.file(areaName)}.csv`, csv(features))}>
            {texts.export}
          </Button>
        }
      />
    </div>
  );
}

function useColumns(onChoose: (id: string) => void, onRename: FeatureTableProps['onRename']): Column<SharedFeature>[] {
  const texts = useMapTexts();
  const format = useFormats();
  const { one } = useFeatureText();
  return useMemo(() => {
    const times = (of: readonly TimeOfDay[] | undefined) => (of ?? []).map((time) => texts.feature.time[time]).join(', ');
    return [
      {
        id: 'name',
        header: texts.table.name,
        grows: true,
        sortBy: ({ state }) => state.name,
        cell: (row) => <NameCell feature={row} onChoose={onChoose} onRename={onRename} />,
      },
      {
        id: 'kind',
        header: texts.table.kind,
        sortBy: ({ state }) => one(state.kind),
        cell: ({ state }) => (
          <span className={styles.kind}>
            <KindSymbol kind={state.kind} />
            <span className={styles.kindName}>{one(state.kind)}</span>
          </span>
        ),
      },
      {
        id: 'family',
        header: texts.table.family,
        wideOnly: true,
        optional: 'hidden',
        sortBy: ({ state }) => texts.filters.families[featureKinds[state.kind].family],
        cell: ({ state }) => texts.filters.families[featureKinds[state.kind].family],
      },
      {
        id: 'note',
        header: texts.table.note,
        wideOnly: true,
        optional: true,
        grows: true,
        cell: ({ state }) => <span className={styles.note}>{state.note}</span>,
      },
      {
        id: 'times',
        header: texts.table.times,
        wideOnly: true,
        optional: 'hidden',
        sortBy: ({ state }) => times(state.details.times) || null,
        cell: ({ state }) => times(state.details.times),
      },
      {
        id: 'certainty',
        header: texts.table.certainty,
        wideOnly: true,
        optional: true,
        sortBy: ({ state }) => certaintyRank(corroborationOf(state)),
        cell: ({ state }) => texts.corroboration[corroborationOf(state)],
      },
      {
        id: 'updated',
        header: texts.table.updated,
        wideOnly: true,
        optional: true,
        sortBy: ({ updatedAt }) => (updatedAt ? Date.parse(updatedAt) : null),
        cell: ({ updatedAt }) => (updatedAt ? format.shortDate(updatedAt) : ''),
      },
      {
        id: 'place',
        header: texts.table.place,
        wideOnly: true,
        optional: 'hidden',
        sortBy: ({ state }) => (state.geometry ? 0 : 1),
        cell: ({ state }) => (state.geometry ? texts.table.yes : texts.table.no),
      },
    ];
  }, [texts, format, one, onChoose, onRename]);
}

const ranks = ['CONFIRMED', 'SEVERAL', 'ONE_VOICE', 'OUTDATED', 'REFUTED'];
const certaintyRank = (certainty: string): number => ranks.indexOf(certainty);

/** The name opens the mark; the pencil beside it renames it right here. */
function NameCell({ feature, onChoose, onRename }: { feature: SharedFeature } & Pick<FeatureTableProps, 'onChoose' | 'onRename'>) {
  const { table: texts, feature: words } = useMapTexts();
  const { locale } = useLocale();
  const { id, state } = feature;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const keep = () => {
    if (typed === null) return;
    const fault = checkEdit({ editId: id, featureId: id, baseVersion: 1, op: 'UPDATE', name: typed }).faults[0];
    setError(fault ? render(fault.reason, fault.params, locale) : null);
    if (fault) return;
    if (typed.trim() !== state.name) onRename?.(id, typed);
    setTyped(null);
  };
  if (typed !== null) {
    return (
      <form
        className={styles.rename}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setTyped(null);
          setError(null);
        }}
      >
        <TextField label={texts.nameField} value={typed} onChange={setTyped} onBlur={keep} error={error} autoFocus autoComplete="off" />
      </form>
    );
  }
  return (
    <span className={styles.name} data-removed={state.removed || undefined}>
      <button type="button" className={styles.open} onClick={() => onChoose(id)}>
        {state.name}
      </button>
      {state.removed && <span className={styles.gone}>{words.removedState}</span>}
      {onRename && !state.removed && <IconButton label={texts.edit(state.name)} icon={<Pencil aria-hidden />} onPress={() => setTyped(state.name)} />}
    </span>
  );
}

function useCsv(): (features: readonly SharedFeature[]) => string {
  const texts = useMapTexts();
  const { one } = useFeatureText();
  return (features) => {
    const { table } = texts;
    const head = [table.name, table.kind, table.family, table.note, table.times, table.certainty, table.updated];
    const rows = features.map(({ state, updatedAt }) => [
      state.name,
      one(state.kind),
      texts.filters.families[featureKinds[state.kind].family],
      state.note ?? '',
      (state.details.times ?? []).map((time) => texts.feature.time[time]).join(', '),
      texts.corroboration[corroborationOf(state)],
      updatedAt ? updatedAt.slice(0, 10) : '',
    ]);
    return csvOf([head, ...rows]);
  };
}
