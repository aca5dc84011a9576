/** What the writing asks of the writer in a dialog. */
export type WritingQuestion = "link" | "table" | "caption" | "figures" | "ties";
