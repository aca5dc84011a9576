import type { Page } from "@playwright/test";
import {
  button,
  dialog,
  escape,
  overlay,
  palette,
  press,
  tab,
  type Scene,
} from "#tools/screenshots/scene.ts";

const LOG = {
  name: "log.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Ref,Type,When,Title,People,Notes,Strength / weakness",
      '1,Interview,06/07/2009,"Head of service, duty team",1,Caseloads are falling.,+',
      "2,Phone chat,07/07/2009,Foster carers of teenagers,6,Waits for the health check.,-",
      "3,Interview,31/02/2009,A day that never was,2,,",
      '4,Interview,06/07/2009,"head of service, duty team",,Supervision is monthly.,+',
    ].join("\n"),
  ),
};

async function chooseLog(page: Page, file: typeof LOG): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Choose a/ })
    .click();
  await (await choosing).setFiles(file);
}

/** The log, its import and the golden thread, from within a report. */
export const EVIDENCE_SCENES: readonly Scene[] = [
  overlay("dialog-quick-entry", async (page) => {
    await page.keyboard.press("Control+e");
    await dialog(page);
    await page.keyboard.insertText("Focus group with 12 parents at Redruth today #partner @Parents’ forum +");
  }),
  {
    name: "evidence-table",
    reach: async (page) => {
      await page.keyboard.press("F9");
      await page.getByRole("row", { name: /E-001/ }).waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: "evidence-table-details",
    reach: async (page) => {
      await page.getByRole("row", { name: /E-001/ }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: "evidence-table-grouped",
    reach: async (page) => {
      await page.getByRole("combobox", { name: "Groups" }).selectOption({ index: 1 });
      await page.getByRole("row", { name: /^Interview \d+ items/ }).waitFor();
    },
    leave: async (page) => {
      await page.getByRole("combobox", { name: "Groups" }).selectOption({ index: 0 });
      await press("F9")(page);
    },
  },
  overlay("dialog-pseudonyms", palette("pseudonyms", true)),
  overlay("dialog-pseudonyms-offered", async (page) => {
    await page.keyboard.press("Control+e");
    await dialog(page);
    await page.keyboard.insertText("Spoke with the mother, Anne Tremayne, at 14 Penrose Close");
    await page.getByText(/personal details may be/).waitFor();
  }),
  overlay("dialog-evidence-import", palette("import evidence", true)),
  {
    name: "evidence-import-refused",
    reach: async (page) => {
      await palette("import evidence", true)(page);
      await chooseLog(page, {
        ...LOG,
        name: "broken.xlsx",
        buffer: Buffer.from("PK\u0003\u0004 and no more"),
      });
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "evidence-import-columns",
    reach: async (page) => {
      await chooseLog(page, LOG);
      await page.getByRole("button", { name: "See the rows" }).waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: "evidence-import-rows",
    reach: async (page) => {
      await button("See the rows")(page);
      await page.getByRole("table", { name: "Rows that cannot be imported" }).waitFor();
    },
  },
  {
    name: "evidence-import-duplicates",
    reach: async (page) => tab(/^There already/)(page),
    leave: escape,
  },
  overlay("thread", press("Control+Alt+l")),
  overlay("thread-coverage", async (page) => {
    await page.keyboard.press("Control+Alt+l");
    await page.getByRole("tab", { name: "Coverage" }).click();
  }),
  overlay("thread-gaps", async (page) => {
    await page.keyboard.press("Control+Alt+l");
    await page.getByRole("tab", { name: "Gaps" }).click();
  }),
  overlay("thread-picture", async (page) => {
    await page.keyboard.press("Control+Alt+l");
    await page.getByRole("tab", { name: "Picture" }).click();
  }),
];
