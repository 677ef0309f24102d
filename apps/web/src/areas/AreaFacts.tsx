import { areaOf } from '@kvarter/geo';
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'react-router';
import type { AreaPageQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { Card } from '../ui/Card';
import { Skeleton } from '../ui/Skeleton';
import { WhenVisible } from '../ui/WhenVisible';
import styles from './AreaFacts.module.css';
import { useAreaTexts } from './useAreaTexts';
import { useSizeText } from './useSizeText';

const OverviewMap = lazy(() => import('../map/OverviewMap'));
const nothing = () => {};

/** Where the area lies and what there is to know about it. */
export function AreaFacts({ area, areas }: { area: AreaPageQuery['area']; areas: AreaPageQuery['areas'] }) {
  const { area: texts } = useAreaTexts();
  const { slug } = useTenant();
  const format = useFormats();
  const sizeText = useSizeText();
  const { id, name, boundary } = area;
  const shown = useMemo(() => [{ id, name, boundary }], [id, name, boundary]);
  const parent = areas.find((one) => one.id === area.parentId);
  return (
    <Card title={texts.facts}>
      <div className={styles.map} role="img" aria-label={texts.boundary(name)}>
        <WhenVisible placeholder={<Skeleton height="100%" />}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <OverviewMap areas={shown} selectedId={id} onOpen={nothing} />
          </Suspense>
        </WhenVisible>
      </div>
      {area.description && <p className={styles.description}>{area.description}</p>}
      <dl className={styles.facts}>
        <dt>{texts.factMarks}</dt>
        <dd>{texts.marks(area.featureCount)}</dd>
        <dt>{texts.factSize}</dt>
        <dd>{sizeText(areaOf(boundary))}</dd>
        {parent && (
          <>
            <dt>{texts.factInside}</dt>
            <dd>
              <Link to={`/${slug}/areas/${parent.id}`}>{parent.name}</Link>
            </dd>
          </>
        )}
        <dt>{texts.factCreated}</dt>
        <dd>{format.date(area.createdAt)}</dd>
      </dl>
    </Card>
  );
}
