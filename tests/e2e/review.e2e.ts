import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample, selectWords, workAs } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const WORDS = "Senior managers are ineffective";
const panel = (page: Page) => page.getByRole("tabpanel");
const thread = (page: Page, words: string) => panel(page).getByRole("article").filter({ hasText: words });
const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name }).click();
const which = (page: Page, name: RegExp) => page.getByRole("radio", { name }).click();
const report = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const card = (page: Page) =>
  page.getByRole("article").filter({ hasText: /how far does it have to go .* is never closed/ });
const QUESTION = /whether it lies with the authority/;

async function begin(page: Page, words: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press("Control+Alt+m");
}

test("a reviewer comments, notes, suggests, asks and signs off; the lead answers, takes part of it, and the sign-off lapses", async ({
  page,
}) => {
  test.slow();
  let plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await workAs(page, "Ruth Reader", "reviewer");

  await begin(page, WORDS);
  await page.keyboard.type("Which managers?");
  await page.getByLabel(/^For/).fill("Lena Lead");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(thread(page, "Which managers?").getByText("For Lena Lead")).toBeVisible();

  await begin(page, "One Cornwall");
  await which(page, /^Note to self/);
  await page.keyboard.type("Ask the authority what this is.");
  await page.keyboard.press("Enter");
  await expect(thread(page, "Ask the authority").getByText("Private note")).toBeVisible();

  await begin(page, WORDS);
  await which(page, /^Other words/);
  await page.getByLabel("Suggest other words").fill("Some managers are not effective");
  await page.keyboard.press("Enter");
  const suggestion = thread(page, "suggests");
  await expect(suggestion.getByText("Ruth Reader suggests")).toBeVisible();
  await expect(suggestion.getByText(/the text stays as it is/)).toBeVisible();
  await expect(suggestion.getByRole("button", { name: /^Take/ })).toHaveCount(0);
  await expect(report(page)).toContainText(WORDS);

  await tab(page, /^Findings/);
  await card(page).getByRole("button", { name: /Error/ }).click();
  await card(page).getByRole("button", { name: "Ask the lead…" }).click();
  await page.keyboard.type("Where does the quotation end?");
  await page.keyboard.press("Enter");
  await expect(card(page).getByText("“Where does the quotation end?”")).toBeVisible();
  await expect(card(page).getByText(/not answered yet/)).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await which(page, /^Checklist/);
  const question = page.getByRole("article").filter({ hasText: QUESTION });
  await question.getByRole("button", { name: /^Question/ }).click();
  await question.getByRole("button", { name: "Looked into…" }).click();
  await page.keyboard.type("Said of each but one.");
  await page.keyboard.press("Enter");
  await expect(question.getByText(/Looked into by Ruth Reader/)).toBeVisible();

  await selectWords(page, WORDS);
  await tab(page, /^Judgement/);
  await page.getByRole("button", { name: "Sign off this area" }).click();
  const signed = page.getByRole("treeitem", { name: /Signed off by Ruth Reader on .+\d{4}(?!, but)/ });
  const lapsed = page.getByRole("treeitem", { name: /Signed off by Ruth Reader .+ but changed since/ });
  await expect(signed).toHaveCount(1);
  expect(await audit(page)).toEqual([]);

  await workAs(page, "Lena Lead", "lead");
  await tab(page, /^Comments/);
  await which(page, /^Mine/);
  const comment = thread(page, "Which managers?");
  await comment.getByRole("button", { name: /^Reply/ }).click();
  await page.keyboard.type("Those of the service.");
  await page.keyboard.press("Enter");
  await expect(comment.getByRole("paragraph").filter({ hasText: "Those of the service." })).toBeVisible();
  await which(page, /^Open/);
  await suggestion.getByText("Some", { exact: true }).click();
  expect(await audit(page)).toEqual([]);
  const take = suggestion.getByRole("button", { name: /^Take 1 of 2/ });
  await take.click();
  await expect(report(page)).toContainText("Senior managers are not effective");
  await expect(lapsed).toHaveCount(1);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(report(page)).toContainText(WORDS);
  await expect(lapsed).toHaveCount(0);
  await expect(signed).toHaveCount(1);
  await suggestion.getByText("Some", { exact: true }).click();
  await take.click();
  await expect(lapsed).toHaveCount(1);
  await tab(page, /^Judgement/);
  await expect(
    panel(page)
      .getByText(/but changed since: look again/)
      .last(),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sign off/ })).toHaveCount(0);
  await page.getByRole("button", { name: "See what changed" }).click();
  const compared = page.getByRole("table", { name: "Two versions side by side" });
  await expect(compared.locator("ins").filter({ hasText: "not effective" })).toBeVisible();
  await plumbline.stop();

  plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await expect(report(page)).toContainText("Senior managers are not effective");
  await expect(lapsed).toHaveCount(1);
  await tab(page, /^Findings/);
  await expect(card(page).getByText("“Where does the quotation end?”")).toBeVisible();
  await which(page, /^Checklist/);
  await expect(question.getByText("“Said of each but one.”", { exact: false })).toBeVisible();
  await tab(page, /^Comments/);
  await which(page, /^All 4/);
  await expect(suggestion.getByText(/^Taken by Lena Lead/)).toBeVisible();
  await expect(comment.getByRole("paragraph").filter({ hasText: "Those of the service." })).toBeVisible();
  await expect(thread(page, "Ask the authority").getByText("Private note")).toBeVisible();
});
