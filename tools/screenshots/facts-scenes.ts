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
export const FACTS_SCENES: readonly Scene[] = [
  {
    name: "facts-none",
    reach: palette("Factual accuracy: comments", true),
    leave: async (page) => button("Back to the text")(page),
  },
  {
    name: "facts-issue",
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
  { name: "facts-empty", reach: (page) => page.getByText("No comments are in yet").waitFor() },
  {
    name: "facts-import",
    always: true,
    reach: importForm,
    leave: async (page) => {
      await button(/^Take \d/)(page);
      await line(page, "eleven days").waitFor();
    },
  },
  {
    name: "facts-comment",
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
    name: "facts-changing",
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
  { name: "facts-changed", reach: (page) => page.waitForTimeout(300) },
  { name: "facts-unplaced", reach: async (page) => line(page, "do not agree").click() },
  {
    name: "facts-add",
    reach: async (page) => {
      await button("Add a comment…")(page);
      await page.getByRole("dialog").getByLabel("Paragraph", { exact: true }).fill("14");
    },
    leave: escape,
  },
  {
    name: "facts-response",
    reach: async (page) => {
      await button("Response…")(page);
      await dialog(page);
    },
    leave: escape,
  },
  {
    name: "facts-end",
    always: true,
    reach: async (page) => button("Issued copy")(page),
    leave: async (page) => {
      await escape(page);
      await button("Back to the text")(page);
    },
  },
];
