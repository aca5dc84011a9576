import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, gradeOverall, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desks: Desk[] = [];
test.afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.clear()));
  desks = [];
});

/** A window of its own upon a library of its own. */
async function sitDown(browser: Browser): Promise<Page> {
  const desk = newDesk();
  desks.push(desk);
  const { address } = await desk.start();
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.getByRole("row", { name: /Cornwall/ }).waitFor();
  return page;
}

const DIALOG = "[role=dialog]";
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const block = (page: Page, words: string) => page.locator("[data-block-id]", { hasText: words }).first();
const command = async (page: Page, words: string): Promise<void> => {
  // Keys of a dialogue that is about to close are its own.
  await expect(page.getByRole("dialog").or(page.getByRole("menu"))).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await dialog(page, "Commands").waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
};

/** Under what name and in what role; answers what others need of this desk. */
async function introduce(page: Page, name: string, role: string) {
  await page.getByRole("button", { name: /^This desk…/ }).click();
  const asked = dialog(page, "This desk");
  await asked.getByLabel("Your name").fill(name);
  await asked.getByLabel("Your role").selectOption({ label: role });
  const address = await asked.getByText(/^age1/).textContent();
  const fingerprint = await fingerprintIn(asked);
  if (role.startsWith("Lead")) await looksRight(page, DIALOG);
  await asked.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByRole("button", { name: new RegExp(`^This desk… ${name}`) })).toBeVisible();
  return { address: address!, fingerprint };
}

async function fingerprintIn(within: ReturnType<typeof dialog>): Promise<string> {
  const groups = within.getByRole("list", { name: /^Fingerprint/ }).getByRole("listitem");
  await expect(groups).toHaveCount(10);
  return (await groups.allTextContents()).join(" ");
}

/** @param within what is new on the screen, where the rest was looked at before */
async function looksRight(page: Page, within?: string): Promise<void> {
  expect(await audit(page, { within })).toEqual([]);
}

async function write(page: Page, at: string, words: string): Promise<void> {
  await block(page, at).click({ position: { x: 90, y: 12 } });
  await expect(block(page, at)).toHaveAttribute("data-here");
  await page.keyboard.press("Home");
  await page.keyboard.type(words);
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
}

async function comment(page: Page, at: string, words: string): Promise<void> {
  await block(page, at).click({ position: { x: 90, y: 12 } });
  await page.keyboard.press("Control+Alt+m");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tabpanel").getByText(words)).toBeVisible();
}

/** Takes a step in the review, by the menu of the stage. */
async function step(page: Page, label: string, reason = ""): Promise<void> {
  await page.getByRole("button", { name: /: stage and details of the report/ }).click();
  await page.getByRole("menuitem", { name: new RegExp(`^${label}`) }).click();
  if (reason === "") return;
  await dialog(page, label).getByRole("textbox").fill(reason);
  await page.keyboard.press("Enter");
}
const stage = (page: Page, words: string) =>
  expect(page.getByRole("button", { name: new RegExp(`^${words} ?: stage and`) })).toBeVisible();

/** Saves the report as a package from the dialogue that asks how. */
async function packed(page: Page, fill: (asked: ReturnType<typeof dialog>) => Promise<void>) {
  const asked = dialog(page, "Send as a review package");
  await asked.waitFor();
  await fill(asked);
  const coming = page.waitForEvent("download");
  await asked.getByRole("button", { name: "Save the package" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.plumbline$/);
  await expect(asked).toBeHidden();
  return file.path();
}

async function bring(page: Page, path: string, ask: () => Promise<void>): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await ask();
  await (
    await choosing
  ).setFiles({
    name: "Cornwall.plumbline",
    mimeType: "application/octet-stream",
    buffer: readFileSync(path),
  });
}
const items = (page: Page) => page.getByRole("main").locator("[data-item]");
const take = (page: Page) => page.getByRole("button", { name: /^Take (?!everything)/ }).click();

const CLASHING = "The evidence evaluated";
const ELSEWHERE = "Senior managers are ineffective";
const LEADS = "The purpose of the inspection";
const SAID = ["Is this strong enough?", "Evaluated by whom?"];
const PASSPHRASE = "correct horse battery";

test("a report goes to a reviewer and back, comes together with what was written meanwhile, is approved and published", async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const lead = await sitDown(browser);
  const reviewer = await sitDown(browser);
  const leadDesk = await introduce(lead, "Lee Lead", "Lead inspector");
  const reviewerDesk = await introduce(reviewer, "Rae Reviewer", "Quality-assurance reviewer");

  // The lead asks something, sends, and packs for the address of the reviewer.
  await openSample(lead, null);
  await comment(lead, ELSEWHERE, SAID[0]!);
  await step(lead, "Send for review");
  await lead.getByRole("button", { name: "Send as a review package…" }).click();
  const first = await packed(lead, async (asked) => {
    await asked.getByText("What may be quoted, and what may be paraphrased").click();
    await asked.getByText("The address of the desk it is for").click();
    await looksRight(lead, DIALOG);
    await asked.getByLabel(/^Address of the desk/).fill("age1not-an-address");
    await asked.getByRole("button", { name: "Save the package" }).click();
    await expect(asked.getByRole("alert")).toContainText("That is not the address of a desk");
    await asked.getByLabel(/^Address of the desk/).fill(reviewerDesk.address);
  });

  // The reviewer compares the fingerprint once, and adds the report.
  await bring(reviewer, first, () =>
    reviewer.getByRole("button", { name: "Open a review package…" }).click(),
  );
  const whose = dialog(reviewer, "A review package from Lee Lead");
  await expect(whose).toContainText("1 comment");
  expect(await fingerprintIn(whose)).toBe(leadDesk.fingerprint);
  await looksRight(reviewer, DIALOG);
  await expect(whose.getByRole("button", { name: "Add the report" })).toBeDisabled();
  await whose.getByText(/^I have compared it/).click();
  await whose.getByRole("button", { name: "Add the report" }).click();
  await expect(text(reviewer)).toBeVisible();
  await stage(reviewer, "In review");
  await reviewer.getByRole("button", { name: /back to the library/ }).click();
  const waiting = reviewer.getByRole("rowgroup").filter({ hasText: "Ready for review" });
  await expect(waiting.getByRole("row", { name: /In review/ })).toHaveCount(1);
  await looksRight(reviewer);
  await waiting.getByRole("row", { name: /In review/ }).click();

  // They edit two paragraphs, move a grade, ask something, return it with a reason, and pack it by passphrase.
  await write(reviewer, CLASHING, "Reviewed: ");
  await write(reviewer, ELSEWHERE, "Plainly, ");
  await comment(reviewer, CLASHING, SAID[1]!);
  await gradeOverall(reviewer, "3 Adequate");
  await step(reviewer, "Return to the lead", "Two queries.");
  await stage(reviewer, "Returned");
  await command(reviewer, "Send as a review package");
  const second = await packed(reviewer, async (asked) => {
    await asked.getByText("A passphrase").click();
    await asked.getByLabel(/^Passphrase, 12/).fill(PASSPHRASE);
    await asked.getByLabel("The passphrase again").fill("something else");
    await expect(asked.getByText("The two are not the same yet.")).toBeVisible();
    await expect(asked.getByRole("button", { name: "Save the package" })).toBeDisabled();
    await asked.getByLabel("The passphrase again").fill(PASSPHRASE);
    await looksRight(reviewer, DIALOG);
  });

  // Meanwhile the lead changes the same paragraph, and another.
  await write(lead, CLASHING, "Rewritten: ");
  await write(lead, LEADS, "Above all, ");
  await bring(lead, second, () => command(lead, "Open a review package"));
  const locked = dialog(lead, "A locked review package");
  await locked.getByLabel("Passphrase of the package").fill("wrong horse battery");
  await lead.keyboard.press("Enter");
  await expect(locked.getByRole("alert")).toContainText("The passphrase does not open this package.");
  await looksRight(lead, DIALOG);
  await locked.getByLabel("Passphrase of the package").fill(PASSPHRASE);
  await lead.keyboard.press("Enter");
  const back = dialog(lead, "A review package from Rae Reviewer");
  expect(await fingerprintIn(back)).toBe(reviewerDesk.fingerprint);
  await back.getByText(/^I have compared it/).click();
  await back.getByRole("button", { name: "See what came back" }).click();

  await expect(items(lead)).toHaveCount(2);
  const clash = items(lead).filter({ hasText: "Changed here too since it was sent" });
  await expect(clash).toContainText("Reviewed:");
  await expect(clash.getByRole("checkbox").first()).not.toBeChecked();
  await expect(lead.getByText("1 new comment")).toBeVisible();
  await expect(lead.getByText("2 new lines of the ledger")).toBeVisible();
  const grade = lead.getByRole("region", { name: "Grades" }).getByRole("listitem");
  await expect(grade).toContainText("Overall effectiveness");
  await expect(grade).toContainText("here 4 Inadequate at the desk of Rae Reviewer 3 Adequate");
  await looksRight(lead);
  await take(lead);

  await expect(lead.getByText(/1 change and 1 grade taken in from Rae Reviewer/)).toBeVisible();
  await stage(lead, "Returned");
  await expect(block(lead, CLASHING)).toContainText("Rewritten: ");
  await expect(text(lead)).not.toContainText("Reviewed: ");
  await expect(block(lead, ELSEWHERE)).toContainText("Plainly, ");
  await expect(block(lead, LEADS)).toContainText("Above all, ");
  await lead.getByLabel("Notices").getByRole("button", { name: "Undo", exact: true }).click();
  await expect(lead.getByText(/Grades, comments, answers, evidence, ledger and stage stay/)).toBeVisible();
  await expect(text(lead)).not.toContainText("Plainly, ");
  await expect(block(lead, LEADS)).toContainText("Above all, ");
  await stage(lead, "Returned");
  await expect(lead.getByRole("treeitem", { name: /^Overall effectiveness 3 Adequate/ })).toBeVisible();
  await lead.getByRole("tab", { name: /^Comments/ }).click();
  for (const said of SAID) await expect(lead.getByRole("tabpanel").getByText(said)).toBeVisible();

  // It goes again, to the address that was kept; the reviewer takes what is new, and approves.
  await step(lead, "Send for review again");
  await command(lead, "Send as a review package");
  const third = await packed(lead, async (asked) => {
    await expect(asked.getByLabel(/^Address of the desk/)).toHaveValue(reviewerDesk.address);
  });
  await bring(reviewer, third, () => command(reviewer, "Open a review package"));
  await expect(reviewer.getByText(/^Made by Lee Lead, lead inspector/)).toBeVisible();
  await take(reviewer);
  await expect(text(reviewer)).toContainText("Above all, ");
  await expect(block(reviewer, CLASHING)).toContainText("Rewritten: ");
  await stage(reviewer, "In review");
  await step(reviewer, "Approve");
  await stage(reviewer, "Approved");
  await command(reviewer, "Send as a review package");
  const fourth = await packed(reviewer, async (asked) => {
    await asked.getByText("The address of the desk it is for").click();
    await asked.getByLabel(/^Address of the desk/).fill(leadDesk.address);
  });

  // Nothing differs but the stage: the lead takes the approval and publishes. Twice is once.
  await bring(lead, fourth, () => command(lead, "Open a review package"));
  await expect(lead.getByText("There, the report is “Approved”")).toBeVisible();
  await expect(items(lead)).toHaveCount(0);
  await take(lead);
  await stage(lead, "Approved");
  await bring(lead, fourth, () => command(lead, "Open a review package"));
  const again = dialog(lead, "Taken in already");
  await expect(again).toContainText("taking it again would change nothing");
  await again.getByRole("button", { name: "Close" }).click();
  await step(lead, "Mark as published");
  await stage(lead, "Published");
  await lead.getByRole("tab", { name: /^Comments/ }).click();
  for (const said of SAID) await expect(lead.getByRole("tabpanel").getByText(said)).toBeVisible();
  await command(lead, "QA letter");
  const letter = dialog(lead, "QA letter");
  await expect(letter).toContainText("2 queries, none with an answer, in the order of the report");
  await looksRight(lead, DIALOG);
  const coming = lead.waitForEvent("download");
  await letter.getByRole("button", { name: "Save as PDF" }).click();
  expect((await coming).suggestedFilename()).toMatch(/^cornwall-qa-letter-.*\.pdf$/);
  for (const words of ["Rewritten: ", "Above all, "]) await expect(text(lead)).toContainText(words);
});
