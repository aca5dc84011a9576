import type { ReactNode } from "react";
import { KEYMAP } from "#renderer/commands/keymap.ts";
import styles from "#renderer/compare/ComparingBar.module.css";
import { HelpButton } from "#renderer/help/HelpButton.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { PlumbSign } from "#renderer/ui/PlumbSign.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly title: ReactNode;
  /** How many changes there are, and which of them one is at, from 0. */
  readonly changes: number;
  readonly at: number | null;
  readonly onStep: (by: 1 | -1) => void;
  readonly onBack: () => void;
  /** What else is chosen here. */
  readonly children?: ReactNode;
}

/** The bar above a comparison: what is compared, how far one is, and the ways on and back. */
export function ComparingBar({ title, changes, at, onStep, onBack, children }: Props) {
  const none = changes === 0;
  return (
    <header className={screen.bar} data-region="header">
      <Button look="plain" className={styles.back!} onPress={onBack}>
        <PlumbSign /> Back to the text
      </Button>
      <h1 className={styles.title}>{title}</h1>
      <span className={screen.grow} />
      {children}
      <output className={styles.count}>
        {none
          ? "No words differ"
          : at === null
            ? counted(changes, "change")
            : `Change ${at + 1} of ${changes}`}
      </output>
      <Button isDisabled={none} onPress={() => onStep(-1)}>
        Previous <kbd>{KEYMAP.previousChange.shown}</kbd>
      </Button>
      <Button isDisabled={none} onPress={() => onStep(1)}>
        Next <kbd>{KEYMAP.nextChange.shown}</kbd>
      </Button>
      <HelpButton />
    </header>
  );
}
