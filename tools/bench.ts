import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, platform, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { asReport } from "#electron/cli/export.ts";
import { allFrameworks } from "#electron/core/app.ts";
import { openJail } from "#electron/core/importers/jail.ts";
import { resourcePath, ROOT } from "#electron/core/paths.ts";
import { textOf } from "#shared/domain/block.ts";
import type { CheckingFigures } from "#tools/bench/checking.ts";
import { peerFigures } from "#tools/bench/peers.ts";
import { pdfFigures } from "#tools/bench/pdf-export.ts";
import { spreadsheetFigures } from "#tools/bench/spreadsheet.ts";
import { median } from "#tools/bench/times.ts";
import { wordFigures } from "#tools/bench/word-export.ts";
import { importFigures } from "#tools/bench/word-import.ts";

const CLI = join(ROOT, "electron/cli/plumbline.mjs");
const SAMPLE = resourcePath("sample", "cornwall-2009.txt");
const CORPUS = join(ROOT, "../shared/corpus/reports");

function timed(runs: number, work: () => void): number {
  return median(
    Array.from({ length: runs }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

/** A whole process, from its start to its end. */
const processTime = (runs: number, ...args: string[]): number =>
  timed(runs, () => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 30 });
    if (status === null || status > 1) throw new Error(`${args.join(" ")}: ${stderr}`);
  });

interface Line {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  readonly ratio: string;
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

async function readSample() {
  const frameworks = allFrameworks();
  const jail = openJail({ frameworks });
  const draft = await jail.read(SAMPLE, {});
  jail.close();
  return {
    report: asReport(draft),
    framework: frameworks.find(({ id }) => id === draft.frameworkId) ?? null,
  };
}

/** One export in a fresh process that has the report already: what a person waits for after a cold start. */
function coldExport(format: string, input: object): number {
  const script = `
    import "#tools/own-node.mjs";
    const started = performance.now();
    const { exporters } = await import("#electron/core/exporters/registry.ts");
    await exporters[${JSON.stringify(format)}].write(JSON.parse(process.env.INPUT));
    console.log(performance.now() - started);
    process.exit(0);`;
  const env = { ...process.env, INPUT: JSON.stringify(input) };
  const once = (): number => {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: ROOT,
      env,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return Number(run.stdout);
  };
  return median([once(), once(), once(), once(), once()]);
}

function corpusRate(): { files: number; perSecond: number } | null {
  if (!existsSync(CORPUS)) {
    console.log(
      "The corpus of published reports is not beside the project (../shared/corpus): its rate is left out.",
    );
    return null;
  }
  const files = readdirSync(CORPUS).filter((name) => name.endsWith(".pdf"));
  const seconds =
    processTime(1, CLI, "check", "--format", "json", ...files.map((name) => join(CORPUS, name))) / 1000;
  return { files: files.length, perSecond: files.length / seconds };
}

const floor = processTime(7, "-e", "0");
const help = processTime(7, CLI, "--help");
const { report, framework } = await readSample();
const scratch = mkdtempSync(join(tmpdir(), "plumbline-bench-"));
const checking = checkingFigures();
const peers = peerFigures(
  process.argv[2] === "--peers" ? (process.argv[3] ?? null) : null,
  scratch,
  report.blocks.map((block) => textOf(block)).join("\n\n"),
);
const input = { report, framework };
const [word, pdf, html] = ["word", "pdf", "html"].map((format) => coldExport(format, input)) as [
  number,
  number,
  number,
];
const importing = await importFigures(report, framework, allFrameworks());
const printing = await pdfFigures(input);
const inputFile = join(scratch, "input.json");
writeFileSync(inputFile, JSON.stringify(input));
const writing = wordFigures(inputFile);
const spreadsheet = await spreadsheetFigures(allFrameworks(), framework);
const corpus = corpusRate();

const ofFloor = (value: number): string => `${(value / floor).toFixed(1)} × an empty Node process`;
const lines: Line[] = [
  { what: "an empty Node process (the floor)", figure: ms(floor), goal: "", ratio: "1" },
  { what: "`plumbline --help`, whole process", figure: ms(help), goal: "≤ 300 ms", ratio: ofFloor(help) },
  {
    what: "the sample checked once read, first time",
    figure: ms(checking.first),
    goal: "",
    ratio: ofFloor(checking.first),
  },
  {
    what: "the sample checked once read, warm",
    figure: ms(checking.warm),
    goal: "≤ 40 ms",
    ratio: ofFloor(checking.warm),
  },
  {
    what: "checked again after a keystroke",
    figure: ms(checking.edit),
    goal: "",
    ratio: `${(checking.edit / checking.warm).toFixed(2)} × the whole`,
  },
  {
    what: `a report of ${checking.long.words.toLocaleString("en-GB")} words and ${checking.long.paragraphs.toLocaleString("en-GB")} paragraphs checked, first time / middle of five`,
    figure: `${ms(checking.long.first)} / ${ms(checking.long.whole)}`,
    goal: "≤ 1,500 ms",
    ratio: `${(checking.long.whole / checking.warm).toFixed(0)} × the sample, which it is 60 times`,
  },
  {
    what: "checked again after a keystroke in that report, p50 / p95",
    figure: `${ms(checking.long.edit50)} / ${ms(checking.long.edit95)}`,
    goal: "p95 ≤ 5 ms",
    ratio: `${(checking.long.edit95 / checking.long.whole).toFixed(4)} × the whole`,
  },
  {
    what: "memory the checker keeps for it / the whole heap with the report",
    figure: `${checking.long.kept.toFixed(0)} / ${checking.long.heap.toFixed(0)} MB`,
    goal: "≤ 150 MB",
    ratio: "",
  },
  { what: "Word, cold", figure: ms(word), goal: "≤ 300 ms", ratio: ofFloor(word) },
  {
    what: "PDF/UA-1, cold, its typesetter's start included",
    figure: ms(pdf),
    goal: "≤ 800 ms",
    ratio: ofFloor(pdf),
  },
  {
    what: "PDF after a one-word edit, warm, beside Chromium’s warm print of the same report’s HTML",
    figure: `${ms(printing.edit)} / ${ms(printing.chromium)}`,
    goal: "≤ 0.25 ×",
    ratio: `${(printing.edit / printing.chromium).toFixed(2)} × Chromium`,
  },
  {
    what: "PDF of a report not set before, warm, beside the bare compiler on the same source",
    figure: `${ms(printing.whole)} / ${ms(printing.typst)}`,
    goal: "≤ 1.1 ×",
    ratio: `${(printing.whole / printing.typst).toFixed(2)} × Typst`,
  },
  {
    what: `PDF of ${printing.long.words.toLocaleString("en-GB")} words after a one-word edit / the most memory its typesetter had in ten`,
    figure: `${ms(printing.long.edit)} / ${printing.long.memory.toFixed(0)} MB`,
    goal: "≤ 400 MB",
    ratio: "",
  },
  { what: "HTML, cold", figure: ms(html), goal: "", ratio: ofFloor(html) },
  ...writing.reports.map(({ words, ours, docx }) => ({
    what: `a report of ${words.toLocaleString("en-GB")} words written as Word, warm, beside the docx library’s own build of its text`,
    figure: `${ms(ours)} / ${ms(docx)}`,
    goal: "≤ 1.0 ×",
    ratio: `${(ours / docx).toFixed(2)} × docx`,
  })),
  {
    what: "the most memory of a process that writes the longer one",
    figure: `${writing.memory.toFixed(0)} MB`,
    goal: "≤ 400 MB",
    ratio: "",
  },
  ...importing.map(({ words, ours, mammoth }) => ({
    what: `a Word file of ${words.toLocaleString("en-GB")} words read into a report, beside mammoth's HTML of it`,
    figure: `${ms(ours)} / ${ms(mammoth)}`,
    goal: "≤ 1.0 ×",
    ratio: `${(ours / mammoth).toFixed(2)} × mammoth`,
  })),
  {
    what: `an Excel log of ${spreadsheet.rows.toLocaleString("en-GB")} rows read into evidence in a process of its own, beside the bare library`,
    figure: `${ms(spreadsheet.ours)} / ${ms(spreadsheet.bare)}`,
    goal: "≤ 3 s",
    ratio: `${(spreadsheet.ours / spreadsheet.bare).toFixed(2)} × @e965/xlsx`,
  },
  ...(corpus
    ? [
        {
          what: `\`plumbline check --format json\` over ${corpus.files} published PDFs`,
          figure: `${corpus.perSecond.toFixed(1)} reports/s`,
          goal: "≥ 4 reports/s",
          ratio: `${(1000 / corpus.perSecond / floor).toFixed(1)} × an empty Node process a report`,
        },
      ]
    : []),
];

function checkingFigures(): CheckingFigures {
  const file = join(scratch, "report.json");
  const { title, provider, frameworkId, inspectionDate, judgements, blocks } = report;
  writeFileSync(file, JSON.stringify({ title, provider, frameworkId, inspectionDate, judgements, blocks }));
  const run = spawnSync(process.execPath, ["--expose-gc", join(ROOT, "tools/bench/checking.ts"), file], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as CheckingFigures;
}

/** The peers on the same text in the same run; nothing where their harness was not named. */
function peersSection(): string {
  if (peers.length === 0) return "";
  const rows = [
    `| Plumbline, all rules | ${ms(checking.first)} | ${ms(checking.warm)} | 1 | |`,
    ...peers.map(
      ({ tool, first, median: middle, findings, memory }) =>
        `| ${tool} | ${ms(first)} | ${ms(middle)} | ${(middle / checking.warm).toFixed(1)} | ${findings.toLocaleString("en-GB")} findings, ${memory} MB |`,
    ),
  ];
  return `
## Beside other checkers

The sample’s text (${checking.words.toLocaleString("en-GB")} words), each checker in a process of its own, in the same run
(\`npm run bench -- --peers FOLDER\`, a harness outside the project). They look for other things: this is the scale, not a
contest.

| checker | first time | warm | × Plumbline | |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

const version = (name: string): string =>
  (JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")) as { version: string })
    .version;
const page = `# Benchmarks

Printed by \`npm run bench\` and written here by it. Medians; the ratio to the floor of the same run travels better
between machines than the milliseconds do.

| what | measured | goal | ratio |
| --- | --- | --- | --- |
${lines.map(({ what, figure, goal, ratio }) => `| ${what} | ${figure} | ${goal} | ${ratio} |`).join("\n")}

- Machine: ${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), ${Math.round(totalmem() / 1e9)} GB, ${platform()} ${release()}
- Versions: Node ${process.versions.node}, pdfium ${version("@hyzyla/pdfium")}, Typst node compiler ${version("@myriaddreamin/typst-ts-node-compiler")}, docx ${version("docx")}, mammoth ${version("mammoth")}, SQLite driver ${version("better-sqlite3")}
- Date: ${new Date().toISOString().slice(0, 10)}
${peersSection()}`;
writeFileSync(join(ROOT, "docs/benchmarks.md"), page);
spawnSync(
  process.execPath,
  [join(ROOT, "node_modules/prettier/bin/prettier.cjs"), "--write", "docs/benchmarks.md"],
  { cwd: ROOT },
);
rmSync(scratch, { recursive: true, force: true });
console.log(page);
process.exit(0);
