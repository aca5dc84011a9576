import { mkdtempSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { openApp } from "#electron/core/app.ts";
import { putEvidence } from "#electron/core/store/evidence.ts";
import { listReports } from "#electron/core/store/reports.ts";
import { DIRECTIONS, Evidence, EVIDENCE_KINDS } from "#shared/domain/evidence.ts";
import { launchOptions } from "#tools/chromium.ts";

/**
 * The table of evidence over 10,000 items in a real browser: how long until it is there, until a filter shows, and
 * the longest frame while it scrolls. `node tools/bench-evidence.ts`; the renderer must be built.
 */
const ITEMS = 10_000;
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
  console.log(`open     ${await timed(() => page.keyboard.press("F9"), row("E-001"))} ms`);
  await page.waitForTimeout(1500);
  console.log(`scroll   longest frame ${await scroll(page)} ms`);
  const search = page.getByRole("searchbox");
  await search.focus();
  console.log(`filter   ${await timed(() => page.keyboard.insertText("visit 9999 "), row("E-10099"))} ms`);
  console.log(`unfilter ${await timed(() => search.fill(""), row("E-001"))} ms`);
} finally {
  await browser.close();
  child.kill();
  rmSync(home, { recursive: true, force: true });
}

async function timed(act: () => Promise<void>, shows: ReturnType<Page["getByRole"]>): Promise<number> {
  const from = performance.now();
  await act();
  await shows.first().waitFor();
  return Math.round(performance.now() - from);
}

/** Wheels through the whole table; milliseconds between two frames at most. */
async function scroll(page: Page): Promise<string> {
  await page.getByRole("grid", { name: "Evidence" }).hover();
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const each = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
    Object.assign(window, { frames });
  });
  for (let turn = 0; turn < 120; turn += 1) {
    // Nine steps, a leap to the end, and back the other way.
    const way = turn % 20 < 10 ? 1 : -1;
    await page.mouse.wheel(0, way * (turn % 10 === 9 ? 20_000 : 240));
    await page.waitForTimeout(16);
  }
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice(1));
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(1);
  const slow = frames.filter((ms) => ms > 50).length;
  return `${at(1)} (p99 ${at(0.99)}, p95 ${at(0.95)}; ${slow} of ${sorted.length} frames over 50)`;
}
