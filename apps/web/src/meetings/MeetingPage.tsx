import { useParams } from 'react-router';
import { FailurePage } from '../platform/FailurePage';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Skeletons } from '../ui/Skeleton';
import { AgendaCard } from './AgendaCard';
import { LiveQuestions } from './LiveQuestions';
import { MeetingAgreements } from './MeetingAgreements';
import { MeetingHeader } from './MeetingHeader';
import styles from './MeetingPage.module.css';
import { MinutesCard } from './MinutesCard';
import { NextMeetingCard } from './NextMeetingCard';
import { OutcomesCard } from './OutcomesCard';
import { ParticipantsCard } from './ParticipantsCard';
import { PlanCard } from './PlanCard';
import { RunSheetCard } from './RunSheetCard';
import { useMeetingPage } from './useMeetingPage';

/** One meeting: its plan before, the questions and minutes while it is open, what came of it after. */
export default function MeetingPage() {
  const { meetingId = '' } = useParams();
  return <Meeting key={meetingId} id={meetingId} />;
}

function Meeting({ id }: { id: string }) {
  const { loading } = usePlatformTexts();
  const { may } = useTenant();
  const { data, failure, again } = useMeetingPage(id);
  usePage(data?.meeting.title);
  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '18rem']} />;

  const { meeting, areas } = data;
  const { state } = meeting;
  const over = state === 'CLOSED' || state === 'CANCELLED';
  const team = meeting.runSheet.length > 0 || may('meeting.note');
  return (
    <>
      <MeetingHeader meeting={meeting} areas={areas} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {state === 'OPEN' && <LiveQuestions meeting={meeting} />}
          {state === 'CLOSED' && team && <MeetingAgreements meeting={meeting} />}
          {team && (state === 'OPEN' || (state === 'CLOSED' && meeting.outcomes.length > 0)) && <OutcomesCard meeting={meeting} />}
          {state === 'OPEN' && team && <MinutesCard meeting={meeting} />}
          {state === 'PLANNED' && <PlanCard meeting={meeting} areas={areas} />}
          {(!over || meeting.agenda.length > 0) && <AgendaCard meeting={meeting} />}
          {state === 'CLOSED' && team && <MinutesCard meeting={meeting} />}
          {over && <PlanCard meeting={meeting} areas={areas} />}
        </div>
        <div className={styles.column}>
          {state === 'CLOSED' && <NextMeetingCard meeting={meeting} />}
          {state === 'OPEN' && team && <MeetingAgreements meeting={meeting} />}
          {team && (!over || meeting.participants.length > 0) && <ParticipantsCard meeting={meeting} />}
          {team && state !== 'CANCELLED' && <RunSheetCard meeting={meeting} />}
        </div>
      </div>
    </>
  );
}
