import {
  type FileChild,
  Paragraph,
  type ParagraphChild,
  TableCell,
  TableRow,
  TextRun as WordRun,
} from "docx";
import { ControlledParagraph } from "#electron/core/exporters/content-control.ts";
import type { BlockMapping } from "#electron/core/exporters/exporter.ts";
import { pieces, type RecordRow } from "#electron/core/exporters/export-context.ts";
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
import {
  rawBookmark,
  rawCell,
  rawParagraph,
  rawPieces,
  rawRow,
  rawTable,
  rawWords,
  type BlockLook,
  Written,
} from "#electron/core/exporters/word-raw.ts";
import { DescribedTable } from "#electron/core/exporters/word-table.ts";
import { bookmarkName } from "#shared/returned/control-tag.ts";
import { generatedBookmark } from "#shared/returned/units.ts";
import { type Block, type BlockOf, textOf } from "#shared/domain/block.ts";

const HEADINGS = ["Heading1", "Heading2", "Heading3", "Heading4"] as const;

/** Whether nothing was changed in the block or said of it, so that it can be written without the library. */
const isPlain = (block: Block, context: WordContext): boolean =>
  context.changes(block.id) === null && !context.isNew(block.id) && !context.comments.has(block.id);

/** One paragraph of the block’s own words; its mark is tracked where the whole of it is new. */
function own(block: Block, look: BlockLook, context: WordContext, tail = ""): FileChild {
  const raw = isPlain(block, context) ? rawPieces(pieces(block.inlines, context)) : null;
  if (raw !== null) {
    const inner = rawBookmark(bookmarkName(block.id), raw, context);
    const xml = rawParagraph(look, block.id, inner, tail === "" ? "" : rawWords(tail));
    return new Written(xml, context, look.numbering?.reference);
  }
  const behind = tail === "" ? [] : [new WordRun({ text: tail })];
  return new ControlledParagraph(
    block.id,
    {
      ...look,
      ...(context.isNew(block.id) && { run: { insertion: context.nextChange() } }),
      children: [...whole(block, context), ...behind],
    },
    behind.length,
  );
}

export const cell = (
  children: ParagraphChild[],
  { style, tag }: { readonly style: string; readonly tag?: string },
): TableCell =>
  new TableCell({
    children: [
      tag === undefined
        ? new Paragraph({ style, children })
        : new ControlledParagraph(tag, { style, children }),
    ],
  });

/** The look of a block’s paragraph, for the kinds that are one paragraph. */
function lookOf(block: Block, { style }: WordContext): BlockLook {
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
    return [own(block, lookOf(block, context), context, grade ? `: ${grade}` : "")];
  },
  paragraph: simply,
  bullet: simply,
  quotation: simply,
  // A footnote is printed where its mark is; one that lost its mark keeps its words.
  footnote: (block, context) => (context.noteNumber(block.id) === undefined ? simply(block, context) : []),
  table: (block, context) => {
    const captioned = block.inlines.length > 0 || block.rows.length === 0;
    const caption = own(block, lookOf(block, context), context);
    const table =
      block.rows.length > 0
        ? [
            isPlain(block, context) && context.tableBefore(block.id) === null
              ? plainTable(block, context, captioned)
              : tableOf(block, context, captioned),
            spacer(context),
          ]
        : [];
    return captioned ? [caption, ...table] : table;
  },
  recommendation: (block, context) => {
    const label = context.groupLabel(block);
    const said = rawBookmark(generatedBookmark("timescale", block.id), rawWords(`${label}:`), context);
    const look = { style: context.style("Timescale"), keepNext: true };
    const group = new Written(rawParagraph(look, "timescale", said), context);
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

const columnsOf = ({ rows }: BlockOf<"table">): number => Math.max(...rows.map((row) => row.length));

/** Without a caption the block is known by its first cell; with one, that is only known as one of ours. */
function plainTable(block: BlockOf<"table">, context: WordContext, captioned: boolean): Written {
  const columns = columnsOf(block);
  const name = captioned ? generatedBookmark("table", block.id) : bookmarkName(block.id);
  const rows = block.rows.map((row, index) => {
    const header = block.header && index === 0;
    const style = context.style(header ? "TableHeader" : "TableText");
    const cells = Array.from({ length: columns }, (_, column) => {
      const said = rawWords(row[column] ?? "");
      const first = index === 0 && column === 0;
      const inner = first ? rawBookmark(name, said, context) : said;
      return rawCell(rawParagraph({ style }, first ? (captioned ? "table" : block.id) : null, inner));
    });
    return rawRow(cells, header);
  });
  const names = block.header ? (block.rows[0] ?? []) : [];
  return new Written(rawTable({ title: textOf(block), columns: names }, rows, columns), context);
}

/** The same with what was changed in it, or said of it. */
function tableOf(block: BlockOf<"table">, context: WordContext, captioned: boolean): DescribedTable {
  const before = context.tableBefore(block.id);
  const columns = columnsOf(block);
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
): Written {
  const [text, header] = [context.style("TableText"), context.style("TableHeader")];
  const columns = ["Judgement area", "Grade"];
  const dense = part === "cover" && grades.length > MOST_AT_FULL_SIZE;
  const said = (shown: string): string =>
    rawWords(shown, dense ? '<w:sz w:val="17"/><w:szCs w:val="17"/>' : "");
  let count = 0;
  const drawn = (shown: string, style: string, depth = 0): string => {
    const inner = rawBookmark(generatedBookmark(part, `${title}${++count}`), said(shown), context);
    return rawCell(rawParagraph({ style, indent: depth * 240, dense }, part, inner));
  };
  const plain = (shown: string, style: string): string =>
    part === "cover" ? drawn(shown, style) : rawCell(rawParagraph({ style }, null, said(shown)));
  const rows = grades.map(({ title: area, grade, depth }) =>
    rawRow([drawn(area, grade === null ? header : text, depth), plain(grade ?? "", text)], false),
  );
  const head = rawRow(
    columns.map((column) => plain(column, header)),
    true,
  );
  return new Written(rawTable({ title, columns }, [head, ...rows], [7221, 1805]), context);
}

/** Word runs two tables together, and into the text after them, when nothing stands between. */
export const spacer = (context: WordContext): Written =>
  new Written(rawParagraph({ style: context.style("TableText") }, null, ""), context);

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
