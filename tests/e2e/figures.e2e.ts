import { expect, type Locator, type Page, test } from "@playwright/test";
import { audit, EVERY_LOOK } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

/** Figures on the register, written by keyboard. */
async function add(page: Page, value: string, label: string): Promise<void> {
  const register = page.getByRole("dialog", { name: "Figures of this report" });
  const fresh = register.getByRole("button", { name: "New figure" });
  if (await fresh.isEnabled()) await fresh.press("Enter");
  await register.getByLabel("Figure, as it is printed").fill(value);
  await register.getByLabel("What it counts").fill(label);
  await page.keyboard.press("Enter");
  await expect(register.getByRole("option", { name: `${value} ${label}` })).toBeVisible();
}

async function openRegister(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Figures of this report");
  await page.keyboard.press("Enter");
  return page.getByRole("dialog", { name: "Figures of this report" });
}

test("a figure changes with its followers after the places are shown, goes back, and is not removed while needed", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const paragraph = page.locator("[data-block-id]", { hasText: "The comprehensive restructuring" }).first();
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.locator("[data-lexical-text]").last().click();
  await page.keyboard.press("End");
  const register = await openRegister(page);
  await add(page, "82", "children under five");
  await add(page, "387", "older children");
  await register.getByRole("button", { name: "New figure" }).press("Enter");
  await register.getByLabel("What it counts").fill("all children");
  await register.getByLabel("How it came about").selectOption("Sum of others");
  await register.getByRole("button", { name: "Add to the register" }).press("Enter");
  await expect(register.getByRole("option", { name: "469 all children" })).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await page.keyboard.type(" Of ##all chil");
  await page.getByRole("option", { name: /^469/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type(" children ##under fi");
  await page.getByRole("option", { name: /^82/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect(paragraph).toContainText("Of 469 children 82");

  await openRegister(page);
  await register.getByRole("option", { name: /^82/ }).click();
  await register.getByLabel("Figure, as it is printed").fill("83");
  await page.keyboard.press("Enter");
  await expect(register.getByRole("list", { name: "Places that change" }).getByRole("listitem")).toHaveCount(
    2,
  );
  await expect(register.getByRole("list", { name: "Figures that follow" })).toContainText("469 470");
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await expect(register.getByRole("button", { name: "Change them" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("82 is now 83, in 2 places.")).toBeVisible();
  await expect(paragraph).toContainText("Of 470 children 83");

  await register.getByRole("option", { name: /^83/ }).click();
  await register.getByRole("button", { name: "Remove" }).press("Enter");
  await expect(
    register.getByText(
      /^It cannot be removed: it is cited in paragraph \d+, and “all children” follows from it\.$/,
    ),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).last().press("Enter");
  await expect(paragraph).toContainText("Of 469 children 82");
});

test("numbers of the text are put on the register and made citations, one by one or all, and undone", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const paragraph = page.locator("[data-block-id]", { hasText: "discussions with 79 children" }).first();
  await paragraph.locator("[data-lexical-text]").last().click();
  await page.keyboard.press("End");
  await page.keyboard.type(" In all 79 children and young people spoke to inspectors.");
  const register = await openRegister(page);
  await register
    .getByRole("button", { name: /^79 children/ })
    .first()
    .press("Enter");
  await expect(register.getByLabel("Figure, as it is printed")).toHaveValue("79");
  await register.getByRole("button", { name: "Add to the register" }).press("Enter");
  const places = register.getByRole("list", { name: "Places that print it" });
  await expect(places.getByRole("listitem")).toHaveCount(2);
  expect(await audit(page)).toEqual([]);
  await register.getByRole("button", { name: "Cite all 2 places" }).press("Enter");
  await expect(paragraph.locator("[data-link=figure]")).toHaveCount(2);
  await expect(places).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).last().press("Enter");
  await expect(paragraph.locator("[data-link=figure]")).toHaveCount(0);
  await expect(paragraph).toContainText("discussions with 79 children");
});
