import type { Geometry } from '@kvarter/geo';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useQuery } from 'urql';
import { PlaceGroundDocument } from '../generated/graphql';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Skeletons } from '../ui/Skeleton';
import styles from './PlaceField.module.css';
import { useGapTexts } from './useGapTexts';

const PlaceEditor = lazy(() => import('../map/PlaceEditor'));

interface PlaceFieldProps {
  areaId: string;
  value: Geometry | null;
  onChange: (place: Geometry | null) => void;
}

/** Where in the area it is, for who wants to say so. The map comes when it is asked for. */
export function PlaceField({ areaId, value, onChange }: PlaceFieldProps) {
  const { takeUp: texts } = useGapTexts();
  const { optional, loading } = usePlatformTexts();
  const labelId = useId();
  const [open, setOpen] = useState(value !== null);
  const [{ data }] = useQuery({ query: PlaceGroundDocument, variables: { areaId }, pause: !open });
  return (
    <div role="group" aria-labelledby={labelId} className={styles.field}>
      <p id={labelId} className={styles.label}>
        {texts.place} <span className={styles.optional}>{optional}</span>
      </p>
      {open ? (
        <div className={styles.map}>
          <Suspense fallback={<Skeletons label={loading} heights={['300px']} />}>
            {data && <PlaceEditor kind="NOTE" boundary={data.area.boundary} backdrop={data.area.backdrop ?? null} value={value} onChange={onChange} />}
          </Suspense>
        </div>
      ) : (
        <div>
          <Button icon={<MapPin aria-hidden />} onPress={() => setOpen(true)}>
            {texts.addPlace}
          </Button>
        </div>
      )}
    </div>
  );
}
