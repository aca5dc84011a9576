/**
 * `npm run bench:typing [-- --peers FOLDER]`: how long a key takes to be seen, with everything on that a writer has:
 * live checking, spelling, autosave. Written to docs/benchmarks-typing.md. The peers are bare editors on the same
 * paragraphs in the same run, through their own harness, which is no part of the project.
 */
import { chromium } from "@playwright/test";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, platform, release, tmpdir } from "node:os";
import { join } from "node:path";
import { asReport } from "#electron/cli/export.ts";
import { addToLibrary } from "#electron/core/api/imports.ts";
import { defaultLibraryPath, openApp } from "#electron/core/app.ts";
import { resourcePath, ROOT } from "#electron/core/paths.ts";
import { textOf } from "#shared/domain/block.ts";
import type { ReportDraft } from "#shared/domain/report.ts";
import { newDesk } from "#tests/e2e/workstation.ts";
import { lengthened } from "#tools/bench/long-report.ts";
import { watchPage } from "#tools/bench/typing-page.ts";
import { launchOptions } from "#tools/chromium.ts";

const SIZES = [700, 4000] as const;
const REPEATS = 3;
const TEXT =
  "the council has acted on each risk and now reviews the plans of all children in need every week well";
const PEERS = ["lexical", "tiptap", "slate"];

interface Typing {
  readonly painted: number[];
  readonly long: number[];
  readonly opened: number[];
}

const share = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
};

const scratch = mkdtempSync(join(tmpdir(), "plumbline-typing-"));
const desk = newDesk();
process.env.PLUMBLINE_HOME = desk.home;
const titles = await fillLibrary();
const peersFolder = process.argv[2] === "--peers" ? (process.argv[3] ?? null) : null;
const ours = new Map<number, Typing>(SIZES.map((size) => [size, { painted: [], long: [], opened: [] }]));
const theirs = new Map<string, { p50: number[]; p95: number[]; mount: number[] }>();
// Turn and turn about, so that a noisy minute touches everybody alike.
for (let turn = 0; turn < REPEATS; turn += 1)
  for (const size of SIZES) {
    await typeInPlumbline(size, ours.get(size)!);
    runPeers(size);
  }
writePage();
await desk.clear();
rmSync(scratch, { recursive: true, force: true });

/** Two reports made of the sample’s own paragraphs, again and again. Answers their titles by size. */
async function fillLibrary(): Promise<Map<number, string>> {
  const app = await openApp({ path: defaultLibraryPath() });
  const bytes = readFileSync(resourcePath("sample", "cornwall-2009.txt"));
  const sample = await app.context.jail.read({ name: "cornwall-2009.txt", bytes }, {});
  const named = new Map<number, string>();
  for (const size of SIZES) {
    const draft = draftOf(sample, size);
    addToLibrary(app.context, draft, { name: "made", bytes: new Uint8Array() });
    named.set(size, draft.title);
    if (size === SIZES.at(-1)) writePeersInput(draft);
  }
  app.close();
  return named;
}

function draftOf<T extends ReportDraft>(sample: T, size: number): T {
  const { blocks } = lengthened(asReport(sample), Math.ceil(size / 60));
  let numbered = 0;
  const end = blocks.findIndex((block) => {
    if (block.kind === "paragraph" && block.numbered) numbered += 1;
    return numbered > size;
  });
  return {
    ...sample,
    title: `A report of ${size} paragraphs`,
    blocks: blocks.slice(0, end < 0 ? undefined : end),
  };
}

function writePeersInput({ blocks }: ReportDraft): void {
  mkdirSync(join(scratch, "in"), { recursive: true });
  const paragraphs = blocks
    .filter((block) => block.kind === "paragraph" && block.numbered)
    .map((block) => ({ type: "num", text: textOf(block) }));
  writeFileSync(join(scratch, "in", "x60.json"), JSON.stringify(paragraphs));
}

async function typeInPlumbline(size: number, into: Typing): Promise<void> {
  const plumbline = await desk.start();
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(120_000);
    await page.addInitScript(watchPage);
    await page.goto(plumbline.address);
    await page.getByRole("row", { name: new RegExp(titles.get(size)!) }).click();
    await page.waitForFunction(() => window.times.opened !== null);
    into.opened.push(await page.evaluate(() => window.times.opened ?? 0));
    // Checked for the first time: from here on it is kept up with.
    await page.getByText(/\d errors?, [\d,]+ warnings?/).waitFor();
    await page.waitForTimeout(3000);
    const middle = page.locator("[data-numbered]").nth(size >> 1);
    await middle.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(1000);
    await middle
      .locator("[data-lexical-text]")
      .first()
      .click({ position: { x: 120, y: 10 } });
    for (const key of "abcde") {
      await page.keyboard.press(key);
      await page.waitForTimeout(30);
    }
    await page.waitForTimeout(500);
    await page.evaluate(() => {
      window.times.painted.length = 0;
      window.times.long.length = 0;
    });
    for (const letter of TEXT) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      await page.waitForTimeout(20);
    }
    await page.waitForTimeout(800);
    const typed = await middle.textContent();
    if (!typed?.includes(TEXT)) throw new Error(`What was typed is not there: ${typed?.slice(0, 200)}`);
    const { painted, long } = await page.evaluate(() => window.times);
    into.painted.push(...painted);
    into.long.push(...long);
  } finally {
    await browser.close();
    await plumbline.stop();
  }
}

function runPeers(size: number): void {
  if (peersFolder === null) return;
  const run = spawnSync(process.execPath, ["06-typing.mjs", PEERS.join(","), String(size), "1"], {
    cwd: peersFolder,
    env: { ...process.env, PLPERF_WORK: scratch },
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  for (const line of run.stdout.trim().split("\n")) {
    if (!line.startsWith("{")) continue;
    const said = JSON.parse(line) as {
      editor: string;
      keydown_to_painted: { p50: number; p95: number };
      mount_ms: { p50: number };
    };
    const key = `${said.editor}|${size}`;
    const known = theirs.get(key) ?? { p50: [], p95: [], mount: [] };
    known.p50.push(said.keydown_to_painted.p50);
    known.p95.push(said.keydown_to_painted.p95);
    known.mount.push(said.mount_ms.p50);
    theirs.set(key, known);
  }
}

function writePage(): void {
  const ms = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0));
  const rows = SIZES.flatMap((size) => {
    const { painted, long, opened } = ours.get(size)!;
    const own = { p50: share(painted, 0.5), p95: share(painted, 0.95) };
    return [
      `| Plumbline, checking, spelling and saving | ${size} | ${ms(own.p50)} | ${ms(own.p95)} | 1 | ${ms(share(opened, 0.5))} | ${long.length}; ${ms(Math.max(0, ...long))} |`,
      ...PEERS.flatMap((editor) => {
        const peer = theirs.get(`${editor}|${size}`);
        if (!peer) return [];
        const [p50, p95, mount] = [peer.p50, peer.p95, peer.mount].map((list) => share(list, 0.5)) as [
          number,
          number,
          number,
        ];
        return [
          `| ${editor}, bare | ${size} | ${ms(p50)} | ${ms(p95)} | ${(p95 / own.p95).toFixed(1)} | ${ms(mount)} | |`,
        ];
      }),
    ];
  });
  const version = (name: string): string =>
    (
      JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")) as {
        version: string;
      }
    ).version;
  const page = `# Typing

Printed by \`npm run bench:typing -- --peers FOLDER\` and written here by it. From the key's own time to the frame that
shows it, ${TEXT.length} keys at the middle of the report, ${REPEATS} turns each, turn and turn about; milliseconds. Plumbline is
the whole program over the loopback host; a peer is a bare editor with the same paragraphs. Opening is from the press on
the report's row to its text on the screen, fetching included; for a peer it is mounting alone. Goals: p95 16.7 at 700
paragraphs and 33 at 4,000, opening 4,000 in 1,000, no task over 100 while typing.

| editor | paragraphs | p50 | p95 | p95 × Plumbline | opening | tasks over 50 ms: how many; longest |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

- Machine: ${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), ${platform()} ${release()}
- Versions: Node ${process.versions.node}, Lexical ${version("lexical")}, React ${version("react")}
- Date: ${new Date().toISOString().slice(0, 10)}
`;
  writeFileSync(join(ROOT, "docs/benchmarks-typing.md"), page);
  spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/prettier/bin/prettier.cjs"), "--write", "docs/benchmarks-typing.md"],
    { cwd: ROOT },
  );
  console.log(readFileSync(join(ROOT, "docs/benchmarks-typing.md"), "utf8"));
}
