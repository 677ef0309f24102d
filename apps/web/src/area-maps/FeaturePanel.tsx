import { type Fault, render } from '@kvarter/contract';
import { checkEdit, type DetailKey, type FeatureKind, hasDetail, kindNames, namesSomebody } from '@kvarter/geo';
import { History, MapPin, Move, RotateCcw, Spline, Trash2, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { KindSymbol } from '../map/KindSymbol';
import { FeatureOutcomes } from '../meetings/FeatureOutcomes';
import { useDraft } from '../platform/draft';
import { useLocale } from '../platform/i18n/locale';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Notice } from '../ui/Notice';
import { Select } from '../ui/Select';
import { ConflictNotice } from './ConflictNotice';
import { FeatureFacts } from './FeatureFacts';
import { FeatureFields, type Written } from './FeatureFields';
import { FeatureStakeholder } from './FeatureStakeholder';
import { FeatureHistory } from './FeatureHistory';
import styles from './FeaturePanel.module.css';
import { useFeatureText } from './featureText';
import { RedactDialog } from './RedactDialog';
import type { AreaMapActions, AreaMapView, Changes, SharedFeature } from './sync/areaMap.types';
import { useMapTexts } from './useMapTexts';
import { Voices } from './Voices';

interface FeaturePanelProps {
  areaId: string;
  feature: SharedFeature;
  view: Pick<AreaMapView, 'conflicts' | 'refused' | 'people' | 'warning'>;
  actions: AreaMapActions;
  mayEdit: boolean;
  onClose: () => void;
  onMove: () => void;
  onReshape: () => void;
  onPlace: () => void;
}

/** One mark: everything that is known of it, changed field by field. */
export function FeaturePanel({ areaId, feature, view, actions, mayEdit, onClose, onMove, onReshape, onPlace }: FeaturePanelProps) {
  const texts = useMapTexts();
  const { locale } = useLocale();
  const { one } = useFeatureText();
  const { may } = useTenant();
  const { id, state, version } = feature;
  const { written, setWritten, commit, faults } = useEditing(areaId, feature, actions);
  const [history, setHistory] = useState(false);
  const [redacting, setRedacting] = useState(false);
  const conflicts = view.conflicts.filter(({ edit }) => edit.featureId === id);
  const refused = view.refused.filter(({ edit }) => edit.featureId === id);
  const editing = view.people.find((person) => person.editing === id);
  const edits = mayEdit && !state.removed;
  const warned = namesSomebody(state) || (view.warning?.featureId === id && view.warning.kind === 'LOOKS_LIKE_NAME');

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <KindSymbol kind={state.kind} large />
        <span className={styles.kind}>{one(state.kind)}</span>
        <Button variant="quiet" size="small" icon={<History aria-hidden />} aria-expanded={history} onPress={() => setHistory(!history)}>
          {version > 0 ? texts.feature.historyOf(version) : texts.feature.history}
        </Button>
        <IconButton label={texts.feature.close} icon={<X aria-hidden />} onPress={onClose} />
      </div>
      <h2 className={styles.name}>{state.name}</h2>
      {history && <FeatureHistory areaId={areaId} featureId={id} version={version} />}
      {editing && <p className={styles.aside}>{texts.feature.someoneEdits(editing.name)}</p>}
      {conflicts.map((conflict) => (
        <ConflictNotice key={conflict.edit.editId} conflict={conflict} onResolve={(mine) => actions.resolve(conflict.edit.editId, mine)} />
      ))}
      {refused.map(({ edit, message }) => (
        <Notice
          key={edit.editId}
          tone="brick"
          role="alert"
          title={texts.refused.title}
          action={
            <Button size="small" onPress={() => actions.discard(edit.editId)}>
              {texts.refused.discard}
            </Button>
          }
        >
          <p>{message}</p>
          <p>{texts.refused.mend}</p>
        </Notice>
      ))}
      {state.removed && (
        <Notice
          tone="neutral"
          title={texts.feature.removedState}
          action={
            mayEdit && (
              <Button
                size="small"
                icon={<RotateCcw aria-hidden />}
                onPress={() => {
                  actions.restore(id);
                  notify({ text: texts.feature.restored(state.name), tone: 'moss' });
                }}
              >
                {texts.feature.restore}
              </Button>
            )
          }
        />
      )}
      {state.outdated && !state.removed && (
        <Notice tone="amber" title={texts.feature.outdated}>
          <p>{texts.feature.outdatedHelp}</p>
        </Notice>
      )}
      {warned && !state.removed && (
        <Notice tone="amber" icon={<TriangleAlert aria-hidden />}>
          <p>{texts.feature.looksLikeName}</p>
        </Notice>
      )}
      {edits ? (
        <>
          <FeatureFields kind={state.kind} value={written} onChange={setWritten} onCommit={commit} faults={faults} />
          {faults.length > 0 && (
            <p role="alert" className={styles.faults}>
              {texts.feature.fieldsWrong} {render((faults[0] as Fault).reason, (faults[0] as Fault).params, locale)}
            </p>
          )}
        </>
      ) : (
        <FeatureFacts state={state} />
      )}
      <FeatureStakeholder areaId={areaId} feature={feature} />
      <FeatureOutcomes areaId={areaId} featureId={id} />
      <Voices
        state={state}
        onAdd={edits ? (voice) => actions.update(id, { addVoices: [voice] }) : null}
        onWithdraw={(voiceId) => actions.update(id, { withdrawVoices: [voiceId] })}
      />
      <section className={styles.place}>
        {feature.outsideBoundary && <Badge tone="amber">{texts.feature.outside}</Badge>}
        {!state.geometry && <p className={styles.aside}>{texts.feature.noPlace}</p>}
        {edits && (
          <div className={styles.buttons}>
            {state.geometry ? (
              <>
                <Button size="small" icon={<Move aria-hidden />} onPress={onMove}>
                  {texts.feature.move}
                </Button>
                {state.geometry.type !== 'Point' && (
                  <Button size="small" icon={<Spline aria-hidden />} onPress={onReshape}>
                    {texts.feature.reshape}
                  </Button>
                )}
              </>
            ) : (
              <Button size="small" icon={<MapPin aria-hidden />} onPress={onPlace}>
                {texts.feature.addPlace}
              </Button>
            )}
            <Button
              size="small"
              icon={<Trash2 aria-hidden />}
              onPress={() => {
                actions.remove(id);
                notify({ text: texts.feature.removed(state.name), action: { label: texts.tools.undo, run: () => actions.restore(id) } });
                onClose();
              }}
            >
              {texts.feature.remove}
            </Button>
          </div>
        )}
      </section>
      {edits && (
        <Select
          label={texts.feature.kind}
          choices={kindNames.map((kind) => ({ id: kind, label: one(kind) }))}
          value={state.kind}
          onChange={(kind) => actions.update(id, { kind })}
        />
      )}
      {edits && <p className={styles.aside}>{texts.feature.autosave}</p>}
      {may('area-map.redact') && version > 0 && (
        <Button variant="quiet" size="small" onPress={() => setRedacting(true)}>
          {texts.feature.redact}
        </Button>
      )}
      {redacting && <RedactDialog areaId={areaId} featureId={id} onClose={() => setRedacting(false)} />}
    </div>
  );
}

type Field = 'name' | 'note' | DetailKey;

/** What is typed lies over what the map says until it is kept; it survives a reload. */
function useEditing(areaId: string, { id, state }: SharedFeature, actions: AreaMapActions) {
  const [typed, setTyped, forget] = useDraft<Partial<Record<Field, unknown>>>(`map.${areaId}.${id}`, {});
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const kept: Record<Field, unknown> = { name: state.name, note: state.note ?? '', ...emptied(state.kind, state.details) } as Record<Field, unknown>;
  const now = { ...kept, ...typed };
  const written: Written = { name: String(now.name), note: String(now.note), details: detailsOf(now) };

  const setWritten = (next: Written) => {
    const values: Partial<Record<Field, unknown>> = { name: next.name, note: next.note, ...next.details };
    const differs = Object.entries(values).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(kept[key as Field] ?? ''));
    setTyped(Object.fromEntries(differs));
  };
  const commit = (field: Field, next: Written) => {
    const value = field === 'name' || field === 'note' ? next[field] : next.details[field];
    if (JSON.stringify(value ?? '') === JSON.stringify(kept[field] ?? '')) return drop(field);
    const changes: Changes =
      field === 'name' ? { name: next.name } : field === 'note' ? { note: next.note } : { details: { [field]: value === '' ? null : value } };
    const found = checkEdit({ ...changes, editId: id, featureId: id, baseVersion: 1, op: 'UPDATE' }).faults;
    setFaults((others) => [...others.filter(({ path }) => path !== pathOf(field)), ...found]);
    if (found.length > 0) return;
    actions.update(id, changes);
    drop(field);
  };
  const drop = (field: Field) => {
    const { [field]: _, ...rest } = typed;
    if (Object.keys(rest).length === 0) forget();
    setTyped(rest);
    setFaults((others) => others.filter(({ path }) => path !== pathOf(field)));
  };
  return { written, setWritten, commit, faults };
}

const pathOf = (field: Field): string => (field === 'name' || field === 'note' ? field : `details.${field}`);

const emptied = (kind: FeatureKind, details: Written['details']) =>
  Object.fromEntries(Object.entries(details).filter(([key]) => hasDetail(kind, key as DetailKey)));

function detailsOf({ name: _name, note: _note, ...details }: Partial<Record<Field, unknown>>): Written['details'] {
  // Values come from the map or from the form, which give each key its own type.
  return details as Written['details'];
}
