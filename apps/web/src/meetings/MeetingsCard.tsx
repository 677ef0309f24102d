import { CalendarPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { MeetingInBriefFragment } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ClosedMeetings } from './ClosedMeetings';
import { isRoundMap } from './isRoundMap';
import styles from './MeetingsCard.module.css';
import { OpenMeeting } from './OpenMeeting';
import { PlannedMeeting } from './PlannedMeeting';
import { useMeetingTexts } from './useMeetingTexts';

const ScheduleDialog = lazy(() => import('./ScheduleDialog'));

export type Meeting = MeetingInBriefFragment;

interface MeetingsCardProps {
  areaId: string;
  areaName: string;
  meetings: readonly Meeting[];
  /** Where the map at a snapshot is, by the snapshot's id. */
  snapshotPath: (snapshotId: string) => string | null;
}

/** An area's meetings: the one under way, those to come, those that were. */
export function MeetingsCard({ areaId, areaName, meetings, snapshotPath }: MeetingsCardProps) {
  const texts = useMeetingTexts();
  const { may } = useTenant();
  const host = may('meeting.host');
  const [planning, setPlanning] = useState(false);
  const open = meetings.filter(({ state }) => state === 'OPEN');
  const roundMap = open.some(isRoundMap);
  const planned = meetings.filter(({ state }) => state === 'PLANNED').sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const closed = meetings.filter(({ state }) => state === 'CLOSED').sort((a, b) => Date.parse(b.closedAt ?? b.startsAt) - Date.parse(a.closedAt ?? a.startsAt));

  return (
    <Card
      title={texts.title}
      action={
        host && (
          <Button icon={<CalendarPlus aria-hidden />} onPress={() => setPlanning(true)}>
            {texts.plan}
          </Button>
        )
      }
    >
      {meetings.length === 0 && <p className={styles.teach}>{host ? texts.teach : texts.teachReader}</p>}
      {open.map((meeting) => (
        <OpenMeeting key={meeting.id} meeting={meeting} place={areaName} />
      ))}
      {planned.length > 0 && (
        <ul className={styles.list} aria-label={texts.planned}>
          {planned.map((meeting) => (
            <PlannedMeeting key={meeting.id} meeting={meeting} place={areaName} mayOpen={!roundMap} />
          ))}
        </ul>
      )}
      {closed.length > 0 && <ClosedMeetings meetings={closed} snapshotPath={snapshotPath} />}
      {planning && (
        <Suspense>
          <ScheduleDialog areaId={areaId} onClose={() => setPlanning(false)} />
        </Suspense>
      )}
    </Card>
  );
}
