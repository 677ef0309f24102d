import { useQuery } from 'urql';
import { InvitableMembersDocument, InviteParticipantsDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

/** Asks before mails go out, says what stands in them, and names those whom none will reach. */
export function SendInvitationsDialog({ meeting, onClose }: { meeting: MeetingFull; onClose: () => void }) {
  const { people } = useMeetingPageTexts();
  const { inviting: texts } = people;
  const { cancel, loading } = usePlatformTexts();
  const format = useFormats();
  const [{ data, fetching }] = useQuery({ query: InvitableMembersDocument });
  const [sending, send] = useAction(InviteParticipantsDocument);
  const addresses = new Map(data?.members.map(({ personId, email }) => [personId, email]));
  const waiting = meeting.participants.filter(({ invitedAt }) => !invitedAt);
  const without = waiting.filter(({ personId, email }) => !(personId ? addresses.get(personId) : email));
  const reached = waiting.length - without.length;

  async function invite() {
    if (!(await send({ meetingId: meeting.id }))) return;
    notify({ text: people.invited(reached), tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button variant="primary" isPending={sending} isDisabled={fetching} onPress={() => void invite()}>
            {texts.confirm(reached)}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      {fetching && !data ? (
        <Skeletons label={loading} heights={['4rem']} />
      ) : (
        <>
          {reached > 0 ? <p>{texts.what(reached)}</p> : <p>{texts.nobody}</p>}
          {reached > 0 && meeting.areaId && <p>{texts.sensitive}</p>}
          {reached > 0 && without.length > 0 && (
            <Notice tone="amber" title={texts.without}>
              <p>{texts.withoutHelp(format.list(without.map(({ name }) => name)))}</p>
            </Notice>
          )}
        </>
      )}
    </Dialog>
  );
}
