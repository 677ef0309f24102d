import { X } from 'lucide-react';
import type { ReactNode } from 'react';
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
  return (
    <ModalOverlay
      className={styles.shade}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!alert && !stays}
      isKeyboardDismissDisabled={stays}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className={styles.dialog}>
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
