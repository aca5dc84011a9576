import { type ExportContext, exportContext, pieces } from "#electron/core/exporters/export-context.ts";
import {
  type BlockMapping,
  type ExportInput,
  type Exporter,
  mapBlock,
} from "#electron/core/exporters/exporter.ts";
import { typeset } from "#electron/core/exporters/typesetter.ts";
import type { Inline } from "#shared/domain/block.ts";

/** A run as the template reads it; every key is always there, because Typst faults on a missing one. */
interface PrintRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
  /** The words of the footnote marked here. */
  readonly note: readonly PrintRun[] | null;
}

const runs = (inlines: readonly Inline[], context: ExportContext): PrintRun[] =>
  pieces(inlines, context).map(({ text, bold, italic, href, note }) => ({
    text,
    bold: bold === true,
    italic: italic === true,
    href: href ?? null,
    note: note === undefined ? null : noteRuns(note, context),
  }));

/** A footnote prints plain words: one inside another has no place on the page. */
const noteRuns = (number: number, context: ExportContext): PrintRun[] => {
  const note = context.notes.find((candidate) => candidate.number === number);
  return pieces(note?.block.inlines ?? [], context)
    .filter((piece) => piece.note === undefined)
    .map(({ text, bold, italic, href }) => ({
      text,
      bold: bold === true,
      italic: italic === true,
      href: href ?? null,
      note: null,
    }));
};

const plainRun = (text: string): PrintRun => ({ text, bold: false, italic: false, href: null, note: null });

/** What resources/print/report.typ reads of each kind; change both together. */
const printBlocks: BlockMapping<object, ExportContext> = {
  heading: (block, context) => {
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    return {
      level: block.level,
      runs: [...runs(block.inlines, context), ...(grade ? [plainRun(`: ${grade}`)] : [])],
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
  "findings-record": (_, context) => ({ record: context.record, title: context.recordTitle }),
};

/** A table of the page has as many cells in each row; an empty one keeps a row of one. */
function evenRows(rows: readonly (readonly string[])[]): string[][] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const padded = rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => "")]);
  return padded.length > 0 ? padded : [[""]];
}

/** The report as the template's data. Levels never skip one, which PDF/UA-1 forbids. */
export function printData(input: ExportInput): object {
  const context = exportContext(input);
  let level = 0;
  const blocks = input.report.blocks.map((block) => {
    const mapped = { kind: block.kind, ...mapBlock(printBlocks, block, context) };
    if (block.kind !== "heading") return mapped;
    level = Math.min(block.level, level + 1);
    return { ...mapped, level };
  });
  return { title: input.report.title, blocks };
}

/** PDF/UA-1, typeset by Typst in a child process. */
export const writePdf: Exporter["write"] = (input) => typeset(JSON.stringify(printData(input)));
