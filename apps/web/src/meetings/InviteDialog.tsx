import { useState } from 'react';
import { CreateInvitationsDocument, type CreateInvitationsMutation, HostedMeetingDocument } from '../generated/graphql';
import { useAction } from '../platform/useAction';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Dialog } from '../ui/Dialog';
import { NumberField } from '../ui/NumberField';
import styles from './InviteDialog.module.css';
import { InvitationCards } from './InvitationCards';
import { InvitationList } from './InvitationList';
import { NewInvitations } from './NewInvitations';
import { useMeetingTexts } from './useMeetingTexts';

/** What the server makes at a time. */
const most = 60;
/** Round a table. */
const usual = 12;

interface InviteDialogProps {
  meeting: { id: string; title: string; startsAt: string };
  /** The name of the area, for the printed cards. */
  place: string;
  onClose: () => void;
}

/** Links and cards with which guests come into a meeting. The codes are shown once. */
export function InviteDialog({ meeting, place, onClose }: InviteDialogProps) {
  const { inviting: texts } = useMeetingTexts();
  const { cancel } = usePlatformTexts();
  const [count, setCount] = useState(usual);
  const [made, setMade] = useState<CreateInvitationsMutation['createInvitations']>([]);
  const [taken, setTaken] = useState(false);
  const [asking, setAsking] = useState(false);
  const [creating, create] = useAction(CreateInvitationsDocument);
  const { data, again } = usePageQuery({ query: HostedMeetingDocument, variables: { id: meeting.id } });

  async function make() {
    const result = await create({ meetingId: meeting.id, count });
    if (!result) return;
    setTaken(false);
    setMade(result.createInvitations);
    again();
  }
  const close = () => (made.length > 0 && !taken ? setAsking(true) : onClose());

  return (
    <Dialog isOpen wide onClose={close} title={texts.title}>
      <p>{texts.lead}</p>
      {made.length === 0 ? (
        <div className={styles.make}>
          <NumberField label={texts.count} help={texts.countHelp} value={count} onChange={setCount} min={1} max={most} fewer={texts.fewer} more={texts.more} />
          <Button variant="primary" isPending={creating} onPress={() => void make()}>
            {texts.create(count)}
          </Button>
        </div>
      ) : (
        <>
          <NewInvitations invitations={made} onTaken={() => setTaken(true)} />
          <InvitationCards invitations={made} title={meeting.title} place={place} startsAt={meeting.startsAt} />
        </>
      )}
      {data && data.meeting.invitations.length > 0 && <InvitationList invitations={data.meeting.invitations} onChanged={again} />}
      {asking && (
        <ConfirmDialog title={texts.closeWarning} confirm={texts.closeAnyway} cancel={cancel} onConfirm={onClose} onClose={() => setAsking(false)}>
          <p>{texts.onlyNow}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
