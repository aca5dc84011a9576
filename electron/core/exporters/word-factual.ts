import { type FileChild, PageOrientation, type Paragraph, TableRow } from "docx";
import { ControlledParagraph } from "#electron/core/exporters/content-control.ts";
import type { FactualIssue } from "#electron/core/exporters/exporter.ts";
import { FORM_TITLE, issueLines, NOT_FOR_PUBLICATION } from "#electron/core/exporters/factual-words.ts";
import { cell, spacer } from "#electron/core/exporters/word-body.ts";
import type { WordContext } from "#electron/core/exporters/word-context.ts";
import { named, words } from "#electron/core/exporters/word-runs.ts";
import { DescribedTable } from "#electron/core/exporters/word-table.ts";
import { FORM_FIELDS, FORM_HEADINGS } from "#shared/factual-accuracy/read-table.ts";
import { spokenDay } from "#shared/document/draft-from-framework.ts";

const EMPTY_ROWS = 12;

/** The lines under the title. Named as drawn from elsewhere, as all here is, so that they never come back as text. */
export const factualNotice = (context: WordContext, issue: FactualIssue): Paragraph[] =>
  [NOT_FOR_PUBLICATION, ...issueLines(issue)].map(
    (line, index) =>
      new ControlledParagraph("cover", {
        style: context.style("CoverText"),
        children: named("cover", `factual${index}`, words(line, { bold: index === 0 })),
      }),
  );

/** The form in which the inspected body says what is wrong: a table that is read when the file comes back. */
export function responseForm(context: WordContext, issue: FactualIssue) {
  const line = (of: string, text: string, style: "Heading1" | "Narrative"): Paragraph =>
    new ControlledParagraph("annex", {
      style: context.style(style),
      children: named("annex", of, words(text)),
    });
  const columns = FORM_FIELDS.map((field) => FORM_HEADINGS[field]);
  const row = (texts: readonly string[], header: boolean): TableRow => {
    const style = context.style(header ? "TableHeader" : "TableText");
    return new TableRow({
      ...(header && { tableHeader: true }),
      cantSplit: true,
      // One cell that says what the table is, is enough; in the others people write.
      children: texts.map((text, column) =>
        header && column === 0
          ? cell(named("annex", "form", words(text)), { style, tag: "annex" })
          : cell(words(text), { style }),
      ),
    });
  };
  const empty = columns.map(() => "");
  const children: FileChild[] = [
    line("title", FORM_TITLE, "Heading1"),
    line(
      "how",
      `Write one comment in each row, with the number of the paragraph it is about. Send this file back by ${spokenDay(issue.dueOn)}. This check is about facts; it is not the way to complain about a judgement. Please name no child or young person.`,
      "Narrative",
    ),
    new DescribedTable(
      { title: FORM_TITLE, columns },
      {
        rows: [row(columns, true), ...Array.from({ length: EMPTY_ROWS }, () => row(empty, false))],
      },
    ),
    spacer(context),
  ];
  return { properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } }, children };
}
