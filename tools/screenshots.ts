import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { launchOptions } from "#tools/chromium.ts";
import type { Scene } from "#tools/screenshots/scene.ts";
import { LIBRARY_SCENES, REPORT_SCENES } from "#tools/screenshots/scenes.ts";
import { takeWalk } from "#tools/screenshots/walk.ts";
import { newDesk, openSample } from "#tests/e2e/workstation.ts";

/**
 * Pictures of every screen, dialogue and panel, to be looked at; with `--walk`, those of the manual.
 * `npm run screenshots -- [folder] [--theme dark] [--only panel] [--walk]`
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { walk: { type: "boolean" }, theme: { type: "string" }, only: { type: "string" } },
});

const ROOT = join(import.meta.dirname, "..");
const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none", contrast: "no-preference" },
  dark: { colorScheme: "dark", forcedColors: "none", contrast: "no-preference" },
  contrast: { colorScheme: "light", forcedColors: "none", contrast: "more" },
  forced: { colorScheme: "dark", forcedColors: "active", contrast: "no-preference" },
} as const;
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

const browser = await chromium.launch(launchOptions);
const missed: string[] = [];
try {
  if (values.walk) await walkPictures();
  else await allPictures(resolve(positionals[0] ?? join(ROOT, "test-results/screens")));
} finally {
  await browser.close();
}
if (missed.length > 0) {
  console.error(`\nNot reached:\n${missed.join("\n")}`);
  process.exitCode = 1;
}

async function walkPictures(): Promise<void> {
  const desk = newDesk();
  try {
    const page = await browser.newPage({ viewport: SIZES[0], locale: "en-GB" });
    const { address } = await desk.start();
    for (const picture of await takeWalk(page, address, join(ROOT, "docs/manual/pictures")))
      console.log(picture);
  } finally {
    await desk.clear();
  }
}

async function allPictures(folder: string): Promise<void> {
  for (const [look, media] of Object.entries(LOOKS)) {
    if (values.theme !== undefined && values.theme !== look) continue;
    const desk = newDesk();
    try {
      const plumbline = await desk.start();
      const page = await browser.newPage({ viewport: SIZES[0], locale: "en-GB" });
      page.setDefaultTimeout(10_000);
      await page.emulateMedia(media);
      const take = (scenes: readonly Scene[]): Promise<void> => takeAll(page, scenes, join(folder, look));
      await page.goto(plumbline.address);
      await take(LIBRARY_SCENES);
      // A window without the one-time key says so.
      const stranger = await browser.newPage({ viewport: SIZES[0], locale: "en-GB" });
      await stranger.emulateMedia(media);
      await stranger.goto(new URL("/", plumbline.address).href);
      await stranger.screenshot({ path: join(folder, look, "closed-door.png") });
      await stranger.close();
      await openSample(page, null);
      await take(REPORT_SCENES(plumbline));
      await page.close();
    } catch (error) {
      missed.push(`${look}: ${String(error).split("\n", 1)[0]}`);
    } finally {
      await desk.clear();
    }
  }
}

async function takeAll(page: Page, scenes: readonly Scene[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const scene of scenes) {
    if (values.only !== undefined && !scene.always && !scene.name.includes(values.only)) continue;
    try {
      await scene.reach(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const path = join(folder, `${scene.name}-${size.width}.png`);
        await page.screenshot({ path, animations: "disabled" });
        console.log(path);
      }
      await page.setViewportSize(SIZES[0]);
      await scene.leave?.(page);
    } catch (error) {
      missed.push(`${scene.name}: ${String(error).split("\n", 1)[0]}`);
      await page.screenshot({ path: join(folder, `${scene.name}-missed.png`) });
      await page.keyboard.press("Escape");
    }
  }
}
