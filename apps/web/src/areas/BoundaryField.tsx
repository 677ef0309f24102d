import type { Areal, Geometry } from '@kvarter/geo';
import { CircleAlert } from 'lucide-react';
import { lazy, Suspense, useId } from 'react';
import { Skeleton } from '../ui/Skeleton';
import styles from './BoundaryField.module.css';
import { useAreaTexts } from './useAreaTexts';

const BoundaryEditor = lazy(() => import('../map/BoundaryEditor'));

interface BoundaryFieldProps {
  value: Areal | null;
  onChange: (boundary: Areal | null) => void;
  /** Shown faintly, so that the new boundary can follow them. */
  others: readonly { id: string; name: string; boundary: Geometry }[];
  error?: string | null;
}

/** A boundary drawn on the map, as one field of a form. */
export function BoundaryField({ value, onChange, others, error }: BoundaryFieldProps) {
  const { create: texts } = useAreaTexts();
  const id = useId();
  return (
    <fieldset id="boundary" className={styles.field} aria-describedby={`${id}-help ${id}-error`} tabIndex={-1}>
      <legend className={styles.label}>{texts.boundary}</legend>
      <p id={`${id}-help`} className={styles.help}>
        {texts.boundaryHelp}
      </p>
      <div className={styles.map} data-invalid={error ? true : undefined}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <BoundaryEditor value={value} onChange={onChange} others={others} />
        </Suspense>
      </div>
      <p id={`${id}-error`} className={styles.error}>
        {error && (
          <>
            <CircleAlert aria-hidden /> {error}
          </>
        )}
      </p>
    </fieldset>
  );
}
