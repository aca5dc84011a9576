import {
  type FileChild,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TableCell,
  TableRow,
  TextRun as WordRun,
} from "docx";
import { ControlledParagraph } from "#electron/core/exporters/content-control.ts";
import type { BlockMapping } from "#electron/core/exporters/exporter.ts";
import type { RecordRow } from "#electron/core/exporters/export-context.ts";
import type { WordContext } from "#electron/core/exporters/word-context.ts";
import { BULLETS, NUMBERS } from "#electron/core/exporters/word-numbering.ts";
import {
  changedWords,
  marked,
  named,
  remarked,
  struck,
  whole,
  words,
} from "#electron/core/exporters/word-runs.ts";
import { DescribedTable } from "#electron/core/exporters/word-table.ts";
import { type Block, type BlockOf, textOf } from "#shared/domain/block.ts";

const HEADINGS = ["Heading1", "Heading2", "Heading3", "Heading4"] as const;

/** One paragraph of the block’s own words; its mark is tracked where the whole of it is new. */
function own(
  block: Block,
  options: IParagraphOptions,
  context: WordContext,
  tail: WordRun[] = [],
): ControlledParagraph {
  return new ControlledParagraph(
    block.id,
    {
      ...options,
      ...(context.isNew(block.id) && { run: { insertion: context.nextChange() } }),
      children: [...whole(block, context), ...tail],
    },
    tail.length,
  );
}

export function cell(
  children: ParagraphChild[],
  {
    style,
    indent = 0,
    tag,
    dense = false,
  }: { readonly style: string; readonly indent?: number; readonly tag?: string; readonly dense?: boolean },
): TableCell {
  const options: IParagraphOptions = {
    style,
    ...(dense && { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
    ...(indent > 0 && { indent: { left: indent * 240 } }),
    children,
  };
  return new TableCell({
    children: [tag === undefined ? new Paragraph(options) : new ControlledParagraph(tag, options)],
  });
}

/** The look of a block’s paragraph, for the kinds that are one paragraph. */
function lookOf(block: Block, { style }: WordContext): IParagraphOptions {
  switch (block.kind) {
    case "heading":
      return { style: style(HEADINGS[block.level - 1]!) };
    case "bullet":
      return { style: style("ListBullet"), numbering: { reference: BULLETS, level: block.level - 1 } };
    case "recommendation":
      return { style: style("ListBullet"), numbering: { reference: BULLETS, level: 0 } };
    case "quotation":
      return { style: style("Quotation") };
    case "table":
      return { style: style("Caption"), keepNext: true };
    case "footnote":
      return { style: style("Narrative") };
    case "findings-record":
      return { style: style("Heading1") };
    case "paragraph":
      return {
        style: style("Narrative"),
        ...(block.numbered && { numbering: { reference: NUMBERS, level: 0 } }),
      };
  }
}

const simply = (block: Block, context: WordContext): FileChild[] => [
  own(block, lookOf(block, context), context),
];

export const wordBlocks: BlockMapping<FileChild[], WordContext> = {
  heading: (block, context) => {
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    const shown = grade ? [new WordRun({ text: `: ${grade}` })] : [];
    return [own(block, lookOf(block, context), context, shown)];
  },
  paragraph: simply,
  bullet: simply,
  quotation: simply,
  // A footnote is printed where its mark is; one that lost its mark keeps its words.
  footnote: (block, context) => (context.noteNumber(block.id) === undefined ? simply(block, context) : []),
  table: (block, context) => {
    const captioned = block.inlines.length > 0 || block.rows.length === 0;
    const caption = own(block, lookOf(block, context), context);
    const table = block.rows.length > 0 ? [tableOf(block, context, captioned), spacer(context)] : [];
    return captioned ? [caption, ...table] : table;
  },
  recommendation: (block, context) => {
    const label = context.groupLabel(block);
    const group = new ControlledParagraph("timescale", {
      style: context.style("Timescale"),
      keepNext: true,
      children: named("timescale", block.id, words(`${label}:`)),
    });
    return label ? [group, ...simply(block, context)] : simply(block, context);
  },
  "findings-record": (block, context) => {
    if (context.record.length === 0) return [];
    const anchor = new ControlledParagraph(block.id, {
      ...lookOf(block, context),
      children: remarked(marked(block, words(context.recordTitle)), context.comments.get(block.id)),
    });
    return [anchor, gradeTable("record", context.recordTitle, context.record, context), spacer(context)];
  },
};

/** Without a caption the block is known by its first cell; with one, that is only known as one of ours. */
function tableOf(block: BlockOf<"table">, context: WordContext, captioned: boolean): DescribedTable {
  const before = context.tableBefore(block.id);
  const columns = Math.max(...block.rows.map((row) => row.length));
  const rows = block.rows.map((row, index) => {
    const header = block.header && index === 0;
    const style = context.style(header ? "TableHeader" : "TableText");
    const isNew = context.isNew(block.id) || (before !== null && before.rows[index] === undefined);
    const cells = Array.from({ length: columns }, (_, column) => {
      const text = row[column] ?? "";
      const was = isNew || before === null ? text : (before.rows[index]?.[column] ?? "");
      const children = changedWords(was, text, context);
      if (index > 0 || column > 0) return cell(children, { style });
      return captioned
        ? cell(named("table", block.id, children), { style, tag: "table" })
        : cell(remarked(marked(block, children), context.comments.get(block.id)), { style, tag: block.id });
    });
    return new TableRow({
      ...(header && { tableHeader: true }),
      ...(isNew && { insertion: context.nextChange() }),
      cantSplit: true,
      children: cells,
    });
  });
  const gone = (before?.rows ?? []).slice(block.rows.length).map((row) => struckRow(row, context));
  const title = textOf(block);
  const names = block.header ? (block.rows[0] ?? []) : [];
  return new DescribedTable({ title, columns: names }, { rows: [...rows, ...gone] });
}

const struckRow = (row: readonly string[], context: WordContext): TableRow =>
  new TableRow({
    deletion: context.nextChange(),
    cantSplit: true,
    children: row.map((text) => cell(struck(text, context), { style: context.style("TableText") })),
  });

/** A longer table of grades is set smaller, so that it stands on the cover too. */
export const MOST_AT_FULL_SIZE = 15;

/** Areas and their grades, drawn from the judgements. On the cover every cell says so, that none is taken for text. */
export function gradeTable(
  part: "record" | "cover",
  title: string,
  grades: readonly RecordRow[],
  context: WordContext,
): DescribedTable {
  const [text, header] = [context.style("TableText"), context.style("TableHeader")];
  const columns = ["Judgement area", "Grade"];
  const dense = part === "cover" && grades.length > MOST_AT_FULL_SIZE;
  const said = (shown: string): WordRun[] => words(shown, dense ? { size: 17 } : {});
  const drawn = (of: string, shown: string, style: string, indent = 0): TableCell =>
    cell(named(part, of, said(shown)), { style, indent, tag: part, dense });
  const plain = (of: string, shown: string, style: string): TableCell =>
    part === "cover" ? drawn(of, shown, style) : cell(words(shown), { style });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => plain(`head${column}`, column, header)),
  });
  const rows = grades.map(
    ({ areaId, title: area, grade, depth }) =>
      new TableRow({
        cantSplit: true,
        children: [
          drawn(areaId, area, grade === null ? header : text, depth),
          plain(`grade${areaId}`, grade ?? "", text),
        ],
      }),
  );
  return new DescribedTable({ title, columns }, { columnWidths: [7200, 1800], rows: [head, ...rows] });
}

/** Word runs two tables together, and into the text after them, when nothing stands between. */
export const spacer = ({ style }: WordContext): Paragraph =>
  new Paragraph({ style: style("TableText"), children: [] });

/** A block that is not in the report any more, struck out where it stood. */
export function struckBlock(block: Block, context: WordContext): FileChild[] {
  // The record is drawn from the judgements of today.
  if (block.kind === "findings-record") return [];
  const text = textOf(block);
  const paragraph = new Paragraph({
    ...lookOf(block, context),
    run: { deletion: context.nextChange() },
    children: struck(text, context),
  });
  if (block.kind !== "table") return [paragraph];
  const rows = block.rows.map((row) => struckRow(row, context));
  return [
    ...(text === "" ? [] : [paragraph]),
    ...(rows.length > 0 ? [new DescribedTable({ title: text, columns: [] }, { rows }), spacer(context)] : []),
  ];
}
