import { type FormEvent, useId, useState } from 'react';
import { useMutation } from 'urql';
import { CancelMeetingDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextField } from '../ui/TextField';
import { useMeetingPageTexts } from './useMeetingPageTexts';

/** Calls one meeting off, with a reason. */
export function CancelDialog({ meeting, onClose }: { meeting: { id: string }; onClose: () => void }) {
  const { cancelling: texts } = useMeetingPageTexts();
  const { cancel } = usePlatformTexts();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [{ fetching }, callOff] = useMutation(CancelMeetingDocument);
  const errors = useFormErrors();

  async function send(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === '') return errors.show([{ field: 'reason', message: texts.reasonMissing }]);
    const { error } = await callOff({ id: meeting.id, reason });
    if (error) return errors.refused(error);
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      alert
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button type="submit" form={formId} variant="danger" isPending={fetching}>
            {texts.save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{texts.text}</p>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <form id={formId} className="fields" onSubmit={(event) => void send(event)} noValidate>
        <TextField
          label={texts.reason}
          help={texts.reasonHelp}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={300}
          error={errors.at('reason')}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
