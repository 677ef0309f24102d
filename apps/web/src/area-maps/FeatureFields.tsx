import type { Fault } from '@kvarter/contract';
import { render } from '@kvarter/contract';
import { type DetailKey, detailLimits, type FeatureDetails, type FeatureKind, featureKinds, type KindFacts, textLimits, timesOfDay } from '@kvarter/geo';
import type { Ref } from 'react';
import { useLocale } from '../platform/i18n/locale';
import { Checkbox } from '../ui/Checkbox';
import { Chips } from '../ui/Chips';
import { TextArea, TextField } from '../ui/TextField';
import { useMapTexts } from './useMapTexts';

/** What a person writes about a mark. */
export interface Written {
  readonly name: string;
  readonly note: string;
  readonly details: FeatureDetails;
}

interface FeatureFieldsProps {
  kind: FeatureKind;
  value: Written;
  onChange: (value: Written) => void;
  /** The field was left, or a choice made: now is the time to keep it. */
  onCommit?: (field: 'name' | 'note' | DetailKey, value: Written) => void;
  faults: readonly Fault[];
  nameRef?: Ref<HTMLInputElement>;
}

type TextKey = Exclude<DetailKey, 'times' | 'consent'>;

/** The fields of a mark's form, those of its kind alone. */
export function FeatureFields({ kind, value, onChange, onCommit, faults, nameRef }: FeatureFieldsProps) {
  const { feature: texts } = useMapTexts();
  const { locale } = useLocale();
  const { details: wanted } = featureKinds[kind] as KindFacts;
  const errorOf = (path: string) => {
    const fault = faults.find((one) => one.path === path);
    return fault ? render(fault.reason, fault.params, locale) : null;
  };
  const set = (key: DetailKey, given: FeatureDetails[DetailKey]): Written => ({ ...value, details: { ...value.details, [key]: given } });
  const choose = (key: DetailKey, given: FeatureDetails[DetailKey]) => {
    const next = set(key, given);
    onChange(next);
    onCommit?.(key, next);
  };
  const text = (key: TextKey) => (
    <TextArea
      key={key}
      label={texts[key]}
      optional={texts.optional}
      help={key === 'group' ? texts.groupHelp : undefined}
      error={errorOf(`details.${key}`)}
      rows={key === 'openingHours' || key === 'audience' ? 1 : 2}
      maxLength={detailLimits[key]}
      value={value.details[key] ?? ''}
      onChange={(given) => onChange(set(key, given))}
      onBlur={() => onCommit?.(key, value)}
    />
  );
  return (
    <>
      <TextField
        inputRef={nameRef}
        label={texts.name}
        help={texts.nameHelp}
        error={errorOf('name')}
        value={value.name}
        maxLength={textLimits.name * 2}
        onChange={(name) => onChange({ ...value, name })}
        onBlur={() => onCommit?.('name', value)}
        autoComplete="off"
      />
      <TextArea
        label={texts.note}
        optional={texts.optional}
        help={texts.noteHelp}
        error={errorOf('note')}
        rows={3}
        value={value.note}
        onChange={(note) => onChange({ ...value, note })}
        onBlur={() => onCommit?.('note', value)}
      />
      {wanted.map((key) => {
        if (key === 'times') {
          return (
            <Chips
              key={key}
              label={texts.times}
              multiple
              choices={timesOfDay.map((id) => ({ id, label: texts.time[id] }))}
              value={value.details.times ?? []}
              onChange={(times) => choose('times', times)}
            />
          );
        }
        if (key === 'consent') {
          return (
            <Checkbox key={key} isSelected={value.details.consent ?? false} onChange={(consent) => choose('consent', consent)} help={texts.consentHelp}>
              {texts.consent}
            </Checkbox>
          );
        }
        return text(key);
      })}
    </>
  );
}
