import { type IStylesOptions, LineRuleType } from "docx";

/** On every machine that has Word, and clear at small sizes; a font that is missing would be replaced at random. */
const FONT = "Arial";
const INK = "1B2226";

/** Line spacing in 240ths of a line; without the rule some readers take the figure for twentieths of a point. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

/** Sizes are half-points and spacing twentieths of a point, as Word counts them. */
const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after, ...lines(264) }, keepNext: true },
});

const style = (id: string, name: string, run: object, paragraph: object, basedOn = "Normal") => ({
  id,
  name,
  basedOn,
  quickFormat: true,
  run,
  paragraph,
});

/** The named styles a colleague sees in Word's gallery; nothing in the text is formatted by hand. */
export const WORD_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 22, color: INK, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 160, ...lines(288) } },
    },
    title: heading(40, 0, 320),
    heading1: heading(32, 400, 160),
    heading2: heading(28, 320, 140),
    heading3: heading(24, 260, 120),
    heading4: heading(22, 220, 100),
    hyperlink: { run: { color: "0B5C7A", underline: {} } },
  },
  paragraphStyles: [
    style("Narrative", "Narrative", {}, { spacing: { after: 180, ...lines(300) } }),
    style("ListBullet", "List Bullet", {}, { spacing: { after: 100, ...lines(288) } }),
    style(
      "Quotation",
      "Quotation",
      { italics: true },
      { indent: { left: 851, right: 567 }, spacing: { after: 180 } },
    ),
    style("Timescale", "Timescale", { bold: true }, { spacing: { before: 200, after: 100 }, keepNext: true }),
    style("Caption", "caption", { bold: true, size: 21 }, { spacing: { before: 200, after: 100 } }),
    style("TableText", "Table Text", { size: 21 }, { spacing: { before: 40, after: 40, ...lines(264) } }),
    style("TableHeader", "Table Header", { bold: true }, {}, "TableText"),
    style("FootnoteText", "footnote text", { size: 19 }, { spacing: { after: 40, ...lines(240) } }),
    style("PageNumber", "Page Number", { size: 18 }, { alignment: "center" as const, spacing: { after: 0 } }),
  ],
};
