import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
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
import { type BlockMapping, type Exporter, mapBlock } from "#electron/core/exporters/exporter.ts";
import { WORD_STYLES } from "#electron/core/exporters/word-styles.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
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

/** Word allows letters, digits and underscores, 40 at the most, a letter first. Source: ECMA-376 part 1, 17.13.6.2. */
export const bookmarkName = (blockId: string): string =>
  `b_${blockId.replace(/[^A-Za-z0-9]/g, "")}`.slice(0, 40);

function runs(inlines: readonly Inline[], context: ExportContext): ParagraphChild[] {
  return pieces(inlines, context).map((run) => {
    if (run.note !== undefined) return new FootnoteReferenceRun(run.note);
    const word = new WordRun({
      text: xmlText(run.text),
      // Only what is marked: “not bold” would take the weight out of a heading's own style.
      ...(run.bold && { bold: true }),
      ...(run.italic && { italics: true }),
    });
    return run.href ? new ExternalHyperlink({ link: run.href, children: [word] }) : word;
  });
}

/** Runs inside the block's bookmark. */
const marked = (block: Block, children: ParagraphChild[]): ParagraphChild[] => [
  new Bookmark({ id: bookmarkName(block.id), children }),
];

/** All that the block says, inside its bookmark. */
const whole = (block: Block, context: ExportContext): ParagraphChild[] =>
  marked(block, runs(block.inlines, context));

const words = (text: string): WordRun[] => [new WordRun({ text: xmlText(text) })];

const cell = (children: ParagraphChild[], header: boolean, indent = 0): TableCell =>
  new TableCell({
    children: [
      new Paragraph({
        style: header ? "TableHeader" : "TableText",
        ...(indent > 0 && { indent: { left: indent * 240 } }),
        children,
      }),
    ],
  });

const FULL_WIDTH = { size: 100, type: WidthType.PERCENTAGE } as const;

const wordBlocks: BlockMapping<FileChild[], ExportContext> = {
  heading: (block, context) => {
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    const children = [
      ...runs(block.inlines, context),
      ...(grade ? [new WordRun({ text: `: ${grade}` })] : []),
    ];
    return [new Paragraph({ heading: LEVELS[block.level - 1]!, children: marked(block, children) })];
  },
  paragraph: (block, context) => [
    new Paragraph({
      style: "Narrative",
      ...(block.numbered && { numbering: { reference: NUMBERS, level: 0 } }),
      children: whole(block, context),
    }),
  ],
  bullet: (block, context) => [
    new Paragraph({
      style: "ListBullet",
      numbering: { reference: BULLETS, level: block.level - 1 },
      children: whole(block, context),
    }),
  ],
  quotation: (block, context) => [new Paragraph({ style: "Quotation", children: whole(block, context) })],
  // A footnote is printed where its mark is; one that lost its mark keeps its words.
  footnote: (block, context) =>
    context.noteNumber(block.id) === undefined
      ? [new Paragraph({ style: "Narrative", children: whole(block, context) })]
      : [],
  table: (block, context) => {
    const captioned = block.inlines.length > 0 || block.rows.length === 0;
    const caption = new Paragraph({ style: "Caption", keepNext: true, children: whole(block, context) });
    const rows = block.rows.map((row, index) => {
      const header = block.header && index === 0;
      // Without a caption the block's bookmark is on its first cell.
      const content = (text: string, column: number): ParagraphChild[] =>
        !captioned && index === 0 && column === 0 ? marked(block, words(text)) : words(text);
      return new TableRow({
        ...(header && { tableHeader: true }),
        cantSplit: true,
        children: row.map((text, column) => cell(content(text, column), header)),
      });
    });
    const table = rows.length > 0 ? [new Table({ width: FULL_WIDTH, rows }), spacer()] : [];
    return captioned ? [caption, ...table] : table;
  },
  recommendation: (block, context) => {
    const label = context.groupLabel(block);
    const group = new Paragraph({
      style: "Timescale",
      keepNext: true,
      children: words(`${label}:`),
    });
    const item = new Paragraph({
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
            cell(words(row.title), row.grade === null, row.depth),
            cell(words(row.grade ?? ""), false),
          ],
        }),
    );
    const anchor = new Paragraph({
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
        { children: [new Paragraph({ style: "FootnoteText", children: whole(block, context) })] },
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
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new WordRun({ text: xmlText(report.title) })],
          }),
          ...report.blocks.flatMap((block) => mapBlock(wordBlocks, block, context)),
        ],
      },
    ],
  });
  return Packer.pack(document, "uint8array");
};
