import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

test("names are offered pseudonyms as evidence is written, keep them, and are purged", async ({ page }) => {
  await openSample(page, (await desk.start()).address);
  const names = join(desk.home, "library.plumbline.names");
  await page.keyboard.press("Control+e");
  const entry = page.getByRole("dialog", { name: "Write evidence down" });
  await page.keyboard.insertText(
    "Spoke with the mother, Anne Tremayne, and her son Jake at 14 Penrose Close",
  );
  await expect(entry.getByText("3 personal details may be in this text.")).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await entry.getByRole("button", { name: "Use [address] for 14 Penrose Close" }).click();
  await expect(entry.getByRole("textbox")).toBeFocused();
  expect(existsSync(names)).toBe(false);
  await entry.getByRole("button", { name: "Use all" }).click();
  await expect(entry.getByRole("textbox")).toHaveValue(
    "Spoke with the mother, Parent A, and her son Child A at [address]",
  );
  await entry.getByRole("button", { name: "Put the words back" }).click();
  await expect(entry.getByRole("textbox")).toHaveValue(/Anne Tremayne.*Jake at \[address\]/);
  await entry.getByRole("button", { name: "Use all" }).click();
  await expect(entry.getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(entry.getByText(/Saved: E-\d+ Spoke with the mother, Parent A/)).toBeVisible();
  // What is left as it is can be saved all the same.
  await page.keyboard.insertText("Letter from Mr Penhaligon");
  await entry.getByRole("button", { name: "Leave as it is" }).click();
  await expect(entry.getByRole("list", { name: "Personal details" })).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(entry.getByText(/Saved: E-\d+ Letter from Mr Penhaligon/)).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("F9");
  await page.getByRole("searchbox").fill("Parent A, and her son");
  await page
    .getByRole("grid", { name: "Evidence" })
    .getByRole("row")
    .filter({ hasText: "Spoke with" })
    .click();
  const details = page.getByRole("complementary", { name: "Details" });
  const notes = details.getByRole("textbox", { name: "Notes (Markdown)" });
  await notes.fill("Jake (DOB 3 May 1998) is at home.");
  // The same name has the same pseudonym in another field.
  await details.getByRole("button", { name: "Use Child A for Jake" }).click();
  await details.getByRole("button", { name: "Use [date of birth] for 3 May 1998" }).click();
  await expect(notes).toHaveValue("Child A (DOB [date of birth]) is at home.");
  await notes.press("Home");
  await notes.press("Control+Shift+ArrowRight");
  await notes.press("Control+b");
  await expect(notes).toHaveValue(/^\*\*Child ?\*\*/);
  await notes.press("Control+b");
  await notes.press("Home");
  await notes.pressSequentially("- ");
  await notes.blur();
  await expect(details.getByRole("region", { name: "Notes as they read" }).getByRole("listitem")).toHaveText(
    "Child A (DOB [date of birth]) is at home.",
  );
  await expect(page.getByText(/: notes changed\./)).toHaveCount(1);

  // In a cell, Tab goes to what is offered and the button gives the focus back; Enter keeps the words.
  const line = page
    .getByRole("grid", { name: "Evidence" })
    .getByRole("row")
    .filter({ hasText: "Spoke with" });
  await line.locator("[data-column=title]").dblclick();
  const cell = page.getByRole("textbox", { name: /^Title of E-/ });
  await cell.fill("Spoke with Jake again");
  await expect(page.getByText("1 personal detail may be in this text.")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Use Child A for Jake" })).toBeFocused();
  expect(await audit(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(cell).toBeFocused();
  await expect(cell).toHaveValue("Spoke with Child A again");
  await page.keyboard.press("Escape");
  await expect(cell).toHaveCount(0);
  await expect(line).toContainText("Parent A");

  await page.getByRole("button", { name: "Pseudonyms…" }).click();
  const table = page.getByRole("dialog", { name: "Pseudonyms" });
  await expect(
    table.getByRole("list", { name: "Pseudonyms of this report" }).getByRole("listitem"),
  ).toHaveText(["Parent AAnne Tremayne", "Child AJake"]);
  expect(existsSync(names)).toBe(true);
  expect(await audit(page)).toEqual([]);
  await table.getByRole("button", { name: "Purge…" }).click();
  await expect(table.getByText(/Purge 2 names\?.*cannot be undone/)).toBeVisible();
  await table.getByRole("button", { name: "Purge for good" }).click();
  await expect(table.getByText("No name in this report has a pseudonym yet.")).toBeVisible();
  expect(readdirSync(desk.home).filter((name) => name.includes(".names"))).toEqual([]);
});
