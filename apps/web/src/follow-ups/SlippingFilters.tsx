import { useLocale } from '../platform/i18n/locale';
import { Select } from '../ui/Select';
import styles from './SlippingFilters.module.css';
import { all, none, type SlippingFilter } from './slippingFilter';
import type { LateCheck } from './useLateChecks';
import { useFollowUpTexts } from './useFollowUpTexts';

interface SlippingFiltersProps {
  checks: readonly LateCheck[];
  areaNames: ReadonlyMap<string, string>;
  filter: SlippingFilter;
  onChange: (filter: SlippingFilter) => void;
}

/** One area, one person; only those that have something late. */
export function SlippingFilters({ checks, areaNames, filter, onChange }: SlippingFiltersProps) {
  const { slipping: texts, noArea } = useFollowUpTexts();
  const { locale } = useLocale();
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale);
  const areas = new Map(checks.map(({ areaId }) => [areaId ?? none, (areaId && areaNames.get(areaId)) || noArea]));
  const people = new Map(checks.flatMap(({ responsible }) => (responsible ? [[responsible.personId, responsible.name] as const] : [])));
  const choices = (named: ReadonlyMap<string, string>, first: string) => [
    { id: all, label: first },
    ...[...named].map(([id, label]) => ({ id, label })).sort(byName),
  ];
  return (
    <div className={styles.filters}>
      <Select label={texts.area} choices={choices(areas, texts.allAreas)} value={filter.areaId} onChange={(areaId) => onChange({ ...filter, areaId })} />
      <Select
        label={texts.responsible}
        choices={choices(people, texts.everybody)}
        value={filter.personId}
        onChange={(personId) => onChange({ ...filter, personId })}
      />
    </div>
  );
}
