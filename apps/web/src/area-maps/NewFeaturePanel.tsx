import type { Fault } from '@kvarter/contract';
import { checkEdit, detailKeys, type FeatureKind, type Geometry, hasDetail } from '@kvarter/geo';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { KindSymbol } from '../map/KindSymbol';
import { useDraft } from '../platform/draft';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { FeatureFields, type Written } from './FeatureFields';
import styles from './FeaturePanel.module.css';
import { useFeatureText } from './featureText';
import type { Changes } from './sync/areaMap.types';
import { useMapTexts } from './useMapTexts';

export interface NewFeatureProps {
  areaId: string;
  kind: FeatureKind;
  geometry: Geometry | null;
  /** What it is called, where that is known before. */
  name?: string | undefined;
  onSave: (changes: Changes & { name: string }) => void;
  onCancel: () => void;
}

const blank: Written = { name: '', note: '', details: {} };

/** A mark that has its place and lacks its words. Nothing is on the map before it is saved. */
export function useNewFeature({ areaId, kind, geometry, name: known, onSave, onCancel }: NewFeatureProps) {
  const { feature: texts } = useMapTexts();
  const { one, guidance } = useFeatureText();
  const [written, setWritten, forget] = useDraft<Written>(`map.${areaId}.new${known === undefined ? '' : `.${known}`}`, { ...blank, name: known ?? '' });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus({ preventScroll: true }), []);

  const save = () => {
    const details = Object.fromEntries(
      detailKeys
        .filter((key) => hasDetail(kind, key) && written.details[key] !== undefined && written.details[key] !== '')
        .map((key) => [key, written.details[key]]),
    );
    const changes = { kind, name: written.name, note: written.note.trim() === '' ? null : written.note, geometry, details };
    const found = checkEdit({ ...changes, editId: kind, featureId: kind, baseVersion: 0, op: 'CREATE' }).faults;
    setFaults(found);
    if (found.some(({ path }) => path === 'name')) name.current?.focus();
    if (found.length > 0) return;
    forget();
    onSave(changes);
  };
  const cancel = () => {
    forget();
    onCancel();
  };
  return {
    content: (
      <form
        className={styles.panel}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={styles.head}>
          <KindSymbol kind={kind} large />
          <h2 className={styles.kind}>{texts.new(one(kind))}</h2>
          <IconButton label={texts.cancel} icon={<X aria-hidden />} onPress={cancel} />
        </div>
        <p className={styles.aside}>{guidance(kind)}</p>
        <FeatureFields kind={kind} value={written} onChange={setWritten} faults={faults} nameRef={name} />
        {/* Enter in a field saves too. */}
        <button type="submit" hidden />
      </form>
    ),
    foot: (
      <div className={styles.buttons}>
        <Button variant="primary" size="large" wide onPress={save}>
          {texts.save}
        </Button>
      </div>
    ),
  };
}
