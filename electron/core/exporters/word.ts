import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  NumberedItemReference,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun as WordRun,
  WidthType,
} from "docx";
import { type ExportContext, exportContext, pieces } from "#electron/core/exporters/export-context.ts";
import { ControlledParagraph } from "#electron/core/exporters/content-control.ts";
import { type BlockMapping, type Exporter, mapBlock } from "#electron/core/exporters/exporter.ts";
import { WORD_STYLES } from "#electron/core/exporters/word-styles.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
import { generatedBookmark } from "#shared/returned/units.ts";
import { bookmarkName, SENT_REPORT, SENT_REVISION } from "#shared/returned/control-tag.ts";
import type { Block, Inline } from "#shared/domain/block.ts";

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** Numbering definitions: one for the paragraphs of the whole report, so that Word counts on across sections. */
const NUMBERS = "plumbline-paragraphs";
const BULLETS = "plumbline-bullets";

function runs(inlines: readonly Inline[], context: ExportContext): ParagraphChild[] {
  return pieces(inlines, context).flatMap((run): ParagraphChild[] => {
    if (run.note !== undefined) return [new FootnoteReferenceRun(run.note)];
    if (run.refersTo !== undefined)
      return [new NumberedItemReference(bookmarkName(run.refersTo), xmlText(run.text))];
    // Only what is marked: “not bold” would take the weight out of a heading's own style.
    const children = words(run.text, {
      ...(run.bold && { bold: true }),
      ...(run.italic && { italics: true }),
    });
    return run.href ? [new ExternalHyperlink({ link: run.href, children })] : children;
  });
}

/** Runs inside the block's bookmark. */
const marked = (block: Block, children: ParagraphChild[]): ParagraphChild[] => [
  new Bookmark({ id: bookmarkName(block.id), children }),
];

/** Words that are drawn from elsewhere, inside a bookmark that says so. */
const named = (
  part: Parameters<typeof generatedBookmark>[0],
  of: string,
  children: WordRun[],
): ParagraphChild[] => [new Bookmark({ id: generatedBookmark(part, of), children })];

/** All that the block says, inside its bookmark. */
const whole = (block: Block, context: ExportContext): ParagraphChild[] =>
  marked(block, runs(block.inlines, context));

const words = (text: string, marks: IRunOptions = {}): WordRun[] =>
  xmlText(text)
    .split("\n")
    .map((line, index) => new WordRun({ ...marks, text: line, ...(index > 0 && { break: 1 }) }));

function cell(children: ParagraphChild[], header: boolean, indent = 0, id?: string): TableCell {
  const options: IParagraphOptions = {
    style: header ? "TableHeader" : "TableText",
    ...(indent > 0 && { indent: { left: indent * 240 } }),
    children,
  };
  return new TableCell({
    children: [id === undefined ? new Paragraph(options) : new ControlledParagraph(id, options)],
  });
}

const FULL_WIDTH = { size: 100, type: WidthType.PERCENTAGE } as const;

const wordBlocks: BlockMapping<FileChild[], ExportContext> = {
  heading: (block, context) => {
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    const shown = grade ? [new WordRun({ text: `: ${grade}` })] : [];
    const children = [...whole(block, context), ...shown];
    return [new ControlledParagraph(block.id, { heading: LEVELS[block.level - 1]!, children }, shown.length)];
  },
  paragraph: (block, context) => [
    new ControlledParagraph(block.id, {
      style: "Narrative",
      ...(block.numbered && { numbering: { reference: NUMBERS, level: 0 } }),
      children: whole(block, context),
    }),
  ],
  bullet: (block, context) => [
    new ControlledParagraph(block.id, {
      style: "ListBullet",
      numbering: { reference: BULLETS, level: block.level - 1 },
      children: whole(block, context),
    }),
  ],
  quotation: (block, context) => [
    new ControlledParagraph(block.id, { style: "Quotation", children: whole(block, context) }),
  ],
  // A footnote is printed where its mark is; one that lost its mark keeps its words.
  footnote: (block, context) =>
    context.noteNumber(block.id) === undefined
      ? [new ControlledParagraph(block.id, { style: "Narrative", children: whole(block, context) })]
      : [],
  table: (block, context) => {
    const captioned = block.inlines.length > 0 || block.rows.length === 0;
    const caption = new ControlledParagraph(block.id, {
      style: "Caption",
      keepNext: true,
      children: whole(block, context),
    });
    // Without a caption the block is known by its first cell; with one, that is only known as one of ours.
    const rows = block.rows.map((row, index) => {
      const header = block.header && index === 0;
      return new TableRow({
        ...(header && { tableHeader: true }),
        cantSplit: true,
        children: row.map((text, column) =>
          index > 0 || column > 0
            ? cell(words(text), header)
            : captioned
              ? cell(named("table", block.id, words(text)), header, 0, "table")
              : cell(marked(block, words(text)), header, 0, block.id),
        ),
      });
    });
    const table = rows.length > 0 ? [new Table({ width: FULL_WIDTH, rows }), spacer()] : [];
    return captioned ? [caption, ...table] : table;
  },
  recommendation: (block, context) => {
    const label = context.groupLabel(block);
    const group = new ControlledParagraph("timescale", {
      style: "Timescale",
      keepNext: true,
      children: named("timescale", block.id, words(`${label}:`)),
    });
    const item = new ControlledParagraph(block.id, {
      style: "ListBullet",
      numbering: { reference: BULLETS, level: 0 },
      children: whole(block, context),
    });
    return label ? [group, item] : [item];
  },
  "findings-record": (block, context) => {
    if (context.record.length === 0) return [];
    const header = new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: [cell(words("Judgement area"), true), cell(words("Grade"), true)],
    });
    const rows = context.record.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(named("record", row.areaId, words(row.title)), row.grade === null, row.depth, "record"),
            cell(words(row.grade ?? ""), false),
          ],
        }),
    );
    const anchor = new ControlledParagraph(block.id, {
      heading: HeadingLevel.HEADING_1,
      children: marked(block, words(context.recordTitle)),
    });
    return [
      anchor,
      new Table({ width: FULL_WIDTH, columnWidths: [7200, 1800], rows: [header, ...rows] }),
      spacer(),
    ];
  },
};

/** Word runs two tables together, and into the text after them, when nothing stands between. */
const spacer = (): Paragraph => new Paragraph({ style: "TableText", children: [] });

const bullets = ["•", "–", "▪"].map((text, level) => ({
  level,
  format: LevelFormat.BULLET,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 851 + level * 425, hanging: 284 } } },
}));

/** Word, from real styles and numbering. No author, no comments, no evidence, no hidden text. */
export const writeWord: Exporter["write"] = async (input) => {
  const context = exportContext(input);
  const { report } = input;
  const document = new Document({
    title: xmlText(report.title),
    creator: "",
    lastModifiedBy: "",
    description: "",
    // What a file that comes back is compared with.
    customProperties: [
      { name: SENT_REPORT, value: report.id },
      { name: SENT_REVISION, value: String(report.revision) },
    ],
    styles: WORD_STYLES,
    numbering: {
      config: [
        {
          reference: NUMBERS,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: "%1.",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 567, hanging: 567 } } },
            },
          ],
        },
        { reference: BULLETS, levels: bullets },
      ],
    },
    footnotes: Object.fromEntries(
      context.notes.map(({ number, block }) => [
        number,
        {
          children: [
            new ControlledParagraph(block.id, { style: "FootnoteText", children: whole(block, context) }),
          ],
        },
      ]),
    ),
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: "PageNumber",
                children: [new WordRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          new ControlledParagraph("title", {
            heading: HeadingLevel.TITLE,
            children: named("title", "", words(report.title)),
          }),
          ...report.blocks.flatMap((block) => mapBlock(wordBlocks, block, context)),
        ],
      },
    ],
  });
  return Packer.pack(document, "uint8array");
};
