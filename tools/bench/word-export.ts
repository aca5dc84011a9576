import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type FileChild,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { exportContext, type ExportContext, pieces } from "#electron/core/exporters/export-context.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import { writeWord } from "#electron/core/exporters/word.ts";
import { ROOT } from "#electron/core/paths.ts";
import { type Block, countWords, textOf } from "#shared/domain/block.ts";
import { lengthened } from "#tools/bench/long-report.ts";
import { median } from "#tools/bench/times.ts";

/** Milliseconds, medians, both warm and taking turns; megabytes. */
export interface WordFigures {
  readonly reports: readonly { readonly words: number; readonly ours: number; readonly docx: number }[];
  /** The most memory a process had that wrote the longest of them once. */
  readonly memory: number;
}

/** The sample, and ten of it: 100,000 words. */
const TIMES = [1, 10];
const TURNS = 15;

/** @param file with the report and its framework, as JSON */
export function wordFigures(file: string): WordFigures {
  const child = (what: string): string => {
    const run = spawnSync(process.execPath, [import.meta.filename, file, what], {
      cwd: ROOT,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return run.stdout;
  };
  return {
    reports: JSON.parse(child("times")) as WordFigures["reports"],
    memory: Number(child("memory")),
  };
}

/** What the library makes of the same words, headings, lists, tables and footnotes, without controls and bookmarks. */
function plainBuild(input: ExportInput): Promise<Uint8Array> {
  const context = exportContext(input);
  const document = new Document({
    title: input.report.title,
    numbering: {
      config: [
        {
          reference: "numbers",
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT }],
        },
      ],
    },
    footnotes: Object.fromEntries(
      context.notes.map(({ number, block }) => [
        number,
        { children: [new Paragraph({ children: runs(block, context) })] },
      ]),
    ),
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: input.report.title }),
          ...input.report.blocks.flatMap((block) => plainBlock(block, context)),
        ],
      },
    ],
  });
  return Packer.pack(document, "uint8array");
}

const runs = (block: Block, context: ExportContext): ParagraphChild[] =>
  pieces(block.inlines, context).map(({ text, bold, italic, href, note }) => {
    if (note !== undefined) return new FootnoteReferenceRun(note);
    const run = new TextRun({ text, ...(bold && { bold }), ...(italic && { italics: true }) });
    return href ? new ExternalHyperlink({ link: href, children: [run] }) : run;
  });

const LEVELS = ["Heading1", "Heading2", "Heading3", "Heading4"] as const;

function plainBlock(block: Block, context: ExportContext): FileChild[] {
  const children = runs(block, context);
  switch (block.kind) {
    case "heading": {
      const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
      const shown = grade ? [new TextRun(`: ${grade}`)] : [];
      return [new Paragraph({ heading: LEVELS[block.level - 1]!, children: [...children, ...shown] })];
    }
    case "paragraph":
      return [
        new Paragraph({
          ...(block.numbered && { numbering: { reference: "numbers", level: 0 } }),
          children,
        }),
      ];
    case "bullet":
      return [new Paragraph({ bullet: { level: block.level - 1 }, children })];
    case "recommendation": {
      const label = context.groupLabel(block);
      const item = new Paragraph({ bullet: { level: 0 }, children });
      return label ? [new Paragraph(`${label}:`), item] : [item];
    }
    case "quotation":
      return [new Paragraph({ children })];
    case "footnote":
      return context.noteNumber(block.id) === undefined ? [new Paragraph({ children })] : [];
    case "table":
      return [new Paragraph({ children }), table(block.rows)];
    case "findings-record":
      return [
        new Paragraph({ heading: LEVELS[0], text: context.recordTitle }),
        table(context.record.map(({ title, grade }) => [title, grade ?? ""])),
      ];
  }
}

const table = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    rows: rows.map(
      (row) =>
        new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function times(input: ExportInput): Promise<WordFigures["reports"]> {
  const figures: WordFigures["reports"][number][] = [];
  for (const count of TIMES) {
    const report = lengthened(input.report, count);
    const long = { ...input, report };
    const ours: number[] = [];
    const docx: number[] = [];
    for (let turn = -3; turn < TURNS; turn++) {
      const mine = await timed(() => writeWord(long));
      const theirs = await timed(() => plainBuild(long));
      // The first turns warm both up.
      if (turn < 0) continue;
      ours.push(mine);
      docx.push(theirs);
    }
    const words = report.blocks.reduce((sum, block) => sum + countWords(textOf(block)), 0);
    figures.push({ words, ours: median(ours), docx: median(docx) });
  }
  return figures;
}

if (process.argv[1] === import.meta.filename) {
  const [, , file = "", what] = process.argv;
  const input = JSON.parse(readFileSync(file, "utf8")) as ExportInput;
  if (what === "memory") {
    await writeWord({ ...input, report: lengthened(input.report, TIMES.at(-1)!) });
    console.log(process.resourceUsage().maxRSS / 1024);
  } else console.log(JSON.stringify(await times(input)));
}
