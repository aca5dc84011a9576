import { type ReactNode, useEffect, useRef } from "react";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";

/** What a step is about. Takes the focus as the step comes up: the button that led here is gone. */
export function StepHead({ children }: { readonly children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <h3 ref={head} tabIndex={-1} className={styles.head}>
      {children}
    </h3>
  );
}
