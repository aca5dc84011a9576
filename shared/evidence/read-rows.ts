import { z } from "zod";
import {
  DIRECTIONS,
  EVIDENCE_KINDS,
  EvidenceFields,
  LONGEST_NOTES,
  LONGEST_SOURCE,
  LONGEST_TITLE,
  SENSITIVITIES,
} from "#shared/domain/evidence.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import {
  type EvidenceMapping,
  type ImportField,
  WORD_FIELDS,
  type WordField,
} from "#shared/evidence/mapping.ts";
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

/** A row that has become an item. */
export const ImportRow = z.strictObject({
  /** As the spreadsheet counts, from 1. */
  row: z.int().positive(),
  /** E-012 where the row says so; else null, and the item is numbered here. */
  reference: z.string().nullable(),
  fields: EvidenceFields,
});
export type ImportRow = z.infer<typeof ImportRow>;

/** A row that cannot be an item as it stands. */
export const RowProblem = z.strictObject({
  row: z.int().positive(),
  /** As the spreadsheet names it: “C”. */
  column: z.string(),
  message: z.string(),
});
export type RowProblem = z.infer<typeof RowProblem>;

/** Words that say no kind, area, direction or sensitivity that is known here, and how many rows have them. */
export const UnknownWords = z.strictObject({ field: z.enum(WORD_FIELDS), words: z.string(), rows: z.int() });
export type UnknownWords = z.infer<typeof UnknownWords>;

export interface ReadRows {
  readonly items: ImportRow[];
  readonly problems: RowProblem[];
  readonly unknown: UnknownWords[];
}

const REFERENCE = /^E-\d{3,5}$/;

/** What the spreadsheet calls its columns: A … Z, AA … */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Every row with anything in it, as an item or as a problem. */
export function readRows(sheet: Sheet, mapping: EvidenceMapping, framework: Framework | null): ReadRows {
  const read: ReadRows = { items: [], problems: [], unknown: [] };
  const reader = new RowReader(mapping, framework, read);
  const first = (mapping.headerRow ?? -1) + 1;
  for (let index = first; index < sheet.rows.length; index++) {
    const row = sheet.rows[index]!;
    if (row.some((cell) => cell.trim() !== "")) reader.read(row, index + 1);
  }
  read.unknown.push(...reader.unknown());
  return read;
}

class RowReader {
  readonly #columns: ReadonlyMap<ImportField, readonly number[]>;
  readonly #mapping: EvidenceMapping;
  readonly #area: (text: string) => AreaId | null;
  readonly #known: ReadonlySet<string>;
  readonly #into: ReadRows;
  readonly #unknown = new Map<string, { field: WordField; words: string; rows: number }>();
  /** Cells of these fields say the same again and again. */
  readonly #looked = new Map<string, string | null>();

  constructor(mapping: EvidenceMapping, framework: Framework | null, into: ReadRows) {
    const columns = new Map<ImportField, number[]>();
    for (const [index, field] of mapping.columns.entries())
      if (field) columns.set(field, [...(columns.get(field) ?? []), index]);
    this.#columns = columns;
    this.#mapping = mapping;
    this.#area = areaFinder(framework);
    this.#known = new Set(framework?.areas.map(({ id }) => id));
    this.#into = into;
  }

  unknown(): UnknownWords[] {
    return [...this.#unknown.values()];
  }

  read(cells: readonly string[], row: number): void {
    const before = this.#into.problems.length;
    const problem = (field: ImportField, message: string): void => {
      const column = this.#columns.get(field)?.[0];
      this.#into.problems.push({ row, column: column === undefined ? "" : columnName(column), message });
    };
    const values = (field: ImportField): string[] =>
      (this.#columns.get(field) ?? [])
        .map((column) => cells[column] ?? "")
        .filter((cell) => cell.trim() !== "");
    const one = (field: ImportField): string => (values(field)[0] ?? "").trim();

    const title = one("title").replace(/\s+/g, " ");
    if (title === "") problem("title", "There is no title. Write what the item is in a few words.");
    else if (title.length > LONGEST_TITLE)
      problem(
        "title",
        `The title has ${title.length} characters; ${LONGEST_TITLE} are the most. Move the rest to the notes.`,
      );
    const said = one("date");
    const date = saysNothing(said) ? null : parseDate(said);
    if (date === null && !saysNothing(said))
      problem("date", `“${short(said)}” is no date. A date is written like 31/12/2009.`);
    const crowd = one("people");
    const people = saysNothing(crowd) ? null : parsePeople(crowd);
    if (people === null && !saysNothing(crowd))
      problem("people", `“${short(crowd)}” is no number of people. Write one number, or nothing.`);
    const source = values("source")
      .map((cell) => cell.trim())
      .join(", ");
    if (source.length > LONGEST_SOURCE)
      problem("source", `The source has ${source.length} characters; ${LONGEST_SOURCE} are the most.`);
    const own = one("reference");
    const reference = REFERENCE.test(own.toUpperCase()) ? own.toUpperCase() : null;
    const notes = [
      ...values("notes").map((cell) => cell.replace(/\r\n?/g, "\n")),
      // A reference of another system is kept, so that the item can be found there again.
      ...(reference === null && !saysNothing(own) ? [`Reference in the spreadsheet: ${own}`] : []),
    ].join("\n\n");
    if (notes.length > LONGEST_NOTES)
      problem(
        "notes",
        `The notes have ${notes.length} characters; ${LONGEST_NOTES.toLocaleString("en-GB")} are the most.`,
      );
    const areaIds = [
      ...new Set(
        values("areas")
          .flatMap(splitAreas)
          .flatMap((part) => this.#word("areas", part, this.#area, this.#known) ?? []),
      ),
    ] as AreaId[];
    if (this.#into.problems.length > before) return;
    const fields: EvidenceFields = {
      kind: this.#word("kind", one("kind"), findKind, EVIDENCE_KINDS) ?? this.#mapping.kind,
      title,
      date,
      source,
      people,
      notes,
      areaIds,
      direction: this.#word("direction", one("direction"), findDirection, DIRECTIONS) ?? "context",
      sensitivity:
        this.#word("sensitivity", one("sensitivity"), findSensitivity, SENSITIVITIES) ?? "paraphrase",
    };
    this.#into.items.push({ row, reference, fields });
  }

  /** What a person said the words mean, or what they say themselves. Null, and noted, when neither does. */
  #word<Value extends string>(
    field: WordField,
    text: string,
    find: (text: string) => Value | null,
    allowed: Iterable<string>,
  ): Value | null {
    if (saysNothing(text) && text.trim() !== "-") return null;
    const key = `${field} ${text}`;
    const known = this.#looked.get(key);
    if (known !== undefined) {
      if (known === null) this.#note(field, text);
      return (known === null || known === "" ? null : known) as Value | null;
    }
    const told = this.#mapping.words[field]?.[plainWords(text)];
    const value = told === undefined || (told !== "" && !new Set(allowed).has(told)) ? find(text) : told;
    this.#looked.set(key, value);
    if (value === null) this.#note(field, text);
    return (value === "" ? null : value) as Value | null;
  }

  #note(field: WordField, text: string): void {
    const key = `${field} ${plainWords(text)}`;
    const noted = this.#unknown.get(key);
    if (noted) noted.rows += 1;
    else this.#unknown.set(key, { field, words: text.trim().slice(0, 200), rows: 1 });
  }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
