import { expect, type Page, test } from "@playwright/test";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const WORDS = "how far does it have to go";

/** The words under marks of one severity, of the block that holds `inBlock`. */
const marked = (page: Page, severity: string, inBlock: string): Promise<string[]> =>
  page.evaluate(
    ([name, words]) =>
      [...(CSS.highlights.get(name!) ?? [])]
        .filter((range) => {
          const node = (range as Range).startContainer;
          const element = node instanceof Element ? node : node.parentElement;
          return element?.closest("[data-block-id]")?.textContent?.includes(words!) ?? false;
        })
        .map((range) => (range as Range).toString()),
    [severity, inBlock],
  );

/** Puts the caret so many characters after the start of some words. */
async function caretAt(page: Page, words: string, offset: number): Promise<void> {
  const block = page.locator("[data-block-id]", { hasText: words });
  await block.scrollIntoViewIfNeeded();
  await block.click({ position: { x: 60, y: 8 } });
  await page.evaluate(
    ([text, at]) => {
      const root = document.querySelector("[data-lexical-editor]")!;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent!.indexOf(text);
        if (start < 0) continue;
        getSelection()!.setBaseAndExtent(node, start + at, node, start + at);
        return;
      }
    },
    [words, offset] as const,
  );
  await page.waitForTimeout(100);
}

test("a mark stays under its words at every key, before, inside and behind them", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  // Marks are drawn where somebody looks.
  expect(await marked(page, "error", WORDS)).toHaveLength(0);
  await page.locator("[data-block-id]", { hasText: WORDS }).scrollIntoViewIfNeeded();
  await expect.poll(() => marked(page, "error", WORDS)).toHaveLength(1);

  const lost: string[] = [];
  const type = async (text: string): Promise<void> => {
    for (const letter of text) {
      await page.keyboard.type(letter);
      // Twice: as the key leaves it, and a frame later.
      for (const moment of ["at once", "a frame later"]) {
        const words = await marked(page, "error", WORDS.slice(-12));
        if (words.length !== 1 || !words[0]!.includes("go before you"))
          lost.push(`${moment} after “${letter}”: ${JSON.stringify(words)}`);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    }
  };
  await caretAt(page, "Quotes from parents include", 0);
  await type("Well, ");
  await caretAt(page, WORDS, 8);
  await type("really ");
  await caretAt(page, "However, some parents and foster carers", 10);
  await type("of the ");
  expect(lost).toEqual([]);
  await expect
    .poll(() => marked(page, "error", WORDS.slice(-12)))
    .toEqual([expect.stringContaining("how far really does it have to go")]);
});

test("a finding that typing puts right goes, and none is left that the text does not bear out", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: /^Findings/ }).click();
  const card = page.getByRole("article").filter({ hasText: /how far does .* is never closed/ });
  await expect(card).toBeVisible();
  await caretAt(page, "before you can get help?", "before you can get help?".length);
  await page.keyboard.type("’");
  await expect(card).toHaveCount(0);
  await expect.poll(() => marked(page, "error", WORDS)).toEqual([]);
  await page.keyboard.press("Control+z");
  await expect(card).toBeVisible();
  await expect.poll(() => marked(page, "error", WORDS)).toHaveLength(1);
});
