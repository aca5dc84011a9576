import { expect, test } from "@playwright/test";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

test("the judgement panel says what an area reads like and shows the sentences, and abstains on too little text", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const area = (title: string) => page.getByRole("treeitem", { name: title }).first();
  const reads = page.getByRole("region", { name: "Reads like" });

  await area("Leadership and management").click();
  await expect(reads).toContainText(/Reads like adequate \(\d\d in 100\), one grade above the one given\./);
  await expect(reads.getByText("It advises; it never grades.")).toBeVisible();
  const chances = reads.getByRole("list", { name: "Chances in 100" }).getByRole("listitem");
  await expect(chances).toHaveCount(4);
  await expect(chances.first()).toContainText("Inadequate (given)");

  const sentence = reads.getByRole("list", { name: "Pulling down" }).getByRole("button").first();
  const quote = await sentence.locator("span").last().textContent();
  await sentence.click();
  await expect.poll(() => page.evaluate(() => getSelection()!.toString())).toBe(quote);
  await expect(page.getByText(quote!.slice(0, 40)).first()).toBeInViewport();

  const down = reads.getByRole("list", { name: "Pulling down" }).getByRole("button");
  await expect(down).toHaveCount(3);
  await reads.getByRole("button", { name: /^Show all/ }).click();
  await expect(down).not.toHaveCount(3);

  await area("Assessment and direct work").click();
  await expect(reads).toContainText(
    "Too little text to say what it reads like: 110 of the 350 words needed.",
  );
});

test("a finding says why it is one", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: /^Findings/ }).click();
  const card = page.getByRole("article").filter({ hasText: /how far does it have to go .* is never closed/ });
  await expect(card.getByRole("button", { name: "Why?" })).toHaveCount(0);
  await card.getByRole("button", { name: /Error/ }).click();
  const why = card.getByRole("button", { name: "Why?" });
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(why).toHaveAttribute("aria-expanded", "true");
  await expect(card.getByText("A quotation mark has no partner")).toBeVisible();
});
