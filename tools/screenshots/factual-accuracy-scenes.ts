import type { Page } from "@playwright/test";
import { button, dialog, escape, palette, type Scene } from "#tools/screenshots/scene.ts";

const FORM = `Paragraph,What the report says,What is wrong,Kind,What shows it
2,,The inspection lasted eleven days on site and not ten.,Fact,"Our diary, pages 3 to 9"
,Senior managers are ineffective,"Two of five managers were praised in the feedback meeting, and the report does not mention it.",,Notes of the meeting
14,,“Childrens” wants an apostrophe.,Typographical,
"9, bullet 2",,The figure should be 18.,,
,,We do not agree with any of it.,,
`;

const importForm = async (page: Page): Promise<void> => {
  await button("Import comments…")(page);
  const choosing = page.waitForEvent("filechooser");
  await button("Choose a file…")(page);
  await (await choosing).setFiles({ name: "council.csv", mimeType: "text/csv", buffer: Buffer.from(FORM) });
  await page.getByRole("table", { name: "Comments in the file" }).waitFor();
};

const line = (page: Page, words: string) =>
  page.getByRole("grid", { name: "Comments" }).getByRole("row").filter({ hasText: words });

/** The factual accuracy check, from its issue to the response. */
export const FACTUAL_ACCURACY_SCENES: readonly Scene[] = [
  {
    name: "factual-accuracy-none",
    reach: palette("Factual accuracy: comments", true),
    leave: async (page) => button("Back to the text")(page),
  },
  {
    name: "factual-accuracy-issue",
    always: true,
    reach: async (page) => {
      await palette("Issue for factual", true)(page);
      await page.getByLabel("To", { exact: true }).fill("Cornwall County Council");
    },
    leave: async (page) => {
      await page.getByText("PDF", { exact: true }).click();
      await page.getByText("Word, with the response form").click();
      await button("Issue the report")(page);
      const held = page.getByRole("dialog", { name: /to settle before/ });
      const issued = page.getByRole("main", { name: "Factual accuracy" });
      // An export before may have let out the same already.
      await held.or(issued).waitFor();
      if (await held.isVisible()) {
        await held.getByRole("textbox").fill("The body checks the facts of a draft.");
        await page.keyboard.press("Enter");
      }
      await issued.waitFor();
    },
  },
  { name: "factual-accuracy-empty", reach: (page) => page.getByText("No comments are in yet").waitFor() },
  {
    name: "factual-accuracy-import",
    always: true,
    reach: importForm,
    leave: async (page) => {
      await button(/^Take \d/)(page);
      await line(page, "eleven days").waitFor();
    },
  },
  {
    name: "factual-accuracy-comment",
    always: true,
    reach: async (page) => {
      await line(page, "eleven days").click();
      await page.getByRole("radio", { name: "Not accepted" }).click();
      await page
        .getByRole("complementary", { name: "The comment in full" })
        .getByLabel(/^Why/)
        .fill("The diary shows ten days on site.");
    },
    leave: async (page) => {
      await page.keyboard.press("Control+Enter");
      await page.getByText("1 of 5 answered").waitFor();
    },
  },
  {
    name: "factual-accuracy-changing",
    always: true,
    reach: async (page) => {
      await line(page, "praised").click();
      await button("Change the text…")(page);
      const words = page.getByLabel("The words from now on");
      await words.fill(
        (await words.inputValue()).replace(
          "Senior managers are ineffective",
          "Most senior managers are ineffective",
        ),
      );
    },
    leave: async (page) => {
      await page.getByRole("button", { name: "Change the text", exact: true }).click();
      await page.getByText(/as revision \d+ *$/).waitFor();
    },
  },
  { name: "factual-accuracy-changed", reach: (page) => page.waitForTimeout(300) },
  { name: "factual-accuracy-unplaced", reach: async (page) => line(page, "do not agree").click() },
  {
    name: "factual-accuracy-add",
    reach: async (page) => {
      await button("Add a comment…")(page);
      await page.getByRole("dialog").getByLabel("Paragraph", { exact: true }).fill("14");
    },
    leave: escape,
  },
  {
    name: "factual-accuracy-response",
    reach: async (page) => {
      await button("Response…")(page);
      await dialog(page);
    },
    leave: escape,
  },
  {
    name: "factual-accuracy-end",
    always: true,
    reach: async (page) => button("Issued copy")(page),
    leave: async (page) => {
      await escape(page);
      await button("Back to the text")(page);
    },
  },
];
