/** What the analysers found in one block. Characters count from the start of the block's text, ends are exclusive. */
export interface BlockAnalysis {
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
}
