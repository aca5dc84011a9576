import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { exportAs } from "#tests/e2e/workstation.ts";

const SENTENCE = "The overall effectiveness of safeguarding services is good. ";

interface Step {
  /** Of the picture, after its number. */
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
}

const tab = async (page: Page, name: RegExp): Promise<void> => page.getByRole("tab", { name }).click();
const paragraph = (page: Page) =>
  page
    .locator("[data-block-id]", { hasText: "The overall effectiveness of the service is inadequate." })
    .first();
const card = (page: Page) =>
  page
    .getByLabel("Findings", { exact: true })
    .getByText(/effectiveness of safeguarding services is good/i)
    .first();
const choose = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Commands" }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
};

/** The main job on the sample, a picture after each step; every step sees that it came about. */
const STEPS: readonly Step[] = [
  {
    name: "library",
    go: async (page) => {
      await expect(page.getByRole("row", { name: /Cornwall/ }).first()).toBeVisible();
    },
  },
  {
    name: "report",
    go: async (page) => {
      await page
        .getByRole("row", { name: /Cornwall/ })
        .first()
        .click();
      await expect(page.getByText(/\d+ errors?, \d+ warnings?/)).toBeVisible();
      await expect(page.getByRole("region", { name: "Tour" })).toBeVisible();
    },
  },
  {
    name: "write",
    go: async (page) => {
      await page.getByRole("button", { name: "End the tour" }).click();
      await paragraph(page).scrollIntoViewIfNeeded();
      await paragraph(page).click({ position: { x: 60, y: 8 } });
      await page.keyboard.press("Home");
      await page.keyboard.type(SENTENCE);
      await expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();
    },
  },
  {
    name: "finding",
    go: async (page) => {
      await tab(page, /^Findings/);
      await expect(card(page)).toBeVisible();
      await card(page).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "go-to-it",
    go: async (page) => {
      await card(page).click();
      await expect(paragraph(page)).toBeInViewport();
    },
  },
  {
    name: "backing",
    go: async (page) => {
      await tab(page, /^Judgement/);
      await page
        .getByRole("treeitem", { name: /^Overall effectiveness/ })
        .first()
        .click();
      await expect(page.getByRole("region", { name: "Backing" })).toBeVisible();
    },
  },
  {
    name: "grade",
    go: async (page) => {
      await page
        .getByRole("radiogroup", { name: /^Grade of/ })
        .locator("label", { hasText: "Good" })
        .click();
      await expect(page.getByRole("radio", { name: /^2 Good/ })).toBeChecked();
      await page
        .getByLabel("Why this grade")
        .fill("Two thirds of the case files were sound; the weaknesses are answered.");
      await page.getByLabel("Why this grade").blur();
    },
  },
  {
    name: "settled",
    go: async (page) => {
      await tab(page, /^Findings/);
      await expect(card(page)).toHaveCount(0);
    },
  },
  {
    name: "evidence",
    go: async (page) => {
      await tab(page, /^Evidence/);
      await page.getByRole("button", { name: "Add evidence…" }).click();
      await page.getByLabel("Title").fill("Case files of 24 children");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await paragraph(page).click({ position: { x: 60, y: 8 } });
      await page.keyboard.press("Home");
      // To the end of the sentence, before its full stop.
      for (const _ of SENTENCE.trim().split(" ")) await page.keyboard.press("Control+ArrowRight");
      await page.keyboard.type(" [[case");
      await expect(page.getByRole("listbox", { name: "Evidence and paragraphs" })).toBeVisible();
    },
  },
  {
    name: "comment",
    go: async (page) => {
      await page.keyboard.press("Enter");
      await page.keyboard.type(" ");
      await page.keyboard.press("Shift+End");
      await page.keyboard.press("Control+Alt+m");
      await page.keyboard.type("Does the audit of June say so too?");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("tab", { name: /^Comments 1/ })).toBeVisible();
    },
  },
  {
    name: "version",
    go: async (page) => {
      await choose(page, "keep this");
      await page.getByLabel("Name of this version").fill("Sent for factual accuracy");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await choose(page, "versions:");
      await expect(page.getByRole("list", { name: "Versions, newest first" })).toBeVisible();
      await expect(page.getByText("Sent for factual accuracy").first()).toBeVisible();
    },
  },
  {
    name: "compare",
    go: async (page) => {
      await page
        .getByRole("button", { name: /^Compare/ })
        .last()
        .click();
      await expect(page.getByRole("table", { name: "Two versions side by side" })).toBeVisible();
      await expect(page.getByText(/^\d+ changes?$/)).toBeVisible();
    },
  },
  {
    name: "export",
    go: async (page) => {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("textbox", { name: "Report text" })).toBeVisible();
      await page.getByRole("button", { name: "Export…" }).click();
      await expect(page.getByRole("menuitem", { name: /^Word/ })).toBeVisible();
    },
  },
  {
    name: "file",
    go: async (page) => {
      await page.keyboard.press("Escape");
      await exportAs(page, "Word");
      await expect(page.getByText(/\.docx is in your downloads\./)).toBeVisible();
    },
  },
];

/** Names of the pictures in the order of the walk. */
export const WALK_PICTURES = STEPS.map(
  ({ name }, index) => `${String(index + 1).padStart(2, "0")}-${name}.webp`,
);

/** A quarter of a PNG of the same sharpness, which Playwright’s own pictures are. */
async function webp(page: Page): Promise<Buffer> {
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send("Page.captureScreenshot", { format: "webp", quality: 85 });
  await browser.detach();
  return Buffer.from(data, "base64");
}

/** Goes through the main job and leaves a picture of each step in the folder. @param address of a library with the sample */
export async function takeWalk(page: Page, address: string, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  await page.goto(address);
  const paths: string[] = [];
  for (const [index, { go }] of STEPS.entries()) {
    await go(page);
    await page.waitForTimeout(300);
    const path = join(folder, WALK_PICTURES[index]!);
    writeFileSync(path, await webp(page));
    paths.push(path);
  }
  return paths;
}
