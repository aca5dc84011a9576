import { z } from "zod";
import { EVIDENCE_KINDS } from "#shared/domain/evidence.ts";
import type { Framework } from "#shared/domain/framework.ts";
import {
  areaFinder,
  findDirection,
  findKind,
  findSensitivity,
  parseDate,
  parsePeople,
  plainWords,
  saysNothing,
  splitAreas,
} from "#shared/evidence/read-values.ts";
import type { Sheet } from "#shared/evidence/sheet.ts";

export const IMPORT_FIELDS = [
  "reference",
  "kind",
  "date",
  "title",
  "source",
  "people",
  "notes",
  "areas",
  "direction",
  "sensitivity",
] as const;
export const ImportField = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof ImportField>;

/** The fields whose words are chosen from a list. */
export const WORD_FIELDS = ["kind", "areas", "direction", "sensitivity"] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** How a sheet is read: what its columns hold, and what words in them mean that do not say so themselves. */
export const EvidenceMapping = z.strictObject({
  /** Which sheet, from 0. */
  sheet: z.int().nonnegative(),
  /** The row of the headings, from 0; null when there is none. */
  headerRow: z.int().nonnegative().nullable(),
  /** What each column holds, from the left; null for nothing that is kept. Several may hold notes, areas or source. */
  columns: z.array(ImportField.nullable()).max(200),
  /** By field and plain words: the id or value they mean, or empty for nothing. */
  words: z.partialRecord(z.enum(WORD_FIELDS), z.record(z.string(), z.string())),
  /** Of a row that does not say its kind. */
  kind: z.enum(EVIDENCE_KINDS),
});
export type EvidenceMapping = z.infer<typeof EvidenceMapping>;

/** In the order in which they are tried, on the plain words of a heading. */
const NAMES: readonly (readonly [ImportField, RegExp])[] = [
  ["reference", /^(?:evidence )?(?:ref(?:erence)?|id|no|number|code|item)(?: (?:no|number|id))?$/],
  [
    "people",
    /\b(?:people|persons?|attendees|participants|headcount|numbers? (?:of|seen|present)|how many)\b/,
  ],
  ["sensitivity", /\b(?:sensitiv|confiden|quotable|outside|marking|restriction|disclos)/],
  ["areas", /\b(?:areas?|themes?|criteri|strand|domain|framework|aspect|key line)/],
  ["direction", /\b(?:direction|strengths?|weakness|positive|negative|judgement|impact|speaks for)|^\+/],
  ["date", /\b(?:date|day|when)\b/],
  ["kind", /\b(?:kind|type|category|method|activity|nature)\b/],
  ["source", /\b(?:source|who|from|interviewee|provider|agency|origin|with|location|team|service)\b/],
  ["notes", /\b(?:notes?|details?|comments?|findings?|text|record|observations?|what|narrative)\b/],
  ["title", /\b(?:title|summary|subject|headline|name|evidence|topic|heading|description)\b/],
];
const SEVERAL: readonly ImportField[] = ["notes", "areas", "source"];
const HEADER_WITHIN = 30;
const SAMPLE_ROWS = 200;
/** A column is what its values are when so many of them are. */
const MOST_OF_THEM = 0.6;

const nameOf = (cell: string): ImportField | null => {
  const words = plainWords(cell);
  if (words === "" || words.length > 60) return null;
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
};

/** The row of the headings: the first of the most different names among the rows at the top; null when none has two. */
export function findHeader({ rows }: Sheet): number | null {
  let best: number | null = null;
  let most = 1;
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const names = new Set(row.map(nameOf).filter((name) => name !== null)).size;
    if (names <= most) continue;
    most = names;
    best = index;
  }
  return best;
}

/** The same for every sheet with these headings, whatever their case and signs. */
export const headerSignature = (sheet: Sheet, headerRow: number | null): string =>
  headerRow === null ? "" : (sheet.rows[headerRow] ?? []).map(plainWords).join("|");

/** What a sheet most likely holds in its columns, by their headings, then by their values. */
export function guessMapping(sheets: readonly Sheet[], framework: Framework | null): EvidenceMapping {
  const guesses = sheets.map((sheet, index) => guessSheet(sheet, index, framework));
  const score = ({ columns, sheet }: EvidenceMapping): number =>
    new Set(columns).size * 1e6 + sheets[sheet]!.rows.length;
  return guesses.reduce((best, guess) => (score(guess) > score(best) ? guess : best));
}

/** @param headerRow where a person said that the headings are, or null for nowhere */
export function guessSheet(
  sheet: Sheet,
  index: number,
  framework: Framework | null,
  headerRow: number | null = findHeader(sheet),
): EvidenceMapping {
  const header = headerRow === null ? [] : (sheet.rows[headerRow] ?? []);
  const body = sheet.rows.slice((headerRow ?? -1) + 1, (headerRow ?? -1) + 1 + SAMPLE_ROWS);
  const width = body.reduce((most, row) => Math.max(most, row.length), header.length);
  const taken = new Set<ImportField>();
  const take = (field: ImportField | null): ImportField | null => {
    if (field === null || (taken.has(field) && !SEVERAL.includes(field))) return null;
    taken.add(field);
    return field;
  };
  const columns = Array.from({ length: width }, (_, column) => take(nameOf(header[column] ?? "")));
  const tests = valueTests(framework);
  for (const column of columns.keys()) {
    if (columns[column] !== null) continue;
    const values = body.map((row) => row[column] ?? "").filter((value) => !saysNothing(value));
    if (values.length === 0) continue;
    const field = tests.find(
      ([name, is]) => !taken.has(name) && values.filter(is).length >= values.length * MOST_OF_THEM,
    );
    columns[column] = take(field?.[0] ?? null);
  }
  if (!taken.has("title")) {
    const longest = wordiest(columns, body);
    if (longest >= 0) columns[longest] = "title";
  }
  return { sheet: index, headerRow, columns, words: {}, kind: "document" };
}

function valueTests(
  framework: Framework | null,
): readonly (readonly [ImportField, (value: string) => boolean])[] {
  const area = areaFinder(framework);
  const short = (value: string): boolean => value.length <= 40;
  return [
    ["reference", (value) => /^[A-Z]{1,4}[-/ ]?\d{1,5}$/i.test(value.trim())],
    [
      "people",
      (value) =>
        /^\d{1,3}$/.test(value.trim()) ||
        (short(value) && /^(?:c\. ?)?\d+ /.test(value) && parsePeople(value) !== null),
    ],
    ["date", (value) => parseDate(value) !== null],
    ["areas", (value) => splitAreas(value).some((part) => area(part) !== null)],
    ["direction", (value) => short(value) && findDirection(value) !== null],
    ["sensitivity", (value) => short(value) && findSensitivity(value) !== null],
    ["kind", (value) => short(value) && findKind(value) !== null],
  ];
}

/** Of the columns that are nothing yet, or else of those of notes, the one with most words. */
function wordiest(columns: readonly (ImportField | null)[], body: Sheet["rows"]): number {
  const free = [...columns.keys()].filter((column) => columns[column] === null);
  const among = free.length > 0 ? free : [...columns.keys()].filter((column) => columns[column] === "notes");
  const letters = (column: number): number =>
    body.reduce((sum, row) => sum + (row[column] ?? "").replace(/[^\p{L}]/gu, "").length, 0);
  return among.reduce((best, column) => (best < 0 || letters(column) > letters(best) ? column : best), -1);
}

/** The mapping with another field for one column; what only one column can hold is taken from the one that had it. */
export function withColumn(
  mapping: EvidenceMapping,
  column: number,
  field: ImportField | null,
): EvidenceMapping {
  const columns = Array.from(
    { length: Math.max(mapping.columns.length, column + 1) },
    (_, index) => mapping.columns[index] ?? null,
  ).map((held, index) => {
    if (index === column) return field;
    return held === field && field !== null && !SEVERAL.includes(field) ? null : held;
  });
  return { ...mapping, columns };
}
