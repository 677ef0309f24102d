import { changedFields } from '@kvarter/geo';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { FeatureHistoryDocument, type FeatureHistoryQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Skeletons } from '../ui/Skeleton';
import styles from './FeatureHistory.module.css';
import { useFeatureText } from './featureText';
import { toState } from './sync/edits';
import { useMapTexts } from './useMapTexts';

type Entry = FeatureHistoryQuery['mapFeatureHistory'][number];

/** Who did what to a mark and when, the newest first. */
export function FeatureHistory({ areaId, featureId, version }: { areaId: string; featureId: string; version: number }) {
  const { feature: texts } = useMapTexts();
  const { loading } = usePlatformTexts();
  const format = useFormats();
  const { fieldNames } = useFeatureText();
  // The version makes it look again when somebody changes the mark while it is open.
  const context = useMemo(() => ({ requestPolicy: 'network-only' as const, version }), [version]);
  const [{ data }] = useQuery({ query: FeatureHistoryDocument, variables: { areaId, featureId }, context });
  if (!data) return <Skeletons label={loading} heights={['1.5rem', '1.5rem', '1.5rem']} />;
  const entries = data.mapFeatureHistory.toSorted((a, b) => a.seq - b.seq);
  const what = ({ op, feature }: Entry, before: Entry | undefined) => {
    if (op === 'CREATE') return texts.historyCreated;
    if (op === 'REMOVE') return texts.historyRemoved;
    if (op === 'RESTORE') return texts.historyRestored;
    const fields = before ? changedFields(toState(before.feature), toState(feature)) : [];
    return fields.length > 0 ? texts.historyChanged(fieldNames(fields)) : texts.historyNothing;
  };
  return (
    <ol className={styles.history} aria-label={texts.history}>
      {entries
        .map((entry, index) => (
          <li key={entry.seq}>
            <strong>{entry.actorName}</strong> {what(entry, entries[index - 1])}
            <time dateTime={entry.at}>{format.dateTime(entry.at)}</time>
          </li>
        ))
        .toReversed()}
    </ol>
  );
}
