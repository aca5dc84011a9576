import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { asReport } from "#electron/cli/export.ts";
import { allFrameworks } from "#electron/core/app.ts";
import { openJail } from "#electron/core/importers/jail.ts";
import { resourcePath, ROOT } from "#electron/core/paths.ts";
import { checkReport, createChecker } from "#shared/consistency/check.ts";

const CLI = join(ROOT, "electron/cli/plumbline.mjs");
const SAMPLE = resourcePath("sample", "cornwall-2009.txt");
const CORPUS = join(ROOT, "../shared/corpus/reports");

/** The middle of several runs, in milliseconds; the first may be thrown away as warm-up. */
function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

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
const first = timed(1, () => void checkReport(report, framework));
const whole = timed(9, () => void checkReport(report, framework));
const checker = createChecker(framework);
checker.check(report);
let edits = 0;
const edit = timed(21, () => {
  const blocks = report.blocks.map((block, index) =>
    index === 20
      ? { ...block, inlines: [{ kind: "text" as const, text: `Edited ${(edits += 1)} times, with care.` }] }
      : block,
  );
  checker.check({ ...report, blocks });
});
const input = { report, framework };
const [word, pdf, html] = ["word", "pdf", "html"].map((format) => coldExport(format, input)) as [
  number,
  number,
  number,
];
const corpus = corpusRate();

const ofFloor = (value: number): string => `${(value / floor).toFixed(1)} × an empty Node process`;
const lines: Line[] = [
  { what: "an empty Node process (the floor)", figure: ms(floor), goal: "", ratio: "1" },
  { what: "`plumbline --help`, whole process", figure: ms(help), goal: "≤ 300 ms", ratio: ofFloor(help) },
  { what: "the sample checked once read, first time", figure: ms(first), goal: "", ratio: ofFloor(first) },
  { what: "the sample checked once read", figure: ms(whole), goal: "≤ 50 ms", ratio: ofFloor(whole) },
  {
    what: "checked again after one block's edit",
    figure: ms(edit),
    goal: "",
    ratio: `${(edit / whole).toFixed(2)} × the whole`,
  },
  { what: "Word, cold", figure: ms(word), goal: "≤ 300 ms", ratio: ofFloor(word) },
  {
    what: "PDF/UA-1, cold, its typesetter's start included",
    figure: ms(pdf),
    goal: "≤ 800 ms",
    ratio: ofFloor(pdf),
  },
  { what: "HTML, cold", figure: ms(html), goal: "", ratio: ofFloor(html) },
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
- Versions: Node ${process.versions.node}, pdfium ${version("@hyzyla/pdfium")}, Typst node compiler ${version("@myriaddreamin/typst-ts-node-compiler")}, docx ${version("docx")}, SQLite driver ${version("better-sqlite3")}
- Date: ${new Date().toISOString().slice(0, 10)}
`;
writeFileSync(join(ROOT, "docs/benchmarks.md"), page);
spawnSync(
  process.execPath,
  [join(ROOT, "node_modules/prettier/bin/prettier.cjs"), "--write", "docs/benchmarks.md"],
  { cwd: ROOT },
);
console.log(page);
process.exit(0);
