import type { NewFactualComment } from "#shared/domain/factual-check.ts";
import { fingerprintOf } from "#shared/consistency/fingerprint.ts";
import { plainWords } from "#shared/evidence/read-values.ts";
import { proposeKind, saidKind } from "#shared/factual-accuracy/classify.ts";
import { type IssuedCopy, placeComment } from "#shared/factual-accuracy/place-comment.ts";

/** The columns of the response form, in its order. */
export const FORM_FIELDS = ["place", "quote", "text", "kind", "shows"] as const;
export type FormField = (typeof FORM_FIELDS)[number];

export const FORM_HEADINGS: Readonly<Record<FormField, string>> = {
  place: "Paragraph number",
  quote: "What the report says",
  text: "What you say is wrong",
  kind: "Kind (typographical or number / fact / evidence missing)",
  shows: "What shows it",
};

/** One table of a file that came back; every row as long as it is. */
export interface CommentTable {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a table holds in its columns. */
export interface TableMapping {
  /** From 0; null where there is none. */
  readonly headerRow: number | null;
  /** From the left; null for a column that is not read. */
  readonly columns: readonly (FormField | null)[];
}

/** In the order in which they are tried on the plain words of a heading: the more particular first. */
const NAMES: readonly (readonly [FormField, RegExp])[] = [
  ["kind", /\b(?:kind|type|category|class(?:ification)?)\b/],
  [
    "quote",
    /\b(?:report (?:says|states|reads|text|wording|extract)|what the (?:draft |report)|current|existing|original|extract|quot\w*|as (?:written|drafted|stated)|(?:text|wording|words) (?:in|of|from)|(?:paragraph|section) (?:text|wording)|statement)\b/,
  ],
  [
    "shows",
    /\b(?:evidence|shows?|support\w*|proof|proves|source|attach\w*|justif\w*|reasons?|document\w*)\b/,
  ],
  [
    "text",
    /\b(?:wrong|comments?|correct\w*|inaccura\w*|error|issue|challenge|should (?:say|read)|propos\w*|amend\w*|suggest\w*|response|query|change)\b/,
  ],
  ["place", /\b(?:para\w*|section|page|ref(?:erence)?|place|location|number|no)\b/],
];

const HEADER_WITHIN = 12;
const LONGEST_HEADING = 120;

export function fieldOf(heading: string): FormField | null {
  const words = plainWords(heading);
  if (words === "" || words.length > LONGEST_HEADING) return null;
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function columnsOf(row: readonly string[]): (FormField | null)[] {
  const taken = new Set<FormField>();
  return row.map((cell) => {
    const field = fieldOf(cell);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

const fieldsIn = (columns: readonly (FormField | null)[]): number =>
  columns.filter((field) => field !== null).length;

/** How the headings of a table say it is to be read; null where they do not say what is wrong, or where. */
export function guessMapping({ rows }: CommentTable): TableMapping | null {
  let best: TableMapping | null = null;
  for (const [headerRow, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = columnsOf(row);
    const says = columns.includes("text") && (columns.includes("place") || columns.includes("quote"));
    if (says && fieldsIn(columns) > fieldsIn(best?.columns ?? [])) best = { headerRow, columns };
  }
  return best;
}

/** What is in a table besides comments. */
export interface LeftOut {
  /** From 1, as a reader of the file counts. */
  readonly row: number;
  readonly words: string;
}

export interface ReadTable {
  readonly comments: readonly NewFactualComment[];
  /** Rows that say something and no comment: told, not dropped. */
  readonly leftOut: readonly LeftOut[];
  /** Rows of the form that nobody filled in. */
  readonly empty: number;
}

/** The comments of a table, each at its place in the issued copy. */
export function readTable(
  table: CommentTable,
  { headerRow, columns }: TableMapping,
  copy: IssuedCopy,
): ReadTable {
  const header = headerRow === null ? null : keyOf(table.rows[headerRow] ?? []);
  const comments: NewFactualComment[] = [];
  const leftOut: LeftOut[] = [];
  let empty = 0;
  let placeAbove = "";
  table.rows.forEach((row, index) => {
    if (index <= (headerRow ?? -1) || keyOf(row) === header) return;
    const said = Object.fromEntries(FORM_FIELDS.map((field) => [field, cellOf(row, columns, field)])) as Said;
    if (row.every((cell) => cell.trim() === "")) empty += 1;
    else if (said.text === "" && said.shows === "")
      leftOut.push({
        row: index + 1,
        words: row
          .map((cell) => cell.trim())
          .filter(Boolean)
          .join(" · ")
          .slice(0, 200),
      });
    else comments.push(commentOf(said, placeAbove, copy));
    if (said.place !== "") placeAbove = said.place;
  });
  return { comments: withKeys(comments), leftOut, empty };
}

type Said = Record<FormField, string>;

const keyOf = (row: readonly string[]): string => row.map(plainWords).join("|");

/** Longer than anybody writes into a cell; what is cut off is told by its end. */
const LONGEST = 19_000;
const LONGEST_PLACE = 900;
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

const cellOf = (row: readonly string[], columns: TableMapping["columns"], field: FormField): string => {
  const at = columns.indexOf(field);
  return cut(
    (at < 0 ? "" : (row[at] ?? "")).replace(/\r\n?/g, "\n").trim(),
    field === "place" ? LONGEST_PLACE : LONGEST,
  );
};

/** @param placeAbove where the row above is */
function commentOf(said: Said, placeAbove: string, copy: IssuedCopy): NewFactualComment {
  const { place, quote, text, shows } = said;
  const placed = placeComment(said, copy);
  // Merged with the row above, or about the whole report: only a person can tell.
  const isBelow = placed.placedBy === "none" && place === "" && placeAbove !== "";
  const kind = saidKind(said.kind);
  return {
    place,
    quote,
    text,
    shows,
    kind: kind ?? proposeKind(said),
    kindBy: kind ? "body" : "proposed",
    ...placed,
    ...(isBelow && { note: `No place is written. The row above is about “${placeAbove.slice(0, 80)}”.` }),
    key: null,
  };
}

/** A comment from the margin of a Word file, and the text it hangs on. */
export interface MarginComment {
  readonly by: string;
  readonly quote: string;
  readonly text: string;
  /** All of the paragraph. */
  readonly near: string;
}

export const readMargin = (margin: readonly MarginComment[], copy: IssuedCopy): NewFactualComment[] =>
  withKeys(
    margin.map(({ quote, text, near }) => {
      const said = { place: "", quote: cut(quote, LONGEST), text: cut(text, LONGEST) };
      return {
        ...said,
        shows: "",
        kind: proposeKind(said),
        kindBy: "proposed",
        ...placeMargin(said, near, copy),
        key: null,
      };
    }),
  );

/** The paragraph it hangs on says more than a few quoted words that may stand anywhere. */
function placeMargin(
  said: Pick<NewFactualComment, "place" | "quote" | "text">,
  near: string,
  copy: IssuedCopy,
) {
  const byParagraph = placeComment({ ...said, quote: near }, copy);
  return byParagraph.placedBy === "none" ? placeComment(said, copy) : byParagraph;
}

/** Keys that are the same for the same rows of another import; the second of two that are alike has one of its own. */
function withKeys(comments: readonly NewFactualComment[]): NewFactualComment[] {
  const seen = new Map<string, number>();
  return comments.map((comment) => {
    const said = [comment.place, comment.quote, comment.text, comment.shows].map((text) =>
      text.normalize("NFKC").replace(/\s+/g, " ").trim(),
    );
    const words = JSON.stringify(said);
    const times = seen.get(words) ?? 0;
    seen.set(words, times + 1);
    return { ...comment, key: fingerprintOf(`${words}|${times}`) };
  });
}
