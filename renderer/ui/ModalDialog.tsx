import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "#renderer/ui/ModalDialog.module.css";

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly wide?: boolean;
  /** For work in several steps: as large as the window allows, whatever the step, and left by Escape or its buttons alone. */
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** Lies over the screen until it is answered or left; Escape and a press outside leave it. */
export function ModalDialog({ title, isOpen, onOpenChange, wide = false, large = false, children }: Props) {
  return (
    <ModalOverlay
      className={styles.shade!}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!large}
      data-large={large ? "" : undefined}
    >
      <Modal className={styles.modal!} data-wide={wide ? "" : undefined} data-large={large ? "" : undefined}>
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
