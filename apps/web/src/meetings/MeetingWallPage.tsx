import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { MeetingWallDocument, type MeetingWallQuery } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Skeletons } from '../ui/Skeleton';
import styles from './MeetingWallPage.module.css';
import { phases, questionsFor } from './questionSets';
import { useElapsed } from './useElapsed';
import { useMeetingPageTexts } from './useMeetingPageTexts';

const lookEvery = 2_000;

/** The question for the wall, to be read from five metres; no names and nothing that was written. */
export default function MeetingWallPage() {
  const { meetingId = '' } = useParams();
  const { loading } = usePlatformTexts();
  const { data, failure, again } = usePageQuery({ query: MeetingWallDocument, variables: { id: meetingId } });
  usePage(data?.meeting.title);
  useEffect(() => {
    const timer = setInterval(again, lookEvery);
    return () => clearInterval(timer);
  }, [again]);
  if (failure) return <FailurePage alone failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['4rem', '50vh']} />;
  return <Wall meeting={data.meeting} />;
}

function Wall({ meeting }: { meeting: MeetingWallQuery['meeting'] }) {
  const { live, wall } = useMeetingPageTexts();
  const { locale } = useLocale();
  const { slug } = useTenant();
  const { phase } = meeting;
  const questions = phase ? questionsFor(meeting, phase, locale) : [];
  const item = meeting.agenda.find(({ id }) => id === meeting.itemId);
  const over = meeting.state === 'CLOSED';
  return (
    <div className={styles.wall}>
      <header className={styles.head}>
        <p className={styles.title}>{meeting.title}</p>
        <Link to={`/${slug}/meetings/${meeting.id}`} className={styles.exit}>
          {wall.exit}
        </Link>
      </header>
      <div className={styles.middle} aria-live="polite">
        <h1 className={styles.question}>{over ? wall.over : (questions[Math.min(meeting.question, questions.length - 1)] ?? wall.waiting)}</h1>
      </div>
      <footer className={styles.foot}>
        <ol className={styles.phases} aria-label={live.steps}>
          {phases.map((one) => (
            <li key={one} aria-current={one === phase ? 'step' : undefined}>
              {live.phases[one]}
            </li>
          ))}
        </ol>
        {item && !over && (
          <p className={styles.item}>
            {item.title} <Left since={meeting.itemSince} of={item.minutes} />
          </p>
        )}
      </footer>
    </div>
  );
}

function Left({ since, of }: { since: string | null; of: number | null }) {
  const { wall } = useMeetingPageTexts();
  const spent = useElapsed(since) ?? 0;
  if (of === null) return null;
  return <strong>{spent >= of ? wall.overTime : wall.left(of - spent)}</strong>;
}
