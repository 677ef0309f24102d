import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import type { AreaPageQuery } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { LinkButton } from '../ui/Button';
import { Card } from '../ui/Card';
import styles from './ChildrenCard.module.css';
import { useAreaTexts } from './useAreaTexts';

/** The tree has three levels. */
const deepestLevel = 3;

/** What lies in an area. Left out where there is nothing and nothing can be added. */
export function ChildrenCard({ area, areas }: { area: AreaPageQuery['area']; areas: AreaPageQuery['areas'] }) {
  const { area: texts } = useAreaTexts();
  const { slug, may } = useTenant();
  const children = areas.filter(({ parentId }) => parentId === area.id);
  const mayAdd = may('area.create') && area.level < deepestLevel;
  if (children.length === 0 && !mayAdd) return null;
  return (
    <Card
      title={texts.children}
      action={
        mayAdd && (
          <LinkButton to={`/${slug}/areas/new?parent=${area.id}`} size="small" icon={<Plus aria-hidden />}>
            {texts.addChild}
          </LinkButton>
        )
      }
    >
      {children.length === 0 ? (
        <p className={styles.none}>{texts.noChildren}</p>
      ) : (
        <ul className={styles.list}>
          {children.map((child) => (
            <li key={child.id} className={styles.child}>
              <Link to={`/${slug}/areas/${child.id}`}>{child.name}</Link>
              <span className={styles.marks}>{texts.marks(child.featureCount)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
