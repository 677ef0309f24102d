import { type FormEvent, useId, useState } from 'react';
import { useMutation } from 'urql';
import { AssignRunSheetItemDocument } from '../generated/graphql';
import { ResponsibleSelect } from '../people/ResponsibleSelect';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

interface AssignDialogProps {
  meetingId: string;
  item: MeetingFull['runSheet'][number];
  onClose: () => void;
}

/** Who does one thing of the run sheet. */
export default function AssignDialog({ meetingId, item, onClose }: AssignDialogProps) {
  const { sheet: texts } = useMeetingPageTexts();
  const { save, cancel } = usePlatformTexts();
  const formId = useId();
  const [personId, setPersonId] = useState(item.responsible?.personId ?? null);
  const [{ fetching }, assign] = useMutation(AssignRunSheetItemDocument);
  const errors = useFormErrors();

  async function send(event: FormEvent) {
    event.preventDefault();
    const { error } = await assign({ meetingId, runSheetItemId: item.id, responsiblePersonId: personId });
    if (error) return errors.refused(error);
    notify({ text: texts.assigned, tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.assignTitle}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={fetching}>
            {save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{item.title}</p>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <form id={formId} className="fields" onSubmit={(event) => void send(event)} noValidate>
        <ResponsibleSelect
          label={texts.who}
          help={texts.whoHelp}
          name="responsible"
          value={personId}
          onChange={setPersonId}
          nobody={{ label: texts.nobody, onChoose: () => setPersonId(null) }}
          present={item.responsible}
          error={errors.at('responsiblePersonId') ?? errors.at('responsible')}
        />
      </form>
    </Dialog>
  );
}
