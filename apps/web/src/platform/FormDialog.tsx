import { type FormEvent, type ReactNode, useId } from 'react';
import { usePlatformTexts } from './usePlatformTexts';
import type { useFormErrors } from './useFormErrors';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';

interface FormDialogProps {
  title: string;
  save: string;
  isPending: boolean;
  errors: Pick<ReturnType<typeof useFormErrors>, 'errors' | 'attempt'>;
  wide?: boolean;
  /** Above the fields. */
  lead?: ReactNode;
  onSend: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** Some fields and a button that sends them. */
export function FormDialog({ title, save, isPending, errors, wide, lead, onSend, onClose, children }: FormDialogProps) {
  const { cancel } = usePlatformTexts();
  const formId = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void onSend();
  };
  return (
    <Dialog
      isOpen
      wide={wide}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            {save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      {lead}
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <form id={formId} className="fields" onSubmit={send} noValidate>
        {children}
      </form>
    </Dialog>
  );
}
