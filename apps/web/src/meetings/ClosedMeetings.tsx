import { Link } from 'react-router';
import { SetReadAfterDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Checkbox } from '../ui/Checkbox';
import { isRoundMap } from './isRoundMap';
import type { Meeting } from './MeetingsCard';
import styles from './MeetingsCard.module.css';
import { useMeetingTexts } from './useMeetingTexts';

interface ClosedMeetingsProps {
  meetings: readonly Meeting[];
  snapshotPath: (snapshotId: string) => string | null;
}

/** What was: each meeting with the map it ended in, and whether its guests may still see it. */
export function ClosedMeetings({ meetings, snapshotPath }: ClosedMeetingsProps) {
  const texts = useMeetingTexts();
  return (
    <div>
      <h3 className={styles.heading}>{texts.history}</h3>
      <ul className={styles.list}>
        {meetings.map((meeting) => (
          <Closed key={meeting.id} meeting={meeting} path={meeting.snapshotId ? snapshotPath(meeting.snapshotId) : null} />
        ))}
      </ul>
    </div>
  );
}

function Closed({ meeting, path }: { meeting: Meeting; path: string | null }) {
  const texts = useMeetingTexts();
  const format = useFormats();
  const { slug, may } = useTenant();
  const [changing, setReadAfter] = useAction(SetReadAfterDocument);

  async function change(allowed: boolean) {
    if (await setReadAfter({ meetingId: meeting.id, allowed })) notify({ text: allowed ? texts.readAfterOn : texts.readAfterOff, tone: 'moss' });
  }

  return (
    <li className={styles.closed}>
      <div className={styles.words}>
        <p className={styles.title}>
          <Link to={`/${slug}/meetings/${meeting.id}`}>{meeting.title}</Link>
        </p>
        <p className={styles.when}>{texts.closedOn(format.date(meeting.closedAt ?? meeting.startsAt))}</p>
      </div>
      {path && (
        <Link to={path} aria-label={texts.seeMapOf(meeting.title)}>
          {texts.seeMap}
        </Link>
      )}
      {may('meeting.host') && isRoundMap(meeting) && (
        <div className={styles.after}>
          <Checkbox isSelected={meeting.readAfter} isDisabled={changing} onChange={(allowed) => void change(allowed)}>
            {texts.readAfter}
          </Checkbox>
        </div>
      )}
    </li>
  );
}
