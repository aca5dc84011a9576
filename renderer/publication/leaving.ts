import type { CheckedItem } from "#shared/publication/publication-item.ts";

/** What is asked before a file leaves the desk. */
export interface Leaving {
  /** What is about to be made: “Word”; null when the check was only asked for. */
  readonly name: string | null;
  readonly items: readonly CheckedItem[];
  /** With the reason to let it out, or null when it stays. */
  readonly answer: (reason: string | null) => void;
}
