import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism, cpus, platform, release, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Locator, type Page } from "@playwright/test";
import { openApp } from "#electron/core/app.ts";
import { putEvidence } from "#electron/core/store/evidence.ts";
import { listReports } from "#electron/core/store/reports.ts";
import { DIRECTIONS, Evidence, EVIDENCE_KINDS } from "#shared/domain/evidence.ts";
import { PAGE_LINES } from "#renderer/evidence/arrange.ts";
import { launchOptions } from "#tools/chromium.ts";

/**
 * The table of evidence over 10,000 items in a real browser: how long until it is there, until a filter shows, and
 * the longest frame while it scrolls, beside a bare page. `npm run bench:evidence`, which writes
 * docs/benchmarks-evidence.md; the renderer must be built.
 */
const ITEMS = 10_000;
const TURNS = 3;
const ROOT = join(import.meta.dirname, "..");
const home = mkdtempSync(join(tmpdir(), "plumbline-evidence-"));

const app = await openApp({ path: join(home, "library.plumbline"), sample: true });
const [report] = listReports(app.context.library.read, false);
const framework = app.context.frameworks.find(({ id }) => id === report!.frameworkId)!;
const graded = framework.areas.filter(({ kind }) => kind === "graded");
const { write } = app.context.library;
write.transaction(() => {
  for (let number = 1; number <= ITEMS; number += 1)
    putEvidence(
      write,
      report!.id,
      Evidence.parse({
        id: `bench-${number}`,
        // The sample has the numbers below.
        reference: `E-${number + 100}`,
        kind: EVIDENCE_KINDS[number % EVIDENCE_KINDS.length],
        title: `What was seen and said on visit ${number} to team ${number % 37}`,
        date: `2009-09-${String((number % 28) + 1).padStart(2, "0")}`,
        source: `Team ${number % 37}`,
        people: number % 23,
        notes: "Some notes of what was said. ".repeat(6),
        areaIds: [graded[number % graded.length]!.id],
        direction: DIRECTIONS[number % DIRECTIONS.length],
      }),
    );
})();
app.close();

const child = spawn(process.execPath, [join(ROOT, "electron/cli/plumbline.mjs"), "open", "--no-window"], {
  env: { ...process.env, PLUMBLINE_HOME: home },
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise<string>((resolve) => {
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    const found = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(text);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page
    .getByRole("row", { name: /Cornwall/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: "Report text" }).waitFor();
  await page.waitForTimeout(4000);
  const row = (words: string) => page.getByRole("row", { name: words });
  const opened = await timed(() => page.keyboard.press("F9"), row("E-001"));
  await page.waitForTimeout(1500);
  const scrolled: Frames[] = [];
  for (let turn = 0; turn < TURNS; turn += 1)
    scrolled.push(await scroll(page, page.getByRole("grid", { name: "Evidence" })));
  const turned = await timed(
    () => page.getByRole("button", { name: "Next", exact: true }).click(),
    row("E-150"),
  );
  await page.getByRole("button", { name: "Previous", exact: true }).click();
  await row("E-001").first().waitFor();
  const search = page.getByRole("searchbox");
  await search.focus();
  const filtered = await timed(() => page.keyboard.insertText("visit 9999 "), row("E-10099"));
  const unfiltered = await timed(() => search.fill(""), row("E-001"));
  const bare = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await bare.setContent(`<main>${"<p>A line of plain words.</p>".repeat(500)}</main>`);
  const floor = await scroll(bare, bare.locator("main"));
  printed(opened, turned, filtered, unfiltered, scrolled, floor);
} finally {
  await browser.close();
  child.kill();
  rmSync(home, { recursive: true, force: true });
}

/** Milliseconds between frames. */
interface Frames {
  readonly longest: number;
  readonly p99: number;
  readonly p95: number;
  readonly over50: number;
  readonly all: number;
}

function printed(
  opened: number,
  turned: number,
  filtered: number,
  unfiltered: number,
  turns: readonly Frames[],
  floor: Frames,
): void {
  const line = (what: string, { longest, p99, p95, over50, all }: Frames): string =>
    `| ${what} | ${longest.toFixed(1)} | ${p99.toFixed(1)} | ${p95.toFixed(1)} | ${over50} of ${all} |`;
  const file = join(ROOT, "docs/benchmarks-evidence.md");
  writeFileSync(
    file,
    `# The table of evidence

Printed by \`npm run bench:evidence\` and written here by it: ${ITEMS.toLocaleString("en-GB")} items, the whole program over the loopback host, in
Chromium at 1366×768. The table is there after ${opened} ms, a filter shows after ${filtered} ms and is gone after ${unfiltered} ms.

The table shows ${PAGE_LINES} lines a page; the next page is there after ${turned} ms. Scrolling through one: nine steps of 240
pixels, a leap to the other end, and back the other way, twelve times. Milliseconds between frames; the goal is none
over 50.

| | longest | p99 | p95 | over 50 |
| --- | --- | --- | --- | --- |
${turns.map((frames, turn) => line(`turn ${turn + 1}`, frames)).join("\n")}
${line("a bare page of 500 lines (the floor)", floor)}

- Machine: ${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), no graphics card, ${platform()} ${release()}
- Versions: Node ${process.versions.node}, Chromium ${browser.version()}
- Date: ${new Date().toISOString().slice(0, 10)}
`,
  );
  spawnSync(process.execPath, [join(ROOT, "node_modules/prettier/bin/prettier.cjs"), "--write", file]);
  console.log(readFileSync(file, "utf8"));
}

async function timed(act: () => Promise<void>, shows: ReturnType<Page["getByRole"]>): Promise<number> {
  const from = performance.now();
  await act();
  await shows.first().waitFor();
  return Math.round(performance.now() - from);
}

/** Wheels through all of it, both ways. */
async function scroll(page: Page, over: Locator): Promise<Frames> {
  await over.hover({ position: { x: 200, y: 200 } });
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const each = (now: number): void => {
      frames.push(now - last);
      last = now;
      if ((window as unknown as { frames: unknown }).frames === frames) requestAnimationFrame(each);
    };
    Object.assign(window, { frames });
    requestAnimationFrame(each);
  });
  for (let turn = 0; turn < 120; turn += 1) {
    // Nine steps, a leap to the end, and back the other way.
    const way = turn % 20 < 10 ? 1 : -1;
    await page.mouse.wheel(0, way * (turn % 10 === 9 ? 20_000 : 240));
    await page.waitForTimeout(16);
  }
  const frames = await page.evaluate(() => {
    const { frames: all } = window as unknown as { frames: number[] };
    Object.assign(window, { frames: null });
    return all.slice(1);
  });
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!;
  // Three frames of a 60 Hz screen are 50.0, a little more or less.
  return {
    longest: at(1),
    p99: at(0.99),
    p95: at(0.95),
    over50: frames.filter((ms) => ms > 50.05).length,
    all: frames.length,
  };
}
