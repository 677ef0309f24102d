import { MapPinPlus } from 'lucide-react';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import styles from './MapWorkspace.module.css';
import { useMapTexts } from './useMapTexts';

/** Over a map that is on its way, or can't be reached. */
export function MapOnItsWay({ online }: { online: boolean }) {
  const texts = useMapTexts();
  return (
    <div className={styles.loading}>
      {online ? (
        <Skeletons label={texts.loading} heights={['3rem']} />
      ) : (
        <Notice tone="amber" role="status">
          <p>{texts.unreachable}</p>
        </Notice>
      )}
    </div>
  );
}

/** Over a map without a mark: what one could do. */
export function EmptyMap({ mayEdit }: { mayEdit: boolean }) {
  const { empty: texts } = useMapTexts();
  return (
    <div className={styles.empty}>
      <EmptyState title={texts.title} icon={<MapPinPlus aria-hidden />}>
        <p>{mayEdit ? texts.editor : texts.reader}</p>
      </EmptyState>
    </div>
  );
}

/** Instead of a map one can't have. */
export function FailedMap({ title, failure }: { title: string; failure: string | null }) {
  return (
    <div className={styles.failed}>
      <Notice tone="brick" role="alert" title={title}>
        <p>{failure}</p>
      </Notice>
    </div>
  );
}
