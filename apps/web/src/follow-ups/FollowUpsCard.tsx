import { CalendarSync } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { AreaCadencesDocument, type AreaCadencesQuery } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { useFailureText } from '../platform/useFailureText';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import { CadenceRow } from './CadenceRow';
import styles from './FollowUpsCard.module.css';
import { useFollowUpTexts } from './useFollowUpTexts';

const StartCadenceDialog = lazy(() => import('./StartCadenceDialog'));

export type Cadence = AreaCadencesQuery['cadences'][number];

/** The first cadence of an area makes its empty list stale, and so does an answer to a check. */
const context = { additionalTypenames: ['FollowUp'] };

/** What is looked at again and again in an area, and when next. */
export function FollowUpsCard({ areaId }: { areaId: string }) {
  const { card: texts } = useFollowUpTexts();
  const { loading } = usePlatformTexts();
  const { may } = useTenant();
  const failureText = useFailureText();
  const { data, failure, again } = usePageQuery({ query: AreaCadencesDocument, variables: { areaId }, context });
  const [adding, setAdding] = useState(false);
  const plans = may('follow-up.plan');

  return (
    <Card
      title={texts.title}
      action={
        plans && (
          <Button icon={<CalendarSync aria-hidden />} onPress={() => setAdding(true)}>
            {texts.add}
          </Button>
        )
      }
    >
      {failure && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {!data && !failure && <Skeletons label={loading} heights={['3rem', '3rem']} />}
      {data?.cadences.length === 0 && <p className={styles.teach}>{plans ? texts.teach : texts.teachReader}</p>}
      {data && data.cadences.length > 0 && (
        <ul aria-label={texts.list}>
          {data.cadences.map((cadence) => (
            <CadenceRow key={cadence.id} cadence={cadence} onChange={again} />
          ))}
        </ul>
      )}
      <Suspense>{adding && <StartCadenceDialog areaId={areaId} onClose={() => setAdding(false)} />}</Suspense>
    </Card>
  );
}
