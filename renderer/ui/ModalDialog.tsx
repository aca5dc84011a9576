import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "#renderer/ui/ModalDialog.module.css";

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** `large` is for work in several steps: it stays that large, and a press outside does not leave it. `full` takes the window. */
  readonly size?: "plain" | "wide" | "large" | "full";
  readonly children: ReactNode;
}

/** Lies over the screen until it is answered or left; Escape and a press outside leave it. */
export function ModalDialog({ title, isOpen, onOpenChange, size = "plain", children }: Props) {
  return (
    <ModalOverlay
      className={styles.shade!}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={size !== "large"}
      data-size={size}
    >
      <Modal className={styles.modal!} data-size={size}>
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
