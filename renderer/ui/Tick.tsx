import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import styles from "#renderer/ui/Tick.module.css";

interface Props {
  /** Its value in a group; alone it is told whether it is ticked. */
  readonly value?: string;
  readonly isSelected?: boolean;
  readonly onChange?: (isSelected: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A box to tick, with its words beside it. */
export function Tick({ className = "", children, ...props }: Props) {
  return (
    <Checkbox {...props} className={`${styles.tick} ${className}`}>
      {({ isSelected }) => (
        <>
          <span className={styles.box} aria-hidden>
            {isSelected ? "✓" : ""}
          </span>
          <span>{children}</span>
        </>
      )}
    </Checkbox>
  );
}
