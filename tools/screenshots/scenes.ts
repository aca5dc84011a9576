import { readFileSync } from "node:fs";
import { EVIDENCE_SCENES } from "#tools/screenshots/evidence-scenes.ts";
import { FACTUAL_ACCURACY_SCENES } from "#tools/screenshots/factual-accuracy-scenes.ts";
import { DESK_SCENES, PACKAGE_SCENES } from "#tools/screenshots/package-scenes.ts";
import { MATRIX_SCENES, PORTFOLIO_SCENES } from "#tools/screenshots/overview-scenes.ts";
import { REVIEW_SCENES } from "#tools/screenshots/review-scenes.ts";
import {
  button,
  dialog,
  escape,
  narrative,
  overlay,
  palette,
  press,
  tab,
  text,
  type Scene,
} from "#tools/screenshots/scene.ts";
import { workedOn } from "#tests/helpers/worked-on.ts";
import { exportAs, type Running } from "#tests/e2e/workstation.ts";

const FILES = [
  {
    name: "letter.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("Dear colleague,\n\nNo report at all.\n"),
  },
  { name: "broken.docx", mimeType: "application/octet-stream", buffer: Buffer.from("PK but nothing more") },
];

export const LIBRARY_SCENES: readonly Scene[] = [
  { name: "library", always: true, reach: (page) => page.getByRole("row", { name: /Cornwall/ }).waitFor() },
  overlay("library-row-menu", button(/^Actions for/)),
  overlay("library-new-report", async (page) => {
    await page.keyboard.press("Control+n");
    await page.getByLabel("Provider or authority inspected").fill("Northshire County Council");
  }),
  overlay("library-palette", palette("")),
  overlay("library-theme", button("Theme")),
  overlay("help", press("F1")),
  overlay(
    "help-search",
    async (page) => {
      await page.keyboard.press("F1");
      await dialog(page);
      await page.keyboard.type("word import");
    },
    2,
  ),
  {
    name: "library-search",
    reach: async (page) => {
      await page.getByRole("searchbox", { name: "Search all reports" }).fill("social workers");
      await page.waitForTimeout(700);
    },
    leave: (page) => page.getByRole("searchbox", { name: "Search all reports" }).fill(""),
  },
  {
    name: "library-import",
    reach: async (page) => {
      await page.locator("input[type=file]").setInputFiles(FILES);
      await page.getByRole("button", { name: "Clear list" }).waitFor();
    },
    leave: button("Clear list"),
  },
  ...DESK_SCENES,
  ...PORTFOLIO_SCENES,
  {
    name: "library-archived",
    reach: button("Show archived"),
    leave: button("Back to reports"),
  },
  {
    name: "library-empty",
    reach: async (page) => {
      // What cannot be read as a report is one all the same: all of them are put away, and brought back.
      for (;;) {
        const menus = page.getByRole("button", { name: /^Actions for/ });
        if ((await menus.count()) === 0) break;
        await menus.first().click();
        await page.getByRole("menuitem", { name: "Archive" }).click();
        await page.waitForTimeout(400);
      }
    },
    leave: async (page) => {
      await page.getByRole("button", { name: "Show archived" }).click();
      await page
        .getByRole("button", { name: /^Actions for Cornwall/ })
        .last()
        .click();
      await page.getByRole("menuitem", { name: "Bring back" }).click();
      await page.getByText(/” is back/).waitFor();
      await page.getByRole("button", { name: "Back to reports" }).click();
    },
  },
];

/** @param plumbline is stopped by the last scene */
export const REPORT_SCENES = (plumbline: Running): readonly Scene[] => [
  { name: "report-tour", reach: (page) => page.waitForTimeout(1500) },
  {
    name: "report",
    always: true,
    reach: async (page) => {
      await narrative(page).click();
      await button("End the tour")(page);
      await page.getByText(/\d+ errors?, /).waitFor();
    },
  },
  { name: "panel-judgement", reach: tab(/^Judgement/) },
  { name: "panel-findings", reach: tab(/^Findings/) },
  {
    name: "panel-findings-current",
    reach: async (page) => {
      await press("F7")(page);
      await page.getByRole("button", { name: "Why?" }).first().click();
    },
  },
  overlay("panel-findings-dismiss", async (page) =>
    page.locator("article[aria-current]").getByRole("button", { name: "Dismiss…" }).click(),
  ),
  {
    name: "panel-checklist",
    reach: (page) => page.getByRole("radio", { name: /^Checklist/ }).click(),
    leave: (page) => page.getByRole("radio", { name: /^To settle/ }).click(),
  },
  overlay("dialog-rules", button("Rules…")),
  { name: "panel-evidence", reach: tab(/^Evidence/) },
  {
    name: "panel-evidence-new",
    reach: button("Add evidence…"),
    leave: async (page) => {
      await page.getByLabel("Title").fill("Case file audit");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.waitForTimeout(300);
    },
  },
  { name: "panel-evidence-one", reach: tab(/^Evidence/) },
  { name: "panel-comments-empty", reach: tab(/^Comments/) },
  {
    name: "panel-comments-new",
    reach: async (page) => {
      await narrative(page).dblclick();
      await page.keyboard.press("Control+Alt+m");
      await page.keyboard.type("Is this what the case files say?");
    },
    leave: async (page) => {
      await page.keyboard.press("Enter");
      await page.waitForTimeout(300);
    },
  },
  { name: "panel-comments", reach: tab(/^Comments/), leave: tab(/^Judgement/) },
  ...REVIEW_SCENES,
  { name: "panel-recommendations", reach: tab(/^Recommendations/), leave: tab(/^Judgement/) },
  overlay("dialog-ties", async (page) => {
    await narrative(page).click();
    await page.keyboard.press("Control+Alt+t");
    await dialog(page);
  }),
  overlay("palette", palette("")),
  overlay("palette-words", palette("table")),
  overlay("paragraph-menu", async (page) => {
    await narrative(page).click();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu", { name: "This paragraph" }).waitFor();
  }),
  {
    name: "margin-tip",
    reach: async (page) => {
      await narrative(page).click();
      await page.keyboard.press("Control+Alt+g");
      await page.getByRole("tooltip").waitFor();
    },
    leave: escape,
  },
  overlay("style-menu", button(/^Style:/)),
  overlay("table-menu", async (page) => page.getByRole("button", { name: "Table", exact: true }).click()),
  overlay("dialog-link", async (page) => {
    await narrative(page).locator("[data-lexical-text]").first().dblclick();
    await page.waitForTimeout(200);
    await palette("link…", true)(page);
    await page.getByLabel("Address").waitFor();
  }),
  overlay("dialog-table", palette("table…", true)),
  overlay("dialog-figures", palette("figures of this", true)),
  ...EVIDENCE_SCENES,
  {
    name: "method-paragraph",
    reach: async (page) => {
      await narrative(page).click();
      await palette("method paragraph", true)(page);
      await page.waitForTimeout(700);
    },
  },
  overlay("dialog-figures-filled", palette("figures of this", true)),
  {
    name: "find",
    reach: async (page) => {
      await text(page).focus();
      await page.keyboard.press("Control+h");
      await page.keyboard.type("children");
      await page.waitForTimeout(300);
    },
    leave: escape,
  },
  {
    name: "link-menu",
    reach: async (page) => {
      await narrative(page).click();
      await page.keyboard.press("End");
      await page.keyboard.type("[[");
      await page.waitForTimeout(400);
    },
    leave: press("Escape", "Control+z"),
  },
  {
    name: "spelling-menu",
    reach: async (page) => {
      await page.keyboard.press("End");
      await page.keyboard.type("recieve the ");
      await page.waitForTimeout(6000);
      await page.keyboard.press("Alt+F7");
      await page.waitForTimeout(300);
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menu").waitFor();
    },
    leave: press("Escape", "Control+z"),
  },
  overlay("dialog-dictionaries", palette("dictionaries", true)),
  overlay("dialog-words", press("Control+Shift+g")),
  overlay("dialog-details", palette("report details", true)),
  overlay("dialog-keep-version", palette("keep this", true)),
  overlay("dialog-versions", palette("versions:", true)),
  overlay("export-menu", button("Export…")),
  overlay("dialog-publication", palette("publication", true)),
  overlay("zoom-menu", button(/^Size of the page/)),
  overlay("theme-menu", button("Theme")),
  overlay("report-help", press("F1")),
  overlay("help-keyboard", palette("keys of every", true)),
  {
    name: "export-notice",
    reach: async (page) => {
      await exportAs(page, "Word");
      await page.getByText(/is in your downloads/).waitFor();
    },
  },
  ...MATRIX_SCENES,
  ...FACTUAL_ACCURACY_SCENES,
  ...PACKAGE_SCENES,
  {
    name: "returned",
    reach: async (page) => {
      const sent = readFileSync(await (await exportAs(page, "Word")).path());
      const choosing = page.waitForEvent("filechooser");
      await palette("returned Word", true)(page);
      await (
        await choosing
      ).setFiles({
        name: "colleague.docx",
        mimeType: "application/octet-stream",
        buffer: Buffer.from(workedOn(sent)),
      });
      await page.getByRole("heading", { name: /colleague\.docx/ }).waitFor();
      await page.waitForTimeout(400);
    },
    leave: button("Back to the text"),
  },
  {
    name: "compare",
    reach: async (page) => {
      await text(page).focus();
      await palette("keep this", true)(page);
      await page.getByLabel("Name of this version").fill("Sent for factual accuracy");
      await page.keyboard.press("Enter");
      await page.waitForTimeout(500);
      await narrative(page).click();
      await page.keyboard.type("Nevertheless, ");
      await page.waitForTimeout(2500);
      await palette("versions:", true)(page);
      await page
        .getByRole("button", { name: /^Compare .*accuracy/ })
        .first()
        .click();
      await page.getByRole("table", { name: "Two versions side by side" }).waitFor();
      await page.waitForTimeout(400);
    },
  },
  overlay("compare-palette", palette("")),
  {
    name: "compare-restore",
    reach: button(/^Restore/),
    leave: async (page) => {
      await escape(page);
      await button("Back to the text")(page);
      await text(page).waitFor();
    },
  },
  {
    name: "conflict",
    reach: async (page) => {
      // A library is open in one program at a time: the next save is made to name a revision that is past.
      await page.evaluate(() => {
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function late(data) {
          if (typeof data !== "string" || !data.includes('"baseRevision":')) return send.call(this, data);
          WebSocket.prototype.send = send;
          send.call(
            this,
            data.replace(/"baseRevision":(\d+)/, (_, now) => `"baseRevision":${Number(now) - 1}`),
          );
        };
      });
      await narrative(page).click();
      await page.keyboard.type("Two at once. ");
      await page.getByRole("button", { name: "Reload", exact: true }).waitFor();
    },
    leave: async (page) => {
      await button("Reload")(page);
      await page.getByText(/\d+ errors?, /).waitFor();
    },
  },
  {
    name: "stopped",
    reach: async (page) => {
      await plumbline.stop("SIGKILL");
      await narrative(page).click();
      await page.keyboard.type("Not to be saved. ");
      await page.getByRole("button", { name: "Copy the text" }).first().waitFor();
    },
  },
];
