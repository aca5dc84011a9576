import { type ExportContext, exportContext, pieces } from "#electron/core/exporters/export-context.ts";
import { type BlockMapping, type ExportInput, mapBlock } from "#electron/core/exporters/exporter.ts";
import { OWN_PDF } from "#electron/core/own-pdf.ts";
import { issueLines, NOT_FOR_PUBLICATION } from "#electron/core/exporters/factual-words.ts";
import { typeset } from "#electron/core/exporters/typesetter.ts";
import type { Inline } from "#shared/domain/block.ts";
import { findGrade } from "#shared/domain/framework.ts";
import { gradeTone } from "#shared/domain/grade-tone.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { gradeOf } from "#shared/domain/report.ts";

/** A run as the template reads it; every key is always there, because Typst faults on a missing one. */
interface PrintRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
  /** The words of the footnote marked here. */
  readonly note: readonly PrintRun[] | null;
  /** The name of the block whose number this is. */
  readonly to: string | null;
}

/** What a running head has room for, in letters. */
const LONGEST_HEAD = 110;

/** The report, and what its blocks are called in the file: by their place, so that no id of ours leaves the desk. */
interface PrintContext extends ExportContext {
  readonly names: ReadonlyMap<BlockId, string>;
}

const runs = (inlines: readonly Inline[], context: PrintContext): PrintRun[] =>
  pieces(inlines, context).map(({ refersTo, note, ...piece }) => ({
    ...plainRun(piece.text),
    bold: piece.bold === true,
    italic: piece.italic === true,
    href: piece.href ?? null,
    note: note === undefined ? null : noteRuns(note, context),
    to: (refersTo && context.names.get(refersTo)) ?? null,
  }));

/** A footnote prints plain words: one inside another has no place on the page. */
const noteRuns = (number: number, context: PrintContext): PrintRun[] =>
  runs(
    context.notes
      .find((candidate) => candidate.number === number)
      ?.block.inlines.filter(({ kind }) => kind !== "note") ?? [],
    context,
  );

const plainRun = (text: string): PrintRun => ({
  text,
  bold: false,
  italic: false,
  href: null,
  note: null,
  to: null,
});

/** What resources/print/report.typ reads of each kind; change both together. */
const printBlocks: BlockMapping<object, PrintContext> = {
  heading: (block, context) => {
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    const suffix = grade ? [plainRun(`: ${grade}`)] : [];
    return {
      level: block.level,
      plain: wordsOf([...runs(block.inlines, context), ...suffix]),
      runs: [...runs(block.inlines, context), ...suffix],
    };
  },
  paragraph: (block, context) => ({
    number: context.numbers.get(block.id) ?? null,
    runs: runs(block.inlines, context),
  }),
  bullet: (block, context) => ({ level: block.level, runs: runs(block.inlines, context) }),
  quotation: (block, context) => ({ runs: runs(block.inlines, context) }),
  // Printed where it is marked; one that lost its mark keeps its words where it stands.
  footnote: (block, context) => ({
    marked: context.noteNumber(block.id) !== undefined,
    runs: runs(block.inlines, context),
  }),
  table: (block, context) => ({
    header: block.header,
    rows: evenRows(block.rows),
    runs: runs(block.inlines, context),
  }),
  recommendation: (block, context) => ({
    group: context.groupLabel(block),
    runs: runs(block.inlines, context),
  }),
  "findings-record": (_, context) => ({ record: printRows(context), title: context.recordTitle }),
};

/** A table of the page has as many cells in each row; an empty one keeps a row of one. */
function evenRows(rows: readonly (readonly string[])[]): string[][] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const padded = rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => "")]);
  return padded.length > 0 ? padded : [[""]];
}

/** The rows of the record with the number of each grade in its square. */
function printRows({ record, framework, report }: ExportContext): object[] {
  return record.map((row) => {
    const grade = framework && row.grade !== null && findGrade(framework, gradeOf(report, row.areaId));
    const mark = framework && grade ? { number: grade.number, tone: gradeTone(framework, grade.id) } : null;
    return { ...row, mark };
  });
}

/** The first page. Where many areas are graded, smaller and higher up, so that the grades stand on it too. */
function printCover(context: ExportContext): object {
  const { provider, inspectorate, framework, inspected, grades } = context.cover;
  const facts = [
    { name: "Provider", value: provider },
    { name: "Inspectorate", value: inspectorate },
    { name: "Framework", value: framework },
    { name: "Inspection date", value: inspected },
  ];
  const rows = grades.length;
  const [drop, size, inset] = rows > 30 ? [0, 8.5, 2.1] : rows > 15 ? [8, 9.5, 3] : [40, 10.5, 5];
  return {
    facts: facts.filter(({ value }) => value !== null),
    grades: rows > 0 ? printRows(context) : [],
    drop,
    size,
    inset,
  };
}

const wordsOf = (printed: readonly PrintRun[]): string => printed.map(({ text }) => text).join("");

const shortened = (text: string): string =>
  text.length > LONGEST_HEAD ? `${text.slice(0, LONGEST_HEAD).trimEnd()}…` : text;

/** The report as the template's data. Levels never skip one, which PDF/UA-1 forbids. */
export function printData(input: ExportInput): object {
  const { report } = input;
  const names = new Map(report.blocks.map(({ id }, index) => [id, blockName(index)]));
  const context: PrintContext = { ...exportContext(input), names };
  const heads: Record<string, string> = {};
  let level = 0;
  const blocks = report.blocks.map((block, index) => {
    const name = blockName(index);
    const mapped = { kind: block.kind, name, ...mapBlock(printBlocks, block, context) };
    if (block.kind === "findings-record") heads[name] = shortened(context.recordTitle);
    if (block.kind !== "heading") return mapped;
    level = Math.min(block.level, level + 1);
    if (level === 1) heads[name] = shortened(wordsOf(runs(block.inlines, context)));
    return { ...mapped, level };
  });
  return {
    title: report.title,
    head: shortened(report.title),
    mark: OWN_PDF,
    date: input.options?.pdfStandard === "a-2a" ? printDate(report.changedAt) : null,
    // What is said under the title, the first of it on every page; empty for a report as it is.
    notice: input.extras?.factual ? [NOT_FOR_PUBLICATION, ...issueLines(input.extras.factual)] : [],
    cover: printCover(context),
    heads,
    blocks,
  };
}

/** An archived file must have a date; the day of the last change, so that the same report is the same file. */
const printDate = (changedAt: string): object => {
  const [year, month, day] = changedAt.slice(0, 10).split("-").map(Number);
  return { year, month, day };
};

const blockName = (index: number): string => `b${index}`;

/** PDF/UA-1 or PDF/A-2a, typeset by Typst in a child process. */
export const writePdf = async (input: ExportInput): Promise<Uint8Array> => (await setPdf(input)).bytes;

/** A PDF, and the page each block of the report begins on; a footnote is where it is marked and has none. */
interface SetPdf {
  readonly bytes: Uint8Array;
  readonly pages: { blockId: BlockId; page: number }[];
}

/** @param signal given up before its turn comes, the document is not set */
export async function setPdf(input: ExportInput, signal?: AbortSignal): Promise<SetPdf> {
  const order = {
    template: "report",
    data: JSON.stringify(printData(input)),
    standard: input.options?.pdfStandard ?? "ua-1",
  } as const;
  const { bytes, pages } = await typeset(order, signal);
  const pageOf = new Map(pages);
  return {
    bytes,
    pages: input.report.blocks.flatMap(({ id }, index) => {
      const page = pageOf.get(blockName(index));
      return page === undefined ? [] : [{ blockId: id, page }];
    }),
  };
}
