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

type Guest = HostedMeetingQuery['meeting']['guests'][number];
type Question = { what: 'remove' | 'take-back'; guest: Guest };

/** Guests come and go while the dialog is open; in milliseconds. */
const lookAgain = 5_000;

/** Who came in with an invitation, and what the host can do about it. */
export function GuestsDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const { guestList: texts } = useMeetingTexts();
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

  async function answer({ what, guest }: Question) {
    const which = { meetingId, personId: guest.personId };
    if (what === 'remove') {
      if (await remove(which)) notify({ text: texts.removedDone(guest.name), tone: 'moss' });
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
        <Table caption={texts.caption} columns={columns} rows={data.meeting.guests} rowKey={({ personId }) => personId} nameColumn="name" empty={texts.none} />
      )}
      {question && (
        <ConfirmDialog
          title={(question.what === 'remove' ? texts.removeTitle : texts.takeBackTitle)(question.guest.name)}
          confirm={question.what === 'remove' ? texts.removeConfirm : texts.takeBackConfirm}
          cancel={cancel}
          isPending={removing || takingBack}
          onConfirm={() => void answer(question)}
          onClose={() => setQuestion(null)}
        >
          <p>{question.what === 'remove' ? texts.removeText : texts.takeBackText(question.guest.editCount)}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}

function useColumns(onAsk: (question: Question) => void): Column<Guest>[] {
  const { guestList: texts } = useMeetingTexts();
  const format = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        header: texts.name,
        sortBy: ({ name }) => name,
        cell: ({ name, removed }) => (
          <>
            {name} {removed && <Badge tone="brick">{texts.removed}</Badge>}
          </>
        ),
      },
      { id: 'joined', header: texts.joined, wideOnly: true, sortBy: ({ joinedAt }) => Date.parse(joinedAt), cell: ({ joinedAt }) => format.relative(joinedAt) },
      { id: 'edits', header: texts.edits, align: 'end', sortBy: ({ editCount }) => editCount, cell: ({ editCount }) => format.number(editCount) },
      {
        id: 'actions',
        header: texts.actions,
        quietHeader: true,
        align: 'end',
        cell: (guest) => (
          <Menu trigger={<IconButton label={texts.actionsFor(guest.name)} icon={<EllipsisVertical aria-hidden />} />} label={texts.actionsFor(guest.name)}>
            <MenuItem isDisabled={guest.editCount === 0} onAction={() => onAsk({ what: 'take-back', guest })}>
              {texts.takeBack}
            </MenuItem>
            <MenuItem danger isDisabled={guest.removed} onAction={() => onAsk({ what: 'remove', guest })}>
              {texts.remove}
            </MenuItem>
          </Menu>
        ),
      },
    ],
    [texts, format, onAsk],
  );
}
