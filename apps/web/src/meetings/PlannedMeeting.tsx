import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { OpenMeetingDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Button } from '../ui/Button';
import { isRoundMap } from './isRoundMap';
import { InviteDialog } from './InviteDialog';
import type { Meeting } from './MeetingsCard';
import styles from './MeetingsCard.module.css';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import { useMeetingTexts } from './useMeetingTexts';

interface PlannedMeetingProps {
  meeting: Meeting;
  place: string;
  /** One meeting round an area's map is open at a time. */
  mayOpen: boolean;
}

export function PlannedMeeting({ meeting, place, mayOpen }: PlannedMeetingProps) {
  const texts = useMeetingTexts();
  const format = useFormats();
  const { kinds } = useMeetingPageTexts();
  const { slug, may } = useTenant();
  const around = isRoundMap(meeting);
  const [inviting, setInviting] = useState(false);
  const [opening, open] = useAction(OpenMeetingDocument);

  async function begin() {
    if (await open({ id: meeting.id })) notify({ text: texts.opened(meeting.title), tone: 'moss' });
  }

  return (
    <li className={styles.planned}>
      <CalendarDays aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <h3 className={styles.title}>
          <Link to={`/${slug}/meetings/${meeting.id}`}>{meeting.title}</Link>
        </h3>
        <p className={styles.when}>
          {kinds[meeting.kind]} · {format.dateTime(meeting.startsAt)}
        </p>
      </div>
      {may('meeting.host') && (
        <div className={styles.actions}>
          {around && <Button onPress={() => setInviting(true)}>{texts.invite}</Button>}
          {(mayOpen || !around) && (
            <Button isPending={opening} onPress={() => void begin()}>
              {texts.open}
            </Button>
          )}
        </div>
      )}
      {inviting && <InviteDialog meeting={meeting} place={place} onClose={() => setInviting(false)} />}
    </li>
  );
}
