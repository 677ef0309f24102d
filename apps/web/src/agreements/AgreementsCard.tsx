import { ClipboardPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { AreaAgreementsDocument, type AreaAgreementsQuery } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { useFailureText } from '../platform/useFailureText';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import styles from './AgreementsCard.module.css';
import { ClosedAgreements } from './ClosedAgreements';
import { OpenAgreement } from './OpenAgreement';
import { useAgreementTexts } from './useAgreementTexts';

const NewAgreementDialog = lazy(() => import('./NewAgreementDialog'));

/** The nearest ones say what is next; the others are one press away. */
const shownAtFirst = 6;

export type Agreement = AreaAgreementsQuery['agreements'][number];

/** The first agreement of an area makes its empty list stale. */
const context = { additionalTypenames: ['Agreement', 'FollowUp'] };

/** Who does what by when in an area; what is over is folded away. */
export function AgreementsCard({ areaId }: { areaId: string }) {
  const texts = useAgreementTexts();
  const { loading } = usePlatformTexts();
  const { may } = useTenant();
  const failureText = useFailureText();
  const { data, failure } = usePageQuery({ query: AreaAgreementsDocument, variables: { areaId }, context });
  const [adding, setAdding] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const makes = may('agreement.make');
  const open = data?.agreements.filter(({ state }) => state === 'OPEN') ?? [];
  const closed = data?.agreements.filter(({ state }) => state !== 'OPEN') ?? [];

  return (
    <Card
      title={texts.title}
      action={
        makes && (
          <Button icon={<ClipboardPlus aria-hidden />} onPress={() => setAdding(true)}>
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
      {data?.agreements.length === 0 && <p className={styles.teach}>{makes ? texts.teach : texts.teachReader}</p>}
      {open.length === 0 && closed.length > 0 && <p className={styles.teach}>{texts.noneOpen}</p>}
      {open.length > 0 && (
        <ul aria-label={texts.open}>
          {(showsAll ? open : open.slice(0, shownAtFirst)).map((agreement) => (
            <OpenAgreement key={agreement.id} agreement={agreement} />
          ))}
        </ul>
      )}
      {!showsAll && open.length > shownAtFirst && (
        <Button wide variant="quiet" onPress={() => setShowsAll(true)}>
          {texts.showAll(open.length)}
        </Button>
      )}
      {closed.length > 0 && <ClosedAgreements agreements={closed} />}
      <Suspense>{adding && <NewAgreementDialog areaId={areaId} onClose={() => setAdding(false)} />}</Suspense>
    </Card>
  );
}
