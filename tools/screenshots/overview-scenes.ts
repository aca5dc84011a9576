import { join } from "node:path";
import { button, overlay, palette, press, type Scene } from "#tools/screenshots/scene.ts";

const FIXTURES = join(import.meta.dirname, "../../tests/fixtures/imports");

/** On the library page: the reports beside each other. The two that are brought in stay. */
export const PORTFOLIO_SCENES: readonly Scene[] = [
  {
    name: "portfolio",
    always: true,
    reach: async (page) => {
      const files = ["isles-of-scilly-2023.pdf", "knowsley-2021.pdf"].map((name) => join(FIXTURES, name));
      await page.locator("input[type=file]").setInputFiles(files);
      await page
        .getByRole("row", { name: /Knowsley/ })
        .first()
        .waitFor();
      await page.waitForTimeout(1000);
      const clear = page.getByRole("button", { name: "Clear list" });
      if (await clear.isVisible()) await clear.click();
      await button("Portfolio")(page);
      await page.getByText("3 reports", { exact: true }).waitFor();
      await page.waitForTimeout(800);
    },
  },
  {
    name: "portfolio-tables",
    always: true,
    reach: async (page) => {
      const tables = page.getByRole("button", { name: "As a table" });
      while ((await tables.count()) > 0) await tables.first().click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: "portfolio-behind",
    always: true,
    reach: async (page) => {
      await page.getByRole("button", { name: /^1: / }).first().click();
      await page.getByRole("region", { name: /^Reports: / }).waitFor();
    },
    leave: press("Control+o"),
  },
];

/** Within a report: its areas side by side, and one of them in full. */
export const MATRIX_SCENES: readonly Scene[] = [
  {
    name: "matrix",
    always: true,
    reach: async (page) => {
      await press("Control+Alt+j")(page);
      await page.getByRole("grid", { name: "Grade matrix" }).waitFor();
      await page.waitForTimeout(800);
    },
  },
  {
    name: "matrix-area",
    always: true,
    reach: async (page) => {
      const matrix = page.getByRole("grid", { name: "Grade matrix" });
      await matrix
        .getByRole("row", { name: /Value for money/ })
        .first()
        .focus();
      await press("Enter")(page);
      await page.getByRole("complementary", { name: "The area in full" }).waitFor();
      await page.waitForTimeout(300);
    },
    leave: button("Back to the text"),
  },
  overlay("stage-menu", button(/stage and details/)),
  overlay("dialog-export-word", palette("export to word", true)),
];
