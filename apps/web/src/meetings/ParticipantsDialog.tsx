import { EllipsisVertical } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { HostedMeetingDocument, type HostedMeetingQuery, RemoveGuestDocument, TakeBackEditsDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useAction } from '../platform/useAction';
import { usePageQuery } from '../platform/usePageQuery';
import { useFailureText } from '../platform/useFailureText';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Badge } from '../ui/Badge';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Dialog } from '../ui/Dialog';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import { useMeetingTexts } from './useMeetingTexts';

type Meeting = HostedMeetingQuery['meeting'];
/** A guest, or a member who changed the map: of those it is not known when they came. */
type Participant = Meeting['editors'][number] & Partial<Meeting['guests'][number]>;
type Question = { what: 'remove' | 'take-back'; participant: Participant };

/** Guests come and go while the dialog is open; in milliseconds. */
const lookAgain = 5_000;

/** Who takes part in the map of a meeting, and what the host can do about it. */
export function ParticipantsDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const { participantList: texts } = useMeetingTexts();
  const { loading, cancel } = usePlatformTexts();
  const failureText = useFailureText();
  const { data, failure, again } = usePageQuery({ query: HostedMeetingDocument, variables: { id: meetingId } });
  const [question, setQuestion] = useState<Question | null>(null);
  const [removing, remove] = useAction(RemoveGuestDocument);
  const [takingBack, takeBack] = useAction(TakeBackEditsDocument);
  const columns = useColumns(setQuestion);

  useEffect(() => {
    const timer = setInterval(again, lookAgain);
    return () => clearInterval(timer);
  }, [again]);

  async function answer({ what, participant }: Question) {
    const which = { meetingId, personId: participant.personId };
    if (what === 'remove') {
      if (await remove(which)) notify({ text: texts.removedDone(participant.name), tone: 'moss' });
    } else {
      const result = await takeBack(which);
      if (result) notify({ text: texts.takenBack(result.takeBackEdits.takenBack, result.takeBackEdits.kept), tone: 'moss' });
    }
    setQuestion(null);
    again();
  }

  return (
    <Dialog isOpen wide onClose={onClose} title={texts.title}>
      <p>{texts.lead}</p>
      {failure && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {!data && !failure && <Skeletons label={loading} heights={['2.5rem', '2.5rem', '2.5rem']} />}
      {data && (
        <Table
          caption={texts.caption}
          columns={columns}
          rows={[...data.meeting.guests, ...data.meeting.editors]}
          rowKey={({ personId }) => personId}
          nameColumn="name"
          empty={texts.none}
        />
      )}
      {question && (
        <ConfirmDialog
          title={(question.what === 'remove' ? texts.removeTitle : texts.takeBackTitle)(question.participant.name)}
          confirm={question.what === 'remove' ? texts.removeConfirm : texts.takeBackConfirm}
          cancel={cancel}
          isPending={removing || takingBack}
          onConfirm={() => void answer(question)}
          onClose={() => setQuestion(null)}
        >
          <p>{question.what === 'remove' ? texts.removeText : texts.takeBackText(question.participant.editCount)}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}

function useColumns(onAsk: (question: Question) => void): Column<Participant>[] {
  const { participantList: texts } = useMeetingTexts();
  const format = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        header: texts.name,
        sortBy: ({ name }) => name,
        cell: ({ name, removed, joinedAt }) => (
          <>
            {name} {removed && <Badge tone="brick">{texts.removed}</Badge>}
            {!joinedAt && <Badge>{texts.member}</Badge>}
          </>
        ),
      },
      {
        id: 'joined',
        header: texts.joined,
        wideOnly: true,
        sortBy: ({ joinedAt }) => (joinedAt ? Date.parse(joinedAt) : 0),
        cell: ({ joinedAt }) => joinedAt && format.relative(joinedAt),
      },
      { id: 'edits', header: texts.edits, align: 'end', sortBy: ({ editCount }) => editCount, cell: ({ editCount }) => format.number(editCount) },
      {
        id: 'actions',
        header: texts.actions,
        quietHeader: true,
        align: 'end',
        cell: (participant) => (
          <Menu
            trigger={<IconButton label={texts.actionsFor(participant.name)} icon={<EllipsisVertical aria-hidden />} />}
            label={texts.actionsFor(participant.name)}
          >
            <MenuItem isDisabled={participant.editCount === 0} onAction={() => onAsk({ what: 'take-back', participant })}>
              {texts.takeBack}
            </MenuItem>
            <MenuItem danger isDisabled={participant.removed ?? true} onAction={() => onAsk({ what: 'remove', participant })}>
              {texts.remove}
            </MenuItem>
          </Menu>
        ),
      },
    ],
    [texts, format, onAsk],
  );
}
