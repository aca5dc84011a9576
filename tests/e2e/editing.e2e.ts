import { expect, type Page, test } from "@playwright/test";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

/** Every block as the page shows it: id and own words, in order; what the gutter says is not part of it. */
const blocksOf = (page: Page): Promise<[string, string][]> =>
  page
    .locator("[data-block-id]")
    .evaluateAll((elements) =>
      elements.map((element): [string, string] => [
        element.getAttribute("data-block-id") ?? "",
        [...element.querySelectorAll("[data-lexical-text]")].map(({ textContent }) => textContent).join(""),
      ]),
    );

const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();

test("split, merge, paste, undo and redo lose no block and share no id, and a restart shows the same", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const before = await blocksOf(page);
  expect(new Set(before.map(([id]) => id)).size).toBe(before.length);

  // Split a tied paragraph in two: the new one has an id of its own and the tie of the old.
  const first = page.locator("[data-block-id]", { hasText: "Senior managers are ineffective" }).first();
  await first.scrollIntoViewIfNeeded();
  await first.click({ position: { x: 80, y: 8 } });
  await page.keyboard.press("Home");
  await page.keyboard.type("A new opening. ");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-block-id]")).toHaveCount(before.length + 1);
  const split = await blocksOf(page);
  expect(new Set(split.map(([id]) => id)).size).toBe(split.length);

  // Paste two paragraphs with markup nobody asked for.
  await page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        "text/html": new Blob(
          ['<p style="color:red">Pasted <b>one</b><script>1</script></p><p>Pasted two</p>'],
          { type: "text/html" },
        ),
        "text/plain": new Blob(["Pasted one\n\nPasted two"], { type: "text/plain" }),
      }),
    ]),
  );
  await page.keyboard.press("Control+v");
  await expect(page.getByText("Pasted two").first()).toBeVisible();
  expect(await page.locator("[data-block-id] script, [data-block-id] [style*=red]").count()).toBe(0);

  // All the way back, and all the way forward again.
  const done = await blocksOf(page);
  for (let i = 0; i < 40; i += 1) await page.keyboard.press("Control+z");
  expect(await blocksOf(page)).toEqual(before);
  for (let i = 0; i < 40; i += 1) await page.keyboard.press("Control+y");
  expect(await blocksOf(page)).toEqual(done);
  await saved(page);
  await page.waitForTimeout(2500);
  await saved(page);

  await plumbline.stop("SIGKILL");
  const again = await desk.start();
  await openSample(page, again.address);
  expect(await blocksOf(page)).toEqual(done);
});

test("when the program behind the page stops, the page says so and keeps the text", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await plumbline.stop("SIGKILL");
  const first = page
    .locator("[data-block-id]", { hasText: "The overall effectiveness of the service" })
    .first();
  await first.click({ position: { x: 80, y: 8 } });
  await page.keyboard.type("Typed while nobody listens. ");
  await expect(page.getByText(/Not saved/).first()).toBeVisible();
  await expect(page.getByText(/Typed while nobody listens/).first()).toBeVisible();
});
