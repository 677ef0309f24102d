import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classes } from './classes';
import { IconButton } from './IconButton';
import { useUiTexts } from './UiTexts';
import styles from './Dialog.module.css';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, the main one first; it stands to the right, and on top on phones. */
  actions?: ReactNode;
  wide?: boolean;
  /** For a question about something that can't be undone: a press outside does not answer it. */
  alert?: boolean;
  /** There is nothing to go back to, so there is no way to close it. */
  stays?: boolean;
}

/** A modal dialog; on phones it rises from the bottom edge. */
export function Dialog({ isOpen, onClose, title, children, actions, wide, alert, stays }: DialogProps) {
  const texts = useUiTexts();
  const dialog = useRef<HTMLElement>(null);
  useFocusKept(dialog);
  return (
    <ModalOverlay
      className={styles.shade}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!alert && !stays}
      isKeyboardDismissDisabled={stays}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog ref={dialog} role={alert ? 'alertdialog' : 'dialog'} className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            {!stays && <IconButton label={texts.close} icon={<X aria-hidden />} onPress={onClose} />}
          </div>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * A button that vanishes when it has done its work takes the focus with it, and Escape and Tab would then
 * speak to the page behind. Waits two frames, in which a dialog that closes gives the focus back itself.
 */
function useFocusKept(dialog: RefObject<HTMLElement | null>) {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) dialog.current?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  });
}
