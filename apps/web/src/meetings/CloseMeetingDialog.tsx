import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CloseMeetingDocument, SetReadAfterDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { useMeetingTexts } from './useMeetingTexts';

interface CloseMeetingDialogProps {
  meeting: { id: string; areaId: string | null; title: string; readAfter: boolean };
  onClose: () => void;
  /** After the meeting is closed and its snapshot taken. */
  onDone?: () => void;
}

/** Asks before a meeting ends, and says what is kept. */
export function CloseMeetingDialog({ meeting, onClose, onDone }: CloseMeetingDialogProps) {
  const { closing: texts } = useMeetingTexts();
  const { cancel } = usePlatformTexts();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const [readAfter, setReadAfter] = useState(meeting.readAfter);
  const [closing, close] = useAction(CloseMeetingDocument);
  const [allowing, allow] = useAction(SetReadAfterDocument);

  async function confirm() {
    if (readAfter !== meeting.readAfter && !(await allow({ meetingId: meeting.id, allowed: readAfter }))) return;
    if (!(await close({ id: meeting.id }))) return;
    notify({
      text: texts.done(meeting.title),
      tone: 'moss',
      ...(meeting.areaId && { action: { label: texts.toArea, run: () => void navigate(`/${slug}/areas/${meeting.areaId}#snapshots`) } }),
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
            {texts.confirm}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{texts.what(meeting.title)}</p>
      <p>{texts.guests}</p>
      <Checkbox isSelected={readAfter} onChange={setReadAfter} help={texts.readAfterHelp}>
        {texts.readAfter}
      </Checkbox>
    </Dialog>
  );
}
