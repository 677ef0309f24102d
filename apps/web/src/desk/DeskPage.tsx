import { Eye, Inbox } from 'lucide-react';
import { useMemo } from 'react';
import { DeskDocument } from '../generated/graphql';
import { useCheckTitle } from '../follow-ups/useCheckTitle';
import { InboxNotice } from '../inbox/InboxNotice';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useToday } from '../platform/useToday';
import { LinkButton } from '../ui/Button';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { AwaitedCard } from './AwaitedCard';
import { DeskChecks } from './DeskChecks';
import type { DeskItem } from './desk.types';
import styles from './DeskPage.module.css';
import { useAnswers } from './useAnswers';
import { useDeskTexts } from './useDeskTexts';

/** An answer about an agreement or a check makes the desk stale, an empty one too. */
const context = { additionalTypenames: ['FollowUp', 'Agreement'] };

/** Everything one is to do, by the day it is due, and what one waits for. */
export default function DeskPage() {
  const { may } = useTenant();
  if (!may('follow-up.read')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  return <Desk />;
}

function Desk() {
  const texts = useDeskTexts();
  const { loading } = usePlatformTexts();
  const { slug, name, may } = useTenant();
  const { data, failure, again } = usePageQuery({ query: DeskDocument, context });
  const answers = useAnswers(again);
  const lead = useLead();
  usePage(texts.title);
  const areas = useMemo(() => new Map(data?.areas.map((area) => [area.id, area])), [data]);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '9rem', '9rem']} />;
  const areaOf = (id: string | null | undefined) => (id ? (areas.get(id) ?? null) : null);
  const open = data.myFollowUps.filter(answers.isOpen);
  return (
    <>
      <PageHeader
        title={texts.title}
        above={name}
        lead={lead(open)}
        actions={
          <>
            {may('knowledge.read') && (
              <LinkButton to={`/${slug}/inbox`} icon={<Inbox aria-hidden />}>
                {texts.inbox}
              </LinkButton>
            )}
            <LinkButton to={`/${slug}/slipping`} icon={<Eye aria-hidden />}>
              {texts.slipping}
            </LinkButton>
          </>
        }
      />
      <InboxNotice />
      <div className={styles.columns}>
        <DeskChecks open={open} answers={answers} areaOf={areaOf} />
        {(may('agreement.make') || data.awaitedAgreements.length > 0) && <AwaitedCard agreements={data.awaitedAgreements} areaOf={areaOf} />}
      </div>
    </>
  );
}

/** What comes first, in a sentence. */
function useLead(): (items: readonly DeskItem[]) => string {
  const { lead: texts } = useDeskTexts();
  const titleOf = useCheckTitle();
  const format = useFormats();
  const today = useToday();
  return (items) => {
    const [first] = items;
    if (!first) return texts.nothing;
    const late = items.filter(({ dueOn }) => dueOn < today).length;
    if (late > 0) return texts.late(late, titleOf(first));
    const now = items.filter(({ dueOn }) => dueOn === today).length;
    return now > 0 ? texts.today(now) : texts.ahead(titleOf(first), format.day(first.dueOn, today));
  };
}
