import { ClipboardPlus } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ClosedAgreements } from '../agreements/ClosedAgreements';
import { OpenAgreement } from '../agreements/OpenAgreement';
import { MeetingAgreementsDocument } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { useFailureText } from '../platform/useFailureText';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import styles from './Outcomes.module.css';
import type { MeetingFull } from './useMeetingPage';
import { useOutcomeTexts } from './useOutcomeTexts';

const NewAgreementDialog = lazy(() => import('../agreements/NewAgreementDialog'));

/** The first agreement makes an empty list stale. */
const context = { additionalTypenames: ['Agreement', 'FollowUp'] };

/** Who does what by when, as it was agreed at the meeting. */
export function MeetingAgreements({ meeting }: { meeting: MeetingFull }) {
  const { agreements: texts } = useOutcomeTexts();
  const { loading } = usePlatformTexts();
  const { may } = useTenant();
  const failureText = useFailureText();
  const { data, failure, again } = usePageQuery({ query: MeetingAgreementsDocument, variables: { meetingId: meeting.id }, context });
  const [adding, setAdding] = useState(false);
  // What others agree on shows on their screens first, as the outcomes do.
  const agreed = [...meeting.outcomes, ...meeting.agenda].filter(({ agreement }) => agreement).length;
  useEffect(again, [again, agreed]);
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
      {!data && !failure && <Skeletons label={loading} heights={['3rem']} />}
      {data?.agreements.length === 0 && <p className={styles.muted}>{makes ? texts.empty : texts.emptyReader}</p>}
      {open.length === 0 && closed.length > 0 && <p className={styles.muted}>{texts.noneOpen}</p>}
      {open.length > 0 && (
        <ul aria-label={texts.open}>
          {open.map((agreement) => (
            <OpenAgreement key={agreement.id} agreement={agreement} />
          ))}
        </ul>
      )}
      {closed.length > 0 && <ClosedAgreements agreements={closed} />}
      <Suspense>{adding && <NewAgreementDialog areaId={meeting.areaId} meetingId={meeting.id} onClose={() => setAdding(false)} />}</Suspense>
    </Card>
  );
}
