import type { ReactNode } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface ConfirmDialogProps {
  title: string;
  /** What will happen, and what is safe. */
  children: ReactNode;
  /** The verb that does it, never "OK". */
  confirm: string;
  cancel: string;
  isPending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** A question before something that others will feel. */
export function ConfirmDialog({ title, children, confirm, cancel, isPending, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog
      isOpen
      alert
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="danger" isPending={isPending} onPress={onConfirm}>
            {confirm}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
