import {
  DIRECTIONS,
  EVIDENCE_KINDS,
  type Evidence,
  type EvidenceFields,
  LONGEST_SOURCE,
  LONGEST_TITLE,
  SENSITIVITIES,
} from "#shared/domain/evidence.ts";
import { type Column } from "#renderer/evidence/arrange.ts";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";

/** How a column is written in: as a line, one of a few words, a number or a day; areas in a list of ticks. */
export type CellEntry =
  | { readonly as: "line" | "date" | "number"; readonly longest: number }
  | { readonly as: "choice"; readonly options: readonly (readonly [value: string, words: string])[] }
  | { readonly as: "areas" };

const choice = <Value extends string>(
  options: readonly Value[],
  words: Readonly<Record<Value, string>>,
): CellEntry => ({ as: "choice", options: options.map((option) => [option, words[option]] as const) });

/** The columns that are written in; reference and uses are given. */
export const ENTRIES: Partial<Record<Column, CellEntry>> = {
  kind: choice(EVIDENCE_KINDS, KIND_WORDS),
  date: { as: "date", longest: 10 },
  title: { as: "line", longest: LONGEST_TITLE },
  source: { as: "line", longest: LONGEST_SOURCE },
  people: { as: "number", longest: 6 },
  areas: { as: "areas" },
  direction: choice(DIRECTIONS, DIRECTION_WORDS),
  sensitivity: choice(SENSITIVITIES, SENSITIVITY_WORDS),
};

/** What a cell holds, as its entry shows it. */
export function entryText(item: Evidence, column: Column): string {
  switch (column) {
    case "kind":
    case "title":
    case "source":
    case "direction":
    case "sensitivity":
      return item[column];
    case "date":
      return item.date ?? "";
    case "people":
      return item.people === null ? "" : String(item.people);
    default:
      return "";
  }
}

/** The change that an entry makes; null when it says nothing that can be kept, as an empty title does. */
export function changeFrom(column: Column, text: string): Partial<EvidenceFields> | null {
  const words = text.trim();
  switch (column) {
    case "kind":
      return { kind: words as Evidence["kind"] };
    case "direction":
      return { direction: words as Evidence["direction"] };
    case "sensitivity":
      return { sensitivity: words as Evidence["sensitivity"] };
    case "title":
      return words === "" ? null : { title: words };
    case "source":
      return { source: words };
    case "date":
      return { date: words === "" ? null : words };
    case "people":
      if (words === "") return { people: null };
      return /^\d{1,6}$/.test(words) ? { people: Number(words) } : null;
    default:
      return null;
  }
}
