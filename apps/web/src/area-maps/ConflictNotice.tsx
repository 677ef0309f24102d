import { type FieldKey, fieldOf, type FeatureState } from '@kvarter/geo';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './ConflictNotice.module.css';
import { useFeatureText } from './featureText';
import type { MapConflict } from './sync/areaMap.types';
import { useMapTexts } from './useMapTexts';
import { useValueText } from './useValueText';

interface ConflictNoticeProps {
  conflict: MapConflict;
  onResolve: (mine: readonly FieldKey[]) => void;
}

/** Two people meant different things: both are shown, and one decides. */
export function ConflictNotice({ conflict, onResolve }: ConflictNoticeProps) {
  const { conflict: texts } = useMapTexts();
  const { edit, fields, mine, theirs, by } = conflict;
  const gone = theirs.removed && edit.op !== 'REMOVE';
  const removing = edit.op === 'REMOVE';
  const all = allFields(conflict);
  return (
    <Notice tone="amber" role="alert" title={texts.title}>
      <p>{gone ? texts.removedTheirs : by ? texts.by(by) : texts.bySomeone}</p>
      {!removing && (
        <dl className={styles.fields}>
          {fields
            .filter((field) => field !== 'removed')
            .map((field) => (
              <Both key={field} field={field} mine={mine} theirs={theirs} />
            ))}
        </dl>
      )}
      <div className={styles.buttons}>
        <Button size="small" variant="primary" onPress={() => onResolve(removing ? ['removed'] : all)}>
          {gone ? texts.restoreMine : removing ? texts.removeAnyway : texts.keepMine}
        </Button>
        <Button size="small" onPress={() => onResolve([])}>
          {gone ? texts.letBeRemoved : removing ? texts.keepIt : texts.keepTheirs}
        </Button>
      </div>
    </Notice>
  );
}

function Both({ field, mine, theirs }: { field: FieldKey; mine: FeatureState; theirs: FeatureState }) {
  const { conflict: texts } = useMapTexts();
  const { fieldName } = useFeatureText();
  const valueText = useValueText();
  return (
    <>
      <dt>{fieldName(field)}</dt>
      <dd>
        <span className={styles.who}>{texts.mine}</span> {valueText(field, fieldOf(mine, field))}
      </dd>
      <dd>
        <span className={styles.who}>{texts.theirs}</span> {valueText(field, fieldOf(theirs, field))}
      </dd>
    </>
  );
}

/** Every field the edit meant to set, those that stood in nobody's way among them. */
function allFields({ edit, fields, mine, theirs }: MapConflict): FieldKey[] {
  const { editId: _edit, featureId: _feature, baseVersion: _base, op: _op, details, addVoices, withdrawVoices, ...plain } = edit;
  const set: FieldKey[] = [
    ...(Object.keys(plain) as FieldKey[]),
    ...Object.keys(details ?? {}).map((key) => `details.${key}` as FieldKey),
    ...[...(addVoices ?? []).map(({ id }) => id), ...(withdrawVoices ?? [])].map((id): FieldKey => `voices.${id}`),
  ];
  const back: FieldKey[] = mine.removed === theirs.removed ? [] : ['removed'];
  return [...new Set([...set, ...fields, ...back])];
}
