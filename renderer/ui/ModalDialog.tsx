import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "#renderer/ui/ModalDialog.module.css";

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly wide?: boolean;
  /** Takes the window: a screen of its own that one comes back from. */
  readonly full?: boolean;
  readonly children: ReactNode;
}

/** Lies over the screen until it is answered or left; Escape and a press outside leave it. */
export function ModalDialog({ title, isOpen, onOpenChange, wide = false, full = false, children }: Props) {
  return (
    <ModalOverlay
      className={styles.shade!}
      data-full={full ? "" : undefined}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
    >
      <Modal className={styles.modal!} data-wide={wide ? "" : undefined} data-full={full ? "" : undefined}>
        <Dialog className={styles.dialog!}>
          <Heading slot="title" className={styles.heading!}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
