import { CameraIcon, Snowflake, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { FreezeMapDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { CloseMeetingDialog } from './CloseMeetingDialog';
import { InviteDialog } from './InviteDialog';
import { isRoundMap } from './isRoundMap';
import type { Meeting } from './MeetingsCard';
import styles from './MeetingsCard.module.css';
import { ParticipantsDialog } from './ParticipantsDialog';
import { useMeetingTexts } from './useMeetingTexts';

/** The meeting under way, and for its host all there is to do round it. */
export function OpenMeeting({ meeting, place }: { meeting: Meeting; place: string }) {
  const texts = useMeetingTexts();
  const format = useFormats();
  const { slug, may } = useTenant();
  const [dialog, setDialog] = useState<'invite' | 'participants' | 'close' | null>(null);
  const [freezing, freeze] = useAction(FreezeMapDocument);
  const close = () => setDialog(null);

  async function toggleFreeze() {
    const frozen = !meeting.frozen;
    if (await freeze({ meetingId: meeting.id, frozen })) notify({ text: frozen ? texts.frozen : texts.unfrozen, tone: 'moss' });
  }

  return (
    <div className={styles.open}>
      <div>
        <p className={styles.badges}>
          <Badge tone="moss" live>
            {texts.ongoing}
          </Badge>
          {meeting.frozen && (
            <Badge tone="amber" icon={<Snowflake aria-hidden />}>
              {texts.frozenState}
            </Badge>
          )}
        </p>
        <h3 className={styles.title}>
          <Link to={`/${slug}/meetings/${meeting.id}`}>{meeting.title}</Link>
        </h3>
        {meeting.openedAt && <p className={styles.when}>{texts.since(format.relative(meeting.openedAt))}</p>}
        {meeting.frozen && <p className={styles.when}>{texts.frozenHelp}</p>}
      </div>
      {may('meeting.host') && isRoundMap(meeting) && (
        <div className={styles.actions}>
          <Button icon={<UserPlus aria-hidden />} onPress={() => setDialog('invite')}>
            {texts.invite}
          </Button>
          <Button icon={<Users aria-hidden />} onPress={() => setDialog('participants')}>
            {texts.participants}
          </Button>
          <Button icon={<Snowflake aria-hidden />} isPending={freezing} onPress={() => void toggleFreeze()}>
            {meeting.frozen ? texts.unfreeze : texts.freeze}
          </Button>
          <Button icon={<CameraIcon aria-hidden />} onPress={() => setDialog('close')}>
            {texts.close}
          </Button>
        </div>
      )}
      {dialog === 'invite' && <InviteDialog meeting={meeting} place={place} onClose={close} />}
      {dialog === 'participants' && <ParticipantsDialog meetingId={meeting.id} onClose={close} />}
      {dialog === 'close' && <CloseMeetingDialog meeting={meeting} onClose={close} />}
    </div>
  );
}
