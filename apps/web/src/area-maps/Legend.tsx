import type { FeatureKind } from '@kvarter/geo';
import { corroborations, timesOfDay } from '@kvarter/geo';
import type { ReactNode } from 'react';
import { KindSymbol } from '../map/KindSymbol';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Chips } from '../ui/Chips';
import { TextField } from '../ui/TextField';
import { useFeatureText } from './featureText';
import { activeFilters, families, type Filters, kindsOf, noFilters } from './filters';
import styles from './Legend.module.css';
import { useMapTexts } from './useMapTexts';

interface LegendProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
  counts: ReadonlyMap<FeatureKind, number>;
  shown: number;
  all: number;
  /** What else can be shown. */
  children?: ReactNode;
}

/** What the symbols mean, how many there are of each, and which are shown. */
export function Legend({ filters, onChange, counts, shown, all, children }: LegendProps) {
  const texts = useMapTexts();
  const { many } = useFeatureText();
  const { hiddenKinds } = filters;
  const hide = (kinds: readonly FeatureKind[], hidden: boolean) => {
    const next = new Set(hiddenKinds);
    for (const kind of kinds) next[hidden ? 'add' : 'delete'](kind);
    onChange({ ...filters, hiddenKinds: next });
  };
  return (
    <div className={styles.legend}>
      <TextField type="search" label={texts.filters.search} value={filters.text} onChange={(text) => onChange({ ...filters, text })} />
      {families.map((family) => {
        const kinds = kindsOf(family);
        const hidden = kinds.filter((kind) => hiddenKinds.has(kind)).length;
        return (
          <fieldset key={family} className={styles.family}>
            <legend className="visually-hidden">{texts.filters.families[family]}</legend>
            <Checkbox isSelected={hidden < kinds.length} isIndeterminate={hidden > 0 && hidden < kinds.length} onChange={(on) => hide(kinds, !on)}>
              <strong>{texts.filters.families[family]}</strong>
            </Checkbox>
            <ul>
              {kinds.map((kind) => (
                <li key={kind}>
                  <Checkbox isSelected={!hiddenKinds.has(kind)} onChange={(on) => hide([kind], !on)}>
                    <span className={styles.kind}>
                      <KindSymbol kind={kind} />
                      <span>{many(kind)}</span>
                      <span className={styles.count}>{counts.get(kind) ?? 0}</span>
                    </span>
                  </Checkbox>
                </li>
              ))}
            </ul>
          </fieldset>
        );
      })}
      {children}
      <details className={styles.more} open={filters.times.length + filters.certainty.length > 0 || filters.removed}>
        <summary>{texts.filters.more}</summary>
        <Chips
          label={texts.filters.times}
          multiple
          choices={timesOfDay.map((id) => ({ id, label: texts.feature.time[id] }))}
          value={filters.times}
          onChange={(times) => onChange({ ...filters, times })}
        />
        <Chips
          label={texts.filters.certainty}
          multiple
          choices={corroborations.map((id) => ({ id, label: texts.corroboration[id] }))}
          value={filters.certainty}
          onChange={(certainty) => onChange({ ...filters, certainty })}
        />
        <Checkbox isSelected={filters.removed} onChange={(removed) => onChange({ ...filters, removed })}>
          {texts.filters.removed}
        </Checkbox>
      </details>
      <div className={styles.foot}>
        <p role="status">{texts.filters.showing(shown, all)}</p>
        {activeFilters(filters) > 0 && (
          <Button size="small" onPress={() => onChange(noFilters)}>
            {texts.filters.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
