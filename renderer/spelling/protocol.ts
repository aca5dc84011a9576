import type { Span } from "#shared/document/find.ts";

/** Something in a text that may be a slip. */
export interface Slip {
  readonly kind: "spelling" | "grammar";
  readonly span: Span;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** Words to put in its place, best first. */
  readonly suggestions: readonly string[];
}

/** The texts of one block: its own, and those of its cells. One question at a time. */
export interface SpellQuestion {
  readonly turn: number;
  readonly texts: readonly string[];
}

export interface SpellAnswer {
  readonly turn: number;
  readonly slips: readonly (readonly Slip[])[];
}
