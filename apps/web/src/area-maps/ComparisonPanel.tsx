import { ArrowLeftRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { KindSymbol } from '../map/KindSymbol';
import { useFormats } from '../platform/i18n/format';
import { IconButton } from '../ui/IconButton';
import { Select } from '../ui/Select';
import { type ChangeLine, changeLines, type Comparison } from './comparison';
import styles from './ComparisonPanel.module.css';
import { useFeatureText } from './featureText';
import type { WireFeature } from './sync/MapServer';
import { useMapTexts } from './useMapTexts';
import { useValueText } from './useValueText';

export interface Moment {
  readonly seq: number;
  readonly label: string;
}

interface ComparisonPanelProps {
  moments: readonly Moment[];
  from: number;
  to: number;
  comparison: Comparison | null;
  onCompare: (from: number, to: number) => void;
  onShow: (feature: WireFeature) => void;
  onClose: () => void;
}

/** What has changed between two times, in words; the map beside it shows the same. */
export function ComparisonPanel({ moments, from, to, comparison, onCompare, onShow, onClose }: ComparisonPanelProps) {
  const { time: texts } = useMapTexts();
  const lineText = useLineText();
  // A moment that isn't a saved map (from an address somebody made) is named by its number.
  const named = (seq: number) =>
    moments.some((moment) => moment.seq === seq) ? [] : [{ id: String(seq), label: texts.stepLabel(seq, moments.at(-1)?.seq ?? seq) }];
  const choices = [...new Map(moments.map(({ seq, label }) => [String(seq), { id: String(seq), label }])).values()];
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h2>{texts.compareTitle}</h2>
        <IconButton label={texts.end} icon={<X aria-hidden />} onPress={onClose} />
      </div>
      <div className={styles.times}>
        <Select label={texts.from} choices={[...named(from), ...choices]} value={String(from)} onChange={(seq) => onCompare(Number(seq), to)} />
        <IconButton label={texts.swap} icon={<ArrowLeftRight aria-hidden />} onPress={() => onCompare(to, from)} />
        <Select label={texts.to} choices={[...named(to), ...choices]} value={String(to)} onChange={(seq) => onCompare(from, Number(seq))} />
      </div>
      {from === to && <p>{texts.oneOnly}</p>}
      {comparison && from !== to && (
        <>
          <p role="status" className={styles.summary}>
            {comparison.added.length + comparison.removed.length + comparison.changed.length === 0
              ? texts.same
              : [texts.added(comparison.added.length), texts.changed(comparison.changed.length), texts.removed(comparison.removed.length)].join(' · ')}
          </p>
          <Part title={texts.addedTitle} tone="added">
            {comparison.added.map((feature) => (
              <Row key={feature.id} feature={feature} onShow={onShow} />
            ))}
          </Part>
          <Part title={texts.changedTitle} tone="changed">
            {comparison.changed.map((change) => (
              <Row key={change.after.id} feature={change.after} onShow={onShow}>
                {changeLines(change).map((line) => (
                  <p key={JSON.stringify(line)}>{lineText(line)}</p>
                ))}
              </Row>
            ))}
          </Part>
          <Part title={texts.removedTitle} tone="removed">
            {comparison.removed.map((feature) => (
              <Row key={feature.id} feature={feature} onShow={onShow} />
            ))}
          </Part>
        </>
      )}
    </div>
  );
}

function Part({ title, tone, children }: { title: string; tone: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section className={styles.part} data-tone={tone}>
      <h3>
        {title} <span>{children.length}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

function Row({ feature, onShow, children }: { feature: WireFeature; onShow: (feature: WireFeature) => void; children?: ReactNode }) {
  const { one } = useFeatureText();
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => onShow(feature)}>
        <KindSymbol kind={feature.kind} />
        <span>
          <strong>{feature.name}</strong>
          <span className="visually-hidden">, {one(feature.kind)}</span>
        </span>
      </button>
      <div className={styles.lines}>{children}</div>
    </li>
  );
}

function useLineText(): (line: ChangeLine) => string {
  const { time: texts, fields } = useMapTexts();
  const format = useFormats();
  const { fieldName } = useFeatureText();
  const valueText = useValueText();
  return (line) => {
    switch (line.what) {
      case 'moved':
        return texts.moved(format.distance(line.metres));
      case 'shape':
        return texts.movedShape;
      case 'outdated':
        return texts.becameOutdated;
      case 'not-outdated':
        return texts.notOutdated;
      case 'voices':
        return (
          [line.added > 0 && texts.voicesAdded(line.added), line.gone > 0 && texts.voicesGone(line.gone)].filter(Boolean).join(', ') || capital(fields.voices)
        );
      case 'field':
        return texts.fromTo(capital(fieldName(line.field)), valueText(line.field, line.from), valueText(line.field, line.to));
    }
  };
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
