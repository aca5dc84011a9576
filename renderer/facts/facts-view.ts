import type { FactualComment } from "#shared/domain/factual-check.ts";
import type { TableMapping } from "#shared/facts/read-table.ts";

/** What is open over the page of a check. */
export type FactsDialog = "import" | "add" | "response" | null;

/** How each table of a file is read; null for one that is not. */
export type TableMappings = readonly (TableMapping | null)[];

/** Which comments are shown. */
export const FACTS_FILTERS = {
  all: "All",
  open: "Open",
  answered: "Answered",
  unplaced: "Not placed",
} as const;
export type FactsFilter = keyof typeof FACTS_FILTERS;

export const isShown = ({ status, blockIds }: FactualComment, filter: FactsFilter): boolean =>
  filter === "all" ||
  (filter === "open" && status === "open") ||
  (filter === "answered" && status !== "open") ||
  (filter === "unplaced" && blockIds.length === 0);
