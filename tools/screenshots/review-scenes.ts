import type { Page } from "@playwright/test";
import { button, escape, palette, press, tab, type Scene } from "#tools/screenshots/scene.ts";
import { selectWords, workAs } from "#tests/e2e/workstation.ts";

const WORDS = "Senior managers are ineffective";

const suggest = async (page: Page): Promise<void> => {
  await selectWords(page, WORDS);
  await page.keyboard.press("Control+Alt+m");
  await page.getByRole("radio", { name: /^Other words/ }).click();
  await page.getByLabel("Suggest other words").fill("Some senior managers are not effective enough");
  await page.getByLabel(/^Why/).fill("The case files speak of two of five.");
  await page.getByLabel(/^For/).fill("Lena Lead");
};

/** The reviewer’s work on the text, and what the lead makes of it. */
export const REVIEW_SCENES: readonly Scene[] = [
  {
    name: "review-suggesting",
    always: true,
    reach: async (page) => {
      await workAs(page, "Ruth Reader", "reviewer");
      await suggest(page);
    },
    leave: async (page) => {
      await button("Suggest")(page);
      await page.getByText("Ruth Reader suggests").first().waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: "review-note",
    reach: async (page) => {
      await selectWords(page, "One Cornwall");
      await page.keyboard.press("Control+Alt+m");
      await page.getByRole("radio", { name: /^Note to self/ }).click();
      await page.keyboard.type("Ask the authority what this is.");
    },
    leave: press("Enter"),
  },
  {
    name: "review-asked",
    reach: async (page) => {
      await tab(/^Findings/)(page);
      const card = page
        .getByRole("article")
        .filter({ hasText: /how far does it have to go .* is never closed/ });
      await card.getByRole("button", { name: /Error/ }).click();
      await card.getByRole("button", { name: "Ask the lead…" }).click();
      await page.keyboard.type("Where does the quotation end?");
      await page.keyboard.press("Enter");
      await card.getByText(/not answered yet/).waitFor();
      await card.hover();
    },
  },
  {
    name: "review-checklist",
    reach: async (page) => {
      await page.getByRole("radio", { name: /^Checklist/ }).click();
      await page
        .getByRole("article")
        .filter({ hasText: "with its partners" })
        .getByRole("button", { name: /^Question/ })
        .click();
    },
    leave: async (page) => page.getByRole("radio", { name: /^To settle/ }).click(),
  },
  {
    name: "review-signed-off",
    always: true,
    reach: async (page) => {
      await selectWords(page, WORDS);
      await tab(/^Judgement/)(page);
      await button("Sign off this area")(page);
      await page.getByRole("button", { name: "Take the sign-off back" }).waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: "review-suggestion",
    reach: async (page) => {
      await workAs(page, "Lena Lead", "lead");
      await tab(/^Comments/)(page);
      await page.getByText("not effective enough", { exact: true }).click();
    },
  },
  {
    name: "review-lapsed",
    reach: async (page) => {
      await button(/^Take \d of/)(page);
      await page
        .getByText(/^Taken/)
        .first()
        .waitFor();
      await tab(/^Judgement/)(page);
      await page.waitForTimeout(1000);
    },
  },
  {
    name: "review-ledger",
    reach: async (page) => {
      await palette("ledger: who", true)(page);
      await page.getByRole("dialog", { name: "Ledger" }).getByText("The chain holds").waitFor();
    },
    leave: escape,
  },
];
