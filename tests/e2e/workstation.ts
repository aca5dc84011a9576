import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Download, expect, type FileChooser, type Page } from "@playwright/test";

const ROOT = join(import.meta.dirname, "../..");
const CLI = join(ROOT, "electron/cli/plumbline.mjs");

/** The program as `plumbline open --no-window` starts it: the address it prints, and how to stop it. */
export interface Running {
  readonly address: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** A person's own folder and the programs started in it; both are gone after `clear`. */
export interface Desk {
  readonly home: string;
  start(): Promise<Running>;
  clear(): Promise<void>;
}

export function newDesk(): Desk {
  const home = mkdtempSync(join(tmpdir(), "plumbline-e2e-"));
  const running: Running[] = [];
  return {
    home,
    start: async () => {
      const plumbline = await startPlumbline(home);
      running.push(plumbline);
      return plumbline;
    },
    clear: async () => {
      await Promise.all(running.map((plumbline) => plumbline.stop("SIGKILL")));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function startPlumbline(home: string): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, [CLI, "open", "--no-window"], {
    cwd: ROOT,
    env: { ...process.env, PLUMBLINE_HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let text = "";
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(text);
      if (found) resolve(found[0]);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(`Plumbline ended: ${text}`)));
  });
  return {
    address,
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      await exited;
    },
  };
}

/** The grade of overall effectiveness, set in the judgement panel as a person sets it. @param words as its label says */
export async function gradeOverall(page: Page, words: string): Promise<void> {
  await page.getByRole("tab", { name: "Judgement" }).click();
  await page
    .getByRole("treeitem", { name: /^Overall effectiveness/ })
    .first()
    .click();
  await page
    .getByRole("radiogroup", { name: /^Grade of/ })
    .locator("label", { hasText: words })
    .click();
}

/** Brings files into the library from its first page, chosen as a person chooses them. */
export async function importFiles(
  page: Page,
  address: string,
  files: Parameters<FileChooser["setFiles"]>[0],
): Promise<void> {
  await page.goto(address);
  await page.getByRole("table", { name: "Reports" }).waitFor();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Import reports/ }).click();
  await (await choosing).setFiles(files);
}

/** Waits for a file that is asked for, and lets the report out with a reason where something holds it up. */
export async function downloaded(page: Page, ask: () => Promise<void>): Promise<Download> {
  const coming = page.waitForEvent("download");
  await ask();
  const check = page.getByRole("dialog", { name: /to settle before/ });
  await Promise.race([coming, check.waitFor()]);
  if (await check.isVisible()) {
    await check.getByRole("textbox").fill("A draft for colleagues.");
    await page.keyboard.press("Enter");
  }
  return coming;
}

/** Chooses a format of the export menu. */
export const exportAs = (page: Page, format: "Word" | "PDF" | "HTML"): Promise<Download> =>
  downloaded(page, async () => {
    await page.getByRole("button", { name: "Export…" }).click();
    await page.getByRole("menuitem", { name: new RegExp(`^${format}`) }).click();
    // Of a Word file it is asked what it is to hold; the answer stands ready.
    if (format !== "Word") return;
    await page.getByRole("dialog", { name: "Export to Word" }).waitFor();
    await page.keyboard.press("Enter");
  });

/** The sample report, from the library page to its text. @param address null where the library is shown already */
export async function openSample(page: Page, address: string | null): Promise<void> {
  if (address) await page.goto(address);
  await page
    .getByRole("row", { name: /Cornwall/ })
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: "Report text" })).toBeVisible();
}

/** Selects words in the report as a person would with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.locator("[data-block-id]", { hasText: words }).first().scrollIntoViewIfNeeded();
  await page.getByText(words).first().click();
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector("[data-lexical-editor]")!,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted);
      if (at < 0) continue;
      getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
  }, words);
  // The editor hears of it a moment later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
}

/** Gives the desk a name and a role, from the stage of the open report. */
export async function workAs(page: Page, name: string, role: "lead" | "reviewer"): Promise<void> {
  await page.getByRole("button", { name: /: stage and details/ }).click();
  await page.getByRole("menuitem", { name: /^This desk/ }).click();
  const dialog = page.getByRole("dialog", { name: "This desk" });
  await dialog.getByLabel("Your name").fill(name);
  await dialog.getByLabel("Your role").selectOption(role);
  await dialog.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
