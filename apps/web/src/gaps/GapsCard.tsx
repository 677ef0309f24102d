import { useQuery } from 'urql';
import { GapsInNumbersDocument } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { LinkButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { gapContext } from './gap.types';
import styles from './GapsCard.module.css';
import { useGapTexts } from './useGapTexts';

/** How much nobody knows of an area, and the way to it. */
export function GapsCard({ areaId }: { areaId: string }) {
  const { title, card: texts } = useGapTexts();
  const { slug } = useTenant();
  const [{ data }] = useQuery({ query: GapsInNumbersDocument, variables: { areaId }, context: gapContext });
  if (!data) return null;
  const found = data.foundGaps.gaps.length;
  const open = data.knowledgeGaps.filter(({ state }) => state === 'OPEN');
  const late = open.filter((gap) => gap.late).length;
  return (
    <Card
      title={title}
      action={
        <LinkButton to={`/${slug}/areas/${areaId}/gaps`} size="small">
          {texts.open}
        </LinkButton>
      }
    >
      {found + open.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className={styles.numbers}>
          {found > 0 && (
            <li>
              <Badge tone="fjord">{texts.found(found)}</Badge>
            </li>
          )}
          {open.length > 0 && (
            <li>
              <Badge>{texts.taken(open.length)}</Badge>
            </li>
          )}
          {late > 0 && (
            <li>
              <Badge tone="amber">{texts.late(late)}</Badge>
            </li>
          )}
        </ul>
      )}
    </Card>
  );
}
