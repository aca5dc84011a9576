import { type ExportContext, exportContext, textRuns } from "#electron/core/exporters/export-context.ts";
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
}

const runs = (inlines: readonly Inline[]): PrintRun[] =>
  textRuns(inlines).map(({ text, bold, italic, href }) => ({
    text,
    bold: bold === true,
    italic: italic === true,
    href: href ?? null,
  }));

const plainRun = (text: string): PrintRun => ({ text, bold: false, italic: false, href: null });

/** What resources/print/report.typ reads of each kind; change both together. */
const printBlocks: BlockMapping<object, ExportContext> = {
  heading: (block, context) => {
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    return { level: block.level, runs: [...runs(block.inlines), ...(grade ? [plainRun(`: ${grade}`)] : [])] };
  },
  paragraph: (block, context) => ({
    number: context.numbers.get(block.id) ?? null,
    runs: runs(block.inlines),
  }),
  bullet: (block) => ({ level: block.level, runs: runs(block.inlines) }),
  quotation: (block) => ({ runs: runs(block.inlines) }),
  table: (block) => ({ header: block.header, rows: evenRows(block.rows), runs: runs(block.inlines) }),
  recommendation: (block, context) => ({ group: context.groupLabel(block), runs: runs(block.inlines) }),
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
