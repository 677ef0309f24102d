import type { Areal } from '@kvarter/geo';
import { lazy, Suspense, useMemo } from 'react';
import type { AreaOfRoundQuery } from '../generated/graphql';
import { RadioGroup } from '../ui/RadioGroup';
import { Skeleton } from '../ui/Skeleton';
import styles from './RoundFields.module.css';
import type { RoundForm } from './roundForm';
import { useRoundTexts } from './useRoundTexts';

const BoundaryEditor = lazy(() => import('../map/BoundaryEditor'));

interface DelimitationFieldProps {
  area: AreaOfRoundQuery['area'];
  where: RoundForm['where'];
  value: Areal | null;
  onChange: (where: RoundForm['where'], delimitation: Areal | null) => void;
  error: string | null;
}

/** The whole area, or a part of it drawn on a map. What was drawn stays while one looks at the other choice. */
export function DelimitationField({ area, where, value, onChange, error }: DelimitationFieldProps) {
  const { form: texts } = useRoundTexts();
  const others = useMemo(() => [{ id: area.id, name: area.name, boundary: area.boundary }], [area]);
  return (
    <div id="delimitation" className={styles.group}>
      <RadioGroup<RoundForm['where']>
        label={texts.where}
        choices={[
          { id: 'area', label: texts.wholeArea, help: texts.wholeAreaHelp },
          { id: 'part', label: texts.part, help: texts.partHelp },
        ]}
        value={where}
        onChange={(next) => onChange(next, value)}
        error={error}
      />
      {where === 'part' && (
        <div className={styles.map}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <BoundaryEditor value={value} onChange={(drawn) => onChange('part', drawn)} others={others} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
