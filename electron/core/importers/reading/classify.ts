import type { Element, HeadingElement } from "#electron/core/importers/reading/elements.ts";
import type { GradedName, GradeReader } from "#electron/core/importers/reading/grades.ts";
import { NUMBER, numberOf } from "#electron/core/importers/reading/marks.ts";
import type { Names } from "#electron/core/importers/reading/names.ts";
import type { RecordOfFindings } from "#electron/core/importers/reading/record-of-findings.ts";
import type { SourceBlock } from "#electron/core/importers/reading/source-block.ts";
import { plainWording } from "#electron/core/importers/reading/wording.ts";
import type { Area, Framework } from "#shared/domain/framework.ts";

/** What is known of the document when its blocks are told apart. */
export interface Reading {
  readonly framework: Framework | null;
  readonly names: Names;
  readonly grades: GradeReader;
  readonly record: RecordOfFindings;
}

/** A paragraph number may skip so many: a number the source left out, not another list. */
const MOST_SKIPPED = 2;
/** No heading is longer than this, in letters. */
const LONGEST_HEADING = 160;
/** Lines of the cover that are set like headings. */
const COVER_LINE =
  /^(?:inspection dates?|report published|published|lead inspector|reporting inspector|age group)\b.{0,80}$/i;
/** What stands above the one row of a framed heading. */
const TITLE_ROW = /^(?:key )?judge?ments?\b.{0,20}$/i;
/** How every report of the inspectorate ends: who it is and how to get copies. */
const IMPRINT =
  /^(?:the office for standards in education|© ?(?:crown copyright|ofsted)|if you would like a copy of this document|this publication is available|you may (?:reuse|use) this information|this document may be reproduced|piccadilly gate)/i;

/** Says of every block what it is. Blocks of the table of grades become one `record`. */
export function classify(blocks: readonly SourceBlock[], reading: Reading): Element[] {
  const elements: Element[] = [];
  const numbers = new Numbers();
  const bodySize = commonSize(blocks);
  for (let index = 0; index < blocks.length;) {
    const made = elements.length;
    const end = readNext(blocks, index, elements, reading, numbers, bodySize);
    // What made nothing of its own belongs to what stands above it.
    const at = Math.min(made, elements.length - 1);
    const element = elements[at];
    if (element) elements[at] = { ...element, from: [...(element.from ?? []), ...blocks.slice(index, end)] };
    index = end;
  }
  return elements;
}

/** Adds what the block, and those that belong to it, are. @returns the index of the next block */
function readNext(
  blocks: readonly SourceBlock[],
  index: number,
  elements: Element[],
  reading: Reading,
  numbers: Numbers,
  bodySize: number,
): number {
  const block = blocks[index];
  if (!block || reading.record.apart.has(index)) return index + 1;
  if (index === reading.record.first && reading.record.end > index) {
    elements.push({ kind: "record" });
    return reading.record.end;
  }
  const captioned = block.role === "caption" && blocks[index + 1]?.cell ? 1 : 0;
  const table = tableFrom(blocks, index + captioned, reading);
  if (table.length > 0) {
    pushTable(elements, table, reading, captioned === 1 ? block : undefined);
    return index + captioned + table.length;
  }
  if (numbers.isNextAlone(block.text)) {
    // A number may stand on a line of its own, or before nothing at all: the count goes on as printed.
    const next = blocks[index + 1];
    const own =
      next && next.role !== "heading" && numberOf(next.text) === null && !knownHeading(next.text, 0, reading);
    elements.push({ kind: "numbered", number: numbers.takeNext(), text: own ? next.text : "" });
    return index + (own ? 2 : 1);
  }
  const previous = elements.at(-1);
  const grade = reading.grades.alone(block.text);
  if (grade && previous?.kind === "heading" && previous.grade === null && previous.areas.length > 0)
    elements[elements.length - 1] = { ...previous, grade };
  else elements.push(elementOf(block, reading, numbers, bodySize));
  return index + 1;
}

function elementOf(block: SourceBlock, reading: Reading, numbers: Numbers, bodySize: number): Element {
  const { text } = block;
  if (block.role === "note") return { kind: "note", text };
  const timescale = timescaleNamed(text, reading.framework);
  if (timescale) return { kind: "timescale", id: timescale.id };
  const heading = block.role === "item" ? null : knownHeading(text, block.level, reading);
  if (heading) return heading;
  if (block.role === "quotation") return { kind: "quotation", text };
  if (block.numbered) return { kind: "numbered", number: numbers.takeNext(), text };
  const number = numbers.accept(text);
  if (number !== null) return { kind: "numbered", number, text: text.replace(NUMBER, "").trim() };
  if (block.role === "item") return { kind: "item", text, level: Math.max(1, block.level) };
  if (looksLikeHeading(block, bodySize)) {
    numbers.allowRestart();
    return { kind: "heading", text, level: block.level, areas: [], section: false, grade: null };
  }
  return { kind: "paragraph", text, imprint: IMPRINT.test(text) };
}

/** Accepts paragraph numbers in their order and nothing else that looks like one. */
class Numbers {
  #last = 0;
  #mayRestart = false;

  accept(text: string): number | null {
    const number = numberOf(text);
    if (number === null) return null;
    const next = number > this.#last && number <= this.#last + 1 + MOST_SKIPPED;
    if (!next && !(number === 1 && this.#mayRestart)) return null;
    this.#last = number;
    this.#mayRestart = false;
    return number;
  }

  /** True for “12.” when a paragraph 12 is due. */
  isNextAlone(text: string): boolean {
    return text.trim() === `${this.#last + 1}.`;
  }

  takeNext(): number {
    return ++this.#last;
  }

  allowRestart(): void {
    this.#mayRestart = true;
  }
}

const timescaleNamed = (text: string, framework: Framework | null) =>
  text.length > 60
    ? undefined
    : framework?.timescales.find(({ label }) => plainWording(label) === plainWording(text));

/** A heading that the framework knows, with the grade behind it if one is printed. */
export function knownHeading(
  text: string,
  level: number,
  { names, grades }: Pick<Reading, "names" | "grades">,
): HeadingElement | null {
  if (text.length > LONGEST_HEADING || numberOf(text) !== null) return null;
  const graded = grades.behindName(text);
  const name = graded && areasOf(graded.name, names).length > 0 ? graded.name : text;
  const areas = names.isSection(text) ? names.areasNamed(name) : areasOf(name, names);
  const section = areas.length === 0 && names.isSection(text);
  if (areas.length === 0 && !section) return null;
  return {
    kind: "heading",
    text: name.replace(/[:.\s]+$/, ""),
    level,
    areas,
    section,
    grade: name === text ? null : (graded as GradedName),
  };
}

/** What stands before an area's name: “Section 2: ”, “Inspection findings – the ”. */
const BEFORE_NAME = /^[\p{L}\d ]{3,40}(?::|\s[–—-])\s+/u;

const areasOf = (name: string, names: Names): Area[] => {
  const areas = names.areasNamed(name);
  return areas.length > 0 ? areas : names.areasNamed(name.replace(BEFORE_NAME, ""));
};

function looksLikeHeading({ role, text, look }: SourceBlock, bodySize: number): boolean {
  if (text.length > LONGEST_HEADING || numberOf(text) !== null) return false;
  if (COVER_LINE.test(text)) return false;
  if (role === "heading") return true;
  if (!look || /[.;,]$/.test(text)) return false;
  return look.size > bodySize * 1.1 || (look.bold && look.size >= bodySize * 0.95);
}

/** The size most of the text is set in. */
function commonSize(blocks: readonly SourceBlock[]): number {
  const letters = new Map<number, number>();
  for (const { look, text } of blocks)
    if (look) letters.set(look.size, (letters.get(look.size) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The blocks from `index` on that are cells of one table, or rows of the scale set as plain lines. */
function tableFrom(blocks: readonly SourceBlock[], index: number, reading: Reading): SourceBlock[] {
  const table = blocks[index]?.cell?.table;
  const belongs =
    table === undefined
      ? (block: SourceBlock) => scaleRow(block.text, reading) !== null
      : (block: SourceBlock) => block.cell?.table === table;
  const { first, end: recordEnd } = reading.record;
  const recordAt = recordEnd > first ? first : -1;
  const end = blocks.findIndex((block, at) => at >= index && (at === recordAt || !belongs(block)));
  return blocks.slice(index, end < 0 ? blocks.length : end);
}

/** “Good (Grade 2) A service that exceeds minimum requirements” as two cells. */
export function scaleRow(text: string, { grades }: Pick<Reading, "grades">): [string, string] | null {
  const found = /^([\p{L} ]{3,30}\(Grade \d\))\s*(.*)$/isu.exec(text);
  const label = found?.[1]?.replace(/\(.*/, "").trim() ?? "";
  return found && grades.alone(label) ? [found[1] ?? "", found[2] ?? ""] : null;
}

/** A table of one graded row is a heading in a frame, and of one row a line; anything else stays a table. */
function pushTable(
  elements: Element[],
  cells: readonly SourceBlock[],
  reading: Reading,
  caption: SourceBlock | undefined,
): void {
  const rows = rowsOf(cells, reading);
  const headings = rows.map((row) => framedHeading(row, reading));
  const graded = headings.filter((heading) => heading !== null).length;
  if (rows.length > 1 && !(graded === 1 && rows.length === 2)) {
    elements.push({
      kind: "table",
      rows,
      header: cells[0]?.cell?.header === true,
      ...(caption && { caption }),
    });
    return;
  }
  if (caption) elements.push({ kind: "paragraph", text: caption.text, imprint: false });
  for (const [index, row] of rows.entries()) {
    const text = row.join(" ").trim();
    const heading = headings[index];
    if (heading) elements.push(heading);
    else if (!TITLE_ROW.test(text)) elements.push({ kind: "paragraph", text, imprint: false });
  }
}

function framedHeading(row: readonly string[], { grades, names }: Reading): HeadingElement | null {
  const text = row.slice(0, -1).join(" ").replace(/\s+/g, " ").trim();
  const grade = grades.alone(row.at(-1) ?? "");
  const areas = names.areasNamed(text);
  return grade && areas.length > 0 ? { kind: "heading", text, level: 0, areas, section: false, grade } : null;
}

function rowsOf(cells: readonly SourceBlock[], reading: Reading): string[][] {
  const rows: string[][] = [];
  for (const { cell, text } of cells) {
    if (!cell) {
      rows.push(scaleRow(text, reading) ?? [text]);
      continue;
    }
    const row = (rows[cell.row] ??= []);
    row[cell.column] = text;
  }
  const columns = Math.max(...rows.map((row) => row?.length ?? 0));
  return Array.from(rows, (row) =>
    Array.from({ length: columns }, (_, column) => row?.[column] ?? ""),
  ).filter((row) => row.some((text) => text !== ""));
}
