import type { FactualComment } from "#shared/domain/factual-check.ts";
import type { TableMapping } from "#shared/factual-accuracy/read-table.ts";

/** What is open over the page of a check. */
export type CheckDialog = "import" | "add" | "response" | null;

/** How each table of a file is read; null for one that is not. */
export type TableMappings = readonly (TableMapping | null)[];

/** Which comments are shown. */
export const COMMENT_FILTERS = {
  all: "All",
  open: "Open",
  answered: "Answered",
  unplaced: "Not placed",
} as const;
export type CommentFilter = keyof typeof COMMENT_FILTERS;

export const isShown = ({ status, blockIds }: FactualComment, filter: CommentFilter): boolean =>
  filter === "all" ||
  (filter === "open" && status === "open") ||
  (filter === "answered" && status !== "open") ||
  (filter === "unplaced" && blockIds.length === 0);
