import type { Page } from "@playwright/test";

/** One state of the program that is worth a picture, and the way back from it. */
export interface Scene {
  readonly name: string;
  /** Later scenes need it: never left out. */
  readonly always?: boolean;
  readonly reach: (page: Page) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
}

export const press =
  (...keys: string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(150);
  };
export const escape = press("Escape");
export const button = (name: string | RegExp) => async (page: Page) =>
  page.getByRole("button", { name }).first().click();
export const tab = (name: RegExp) => async (page: Page) => page.getByRole("tab", { name }).click();
export const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
export const dialog = (page: Page) => page.getByRole("dialog").first().waitFor();
export const narrative = (page: Page) =>
  page.locator("[data-block-id]", { hasText: "Senior managers are" }).first();

export const palette =
  (words: string, choose = false) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press("Control+k");
    await dialog(page);
    await page.keyboard.type(words);
    await page.waitForTimeout(150);
    if (choose) {
      await page.keyboard.press("Enter");
      await page.waitForTimeout(400);
    }
  };

/** @param escapes how often Escape is pressed: a search that has words in it takes the first for itself */
export const overlay = (name: string, reach: Scene["reach"], escapes = 1): Scene => ({
  name,
  reach: async (page) => {
    await reach(page);
    await page.waitForTimeout(250);
    // A busy machine may still be fading it in.
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== "running"),
    );
  },
  leave: press(...Array.from({ length: escapes }, () => "Escape")),
});
