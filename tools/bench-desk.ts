import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, platform, release, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { defaultLibraryPath, openApp } from "#electron/core/app.ts";
import { listReports } from "#electron/core/store/reports.ts";
import { median } from "#tools/bench/times.ts";
import { launchOptions } from "#tools/chromium.ts";

/**
 * What a reviewer’s desk promises: the grade matrix from the key to its rows on the screen, the portfolio of a library of
 * published reports, and checking a folder of them. `npm run bench:desk`, which writes docs/benchmarks-desk.md; the
 * renderer must be built. Without the corpus beside the project only the matrix of the sample is measured, and the page is
 * not written. `--home FOLDER` uses a library of the corpus that an earlier run with it made there.
 */
const TURNS = 7;
const MATRIX_GOAL_MS = 300;
const PORTFOLIO_GOAL_MS = 1000;
const CHECKS_GOAL = 6;
const PORTFOLIO = "Portfolio";
const ROOT = join(import.meta.dirname, "..");
const CORPUS = join(ROOT, "../shared/corpus/reports");
const CLI = join(ROOT, "electron/cli/plumbline.mjs");

const { values } = parseArgs({ options: { home: { type: "string" } } });
const scratch = mkdtempSync(join(tmpdir(), "plumbline-desk-"));
const hasCorpus = existsSync(CORPUS);
if (!hasCorpus)
  console.error(`The corpus is not beside the project (${CORPUS}): only the sample is looked at.`);

interface Line {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  /** The goal over what was measured, or the other way round: above 1 is better than the goal. */
  readonly ratio: number | null;
}
const lines: Line[] = [];
const inTime = (what: string, times: readonly number[], goal: number): void => {
  const half = median([...times]);
  const measured = `${half.toFixed(0)} ms (longest ${Math.max(...times).toFixed(0)})`;
  lines.push({ what, measured, goal: `${goal} ms`, ratio: goal / half });
};

const browser = await chromium.launch(launchOptions);
try {
  await bareFloor(browser);
  await withDesk(join(scratch, "sample"), (page) => measureMatrix(page, /Cornwall/, "the sample report"));
  if (hasCorpus) await measureCorpus();
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
const table = lines.map(
  ({ what, measured, goal, ratio }) =>
    `| ${what} | ${measured} | ${goal} | ${ratio === null ? "" : ratio.toFixed(1)} |`,
);
console.log(table.join("\n"));
if (hasCorpus) writePage();

async function measureCorpus(): Promise<void> {
  const home = values.home === undefined ? join(scratch, "corpus") : resolve(values.home);
  process.env["PLUMBLINE_HOME"] = home;
  if (!existsSync(defaultLibraryPath())) plumbline(home, "import", CORPUS);
  const app = await openApp({ path: defaultLibraryPath() });
  const reports = listReports(app.context.library.read, false);
  // Anew: what was kept of an earlier run is not what is measured first.
  app.context.library.write.exec("DELETE FROM report_facts");
  app.close();
  const largest = reports.toSorted((a, b) => b.words - a.words)[0]!;
  await withDesk(home, async (page) => {
    const first = await timedPress(page, PORTFOLIO, `${reports.length} reports`, "svg rect");
    lines.push({
      what: `Portfolio of ${reports.length} reports, all of them read and checked for the first time`,
      measured: `${(first / 1000).toFixed(1)} s`,
      goal: "",
      ratio: null,
    });
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await page.getByRole("button", { name: /back to the library/ }).click();
      times.push(await timedPress(page, PORTFOLIO, `${reports.length} reports`, "svg rect"));
    }
    inTime(
      `Portfolio of ${reports.length} reports, from the press to its pictures`,
      times,
      PORTFOLIO_GOAL_MS,
    );
  });
  await withDesk(home, (page) =>
    measureMatrix(
      page,
      new RegExp(largest.title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")),
      `the longest report (${largest.words} words)`,
    ),
  );
  measureChecks(home);
}

/** From the press on a button of the library until words and drawn parts are painted. */
async function timedPress(page: Page, button: string, words: string, part: string): Promise<number> {
  const press = page.getByRole("button", { name: button });
  await press.waitFor();
  await page.waitForTimeout(1500);
  await page.evaluate(watch, [words, part] as const);
  await press.click();
  return page.evaluate(() => (window as unknown as Watched).painted);
}

interface Watched {
  painted: Promise<number>;
}

/** Watches for the next press or key, and then for words and parts; answers the time between, the frame included. */
function watch([words, part]: readonly [string, string]): void {
  const begun = new Promise<number>((begin) => {
    for (const kind of ["pointerdown", "keydown"])
      addEventListener(kind, ({ timeStamp }) => begin(timeStamp), { capture: true, once: true });
  });
  (window as unknown as Watched).painted = begun.then(
    (from) =>
      new Promise((done) => {
        const look = (): void => {
          const said = document.body.textContent;
          // While the library is still read, it is said how far that is.
          const isThere =
            said.includes(words) &&
            !/ of \d+ reports read/.test(said) &&
            document.querySelector(part) !== null;
          // The frame that draws it, and the end of that frame.
          if (isThere) requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

async function measureMatrix(page: Page, title: RegExp, what: string): Promise<void> {
  await page.getByRole("row", { name: title }).first().click();
  await page.getByRole("textbox", { name: "Report text" }).waitFor();
  await page.getByText(/\d+ errors?, [\d,]+ warnings?/).waitFor();
  await page.waitForTimeout(3000);
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.evaluate(watch, [
      "Judgement area",
      "[aria-label='Grade matrix'] [role=row] [role=rowheader]",
    ] as const);
    await page.keyboard.press("Control+Alt+j");
    // Control and Alt are keys too: the clock runs from the first of them.
    times.push(await page.evaluate(() => (window as unknown as Watched).painted));
    await page.getByRole("button", { name: "Back to the text" }).click();
    await page.waitForTimeout(800);
  }
  inTime(`Grade matrix of ${what}, from the key to its rows`, times, MATRIX_GOAL_MS);
}

/** The least that a key can take to show something here: a bare page that shows as many rows. */
async function bareFloor(window: Browser): Promise<void> {
  const page = await window.newPage({ viewport: { width: 1366, height: 768 } });
  await page.setContent("<main></main>");
  await page.evaluate(() => {
    addEventListener("keydown", () => {
      const row = `<tr>${"<td>Some words</td>".repeat(9)}</tr>`;
      document.querySelector("main")!.innerHTML = `<table>${row.repeat(34)}</table>`;
    });
  });
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.evaluate(() => void (document.querySelector("main")!.innerHTML = ""));
    await page.evaluate(watch, ["Some words", "td"] as const);
    await page.keyboard.press("j");
    times.push(await page.evaluate(() => (window as unknown as Watched).painted));
  }
  inTime("A bare table of 34 rows on a bare page (the floor)", times, MATRIX_GOAL_MS);
  await page.close();
}

function measureChecks(home: string): void {
  const files = readdirSync(CORPUS).filter((name) => /\.(pdf|docx|txt)$/.test(name)).length;
  const noted = join(scratch, "checks.jsonl");
  const timed = (): number => {
    const from = performance.now();
    plumbline(home, "check", CORPUS, "--format", "json", "--resume", noted);
    return (performance.now() - from) / 1000;
  };
  const whole = timed();
  const rate = files / whole;
  lines.push({
    what: `plumbline check of a folder of ${files} reports, --resume`,
    measured: `${rate.toFixed(1)} a second (${whole.toFixed(0)} s)`,
    goal: `${CHECKS_GOAL} a second`,
    ratio: rate / CHECKS_GOAL,
  });
  lines.push({
    what: "The same again, with all of them noted",
    measured: `${timed().toFixed(1)} s`,
    goal: "",
    ratio: null,
  });
}

function plumbline(home: string, ...args: string[]): void {
  const env = { ...process.env, PLUMBLINE_HOME: home };
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    env,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status === null) throw new Error(`${args.join(" ")}: ${stderr}`);
}

async function withDesk(home: string, work: (page: Page) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, [CLI, "open", "--no-window"], {
    env: { ...process.env, PLUMBLINE_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(120_000);
  try {
    const address = await new Promise<string>((found) => {
      let text = "";
      child.stdout.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        const at = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(text);
        if (at) found(at[0]);
      });
    });
    await page.goto(address);
    await work(page);
  } finally {
    await page.close();
    child.kill();
    await new Promise((ended) => child.once("exit", ended));
  }
}

function writePage(): void {
  const busy = loadavg()[1]! > availableParallelism();
  const page = `# The desk

Printed by \`npm run bench:desk\` and written here by it: the whole program over the loopback host, in Chromium at 1366×768,
${TURNS} turns each, the median and the longest. The library holds the published reports of the corpus. A ratio above 1 is
better than the goal.

| what | measured | goal | ratio |
| --- | --- | --- | --- |
${table.join("\n")}

- Machine: ${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), no graphics card, ${platform()} ${release()}
- Versions: Node ${process.versions.node}, Chromium ${browser.version()}
- Load while it ran: ${loadavg()[1]!.toFixed(1)} over five minutes${busy ? ", so the machine was busy with other work too" : ""}
- Date: ${new Date().toISOString().slice(0, 10)}
`;
  const file = join(ROOT, "docs/benchmarks-desk.md");
  writeFileSync(file, page);
  spawnSync(process.execPath, [join(ROOT, "node_modules/prettier/bin/prettier.cjs"), "--write", file], {
    cwd: ROOT,
  });
  console.log(readFileSync(file, "utf8"));
}
