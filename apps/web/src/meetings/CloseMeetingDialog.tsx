import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CloseMeetingDocument, type MeetingInBriefFragment, SetReadAfterDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { isRoundMap } from './isRoundMap';
import { useMeetingTexts } from './useMeetingTexts';

interface CloseMeetingDialogProps {
  meeting: Pick<MeetingInBriefFragment, 'id' | 'kind' | 'areaId' | 'title' | 'readAfter'>;
  /** Items of its agenda that are not done. */
  left?: number;
  onClose: () => void;
  /** After the meeting is closed and its snapshot taken. */
  onDone?: () => void;
}

/** Asks before a meeting ends, and says what is kept. */
export function CloseMeetingDialog({ meeting, left = 0, onClose, onDone }: CloseMeetingDialogProps) {
  const { closing: texts } = useMeetingTexts();
  const { cancel } = usePlatformTexts();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const [readAfter, setReadAfter] = useState(meeting.readAfter);
  const around = isRoundMap(meeting);
  const [closing, close] = useAction(CloseMeetingDocument);
  const [allowing, allow] = useAction(SetReadAfterDocument);

  async function confirm() {
    if (readAfter !== meeting.readAfter && !(await allow({ meetingId: meeting.id, allowed: readAfter }))) return;
    if (!(await close({ id: meeting.id }))) return;
    notify({
      text: around ? texts.done(meeting.title) : texts.donePlain(meeting.title),
      tone: 'moss',
      ...(around && { action: { label: texts.toArea, run: () => void navigate(`/${slug}/areas/${meeting.areaId}#snapshots`) } }),
    });
    onClose();
    onDone?.();
  }

  return (
    <Dialog
      isOpen
      alert
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button variant="primary" isPending={closing || allowing} onPress={() => void confirm()}>
            {around ? texts.confirm : texts.confirmPlain}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{around ? texts.what(meeting.title) : texts.over(meeting.title)}</p>
      {left > 0 && <p>{texts.left(left)}</p>}
      <p>{texts.mail}</p>
      <p>
        {around && `${texts.guests} `}
        {texts.sure}
      </p>
      {around && (
        <Checkbox isSelected={readAfter} onChange={setReadAfter} help={texts.readAfterHelp}>
          {texts.readAfter}
        </Checkbox>
      )}
    </Dialog>
  );
}
