import { ClipboardPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { AreaAgreementsQuery } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { useFailureText } from '../platform/useFailureText';
import type { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import styles from './AgreementList.module.css';
import { ClosedAgreements } from './ClosedAgreements';
import { OpenAgreement } from './OpenAgreement';
import { useAgreementTexts } from './useAgreementTexts';

const NewAgreementDialog = lazy(() => import('./NewAgreementDialog'));

/** The nearest ones say what is next; the others are one press away. */
const shownAtFirst = 6;

/** The first agreement makes an empty list stale. */
export const agreementsContext = { additionalTypenames: ['Agreement', 'FollowUp'] };

export type Agreement = AreaAgreementsQuery['agreements'][number];

interface AgreementListProps {
  texts: { title: string; add: string; teach: string; teachReader: string; noneOpen: string; open: string };
  /** Undefined while they are on their way. */
  agreements: readonly Agreement[] | undefined;
  failure: ReturnType<typeof usePageQuery>['failure'];
  /** What a new one is about. */
  about: { areaId: string | null; meetingId?: string };
}

/** Who does what by when; what is over is folded away. */
export function AgreementList({ texts, agreements, failure, about }: AgreementListProps) {
  const { showAll } = useAgreementTexts();
  const { loading } = usePlatformTexts();
  const { may } = useTenant();
  const failureText = useFailureText();
  const [adding, setAdding] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const makes = may('agreement.make');
  const open = agreements?.filter(({ state }) => state === 'OPEN') ?? [];
  const closed = agreements?.filter(({ state }) => state !== 'OPEN') ?? [];

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
      {!agreements && !failure && <Skeletons label={loading} heights={['3rem', '3rem']} />}
      {agreements?.length === 0 && <p className={styles.teach}>{makes ? texts.teach : texts.teachReader}</p>}
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
          {showAll(open.length)}
        </Button>
      )}
      {closed.length > 0 && <ClosedAgreements agreements={closed} />}
      <Suspense>{adding && <NewAgreementDialog {...about} onClose={() => setAdding(false)} />}</Suspense>
    </Card>
  );
}
