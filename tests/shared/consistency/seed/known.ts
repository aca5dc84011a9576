/** One example that the expert reader’s list gives from the founding report. */
export interface Known {
  /** The rule’s number in that list. */
  readonly rule: number;
  /** Null for an area or the report as a whole. */
  readonly paragraph: number | null;
  /** Words that the finding quotes or its message says. */
  readonly words: string;
  /** For an example the checker does not find: why not. It is then checked that it is not found. */
  readonly notFound?: string;
}
