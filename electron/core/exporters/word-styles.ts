import { type IStylesOptions, LineRuleType } from "docx";

/** On every machine that has Word, and clear at small sizes; a font that is missing would be replaced at random. */
const FONT = "Arial";
const INK = "1B2226";
/** For what is read only when it is looked for; 4.5 : 1 on white and more. */
const SOFT = "4A555B";

/** Line spacing in 240ths of a line; without the rule some readers take the figure for twentieths of a point. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

/** Sizes are half-points and spacing twentieths of a point, as Word counts them. */
const heading = (outlineLevel: number, size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  // Word knows its own headings by their names; others ask for the level.
  paragraph: { spacing: { before, after, ...lines(264) }, keepNext: true, outlineLevel },
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
    title: {
      run: { font: FONT, size: 52, bold: true, color: INK },
      paragraph: { spacing: { before: 1800, after: 480, ...lines(252) } },
    },
    heading1: heading(0, 32, 400, 160),
    heading2: heading(1, 28, 320, 140),
    heading3: heading(2, 24, 260, 120),
    heading4: heading(3, 22, 220, 100),
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
    style("CoverText", "Cover Text", { size: 24 }, { spacing: { after: 80, ...lines(276) } }),
    style(
      "TOCHeading",
      "TOC Heading",
      { bold: true, size: 32 },
      { spacing: { after: 240, ...lines(264) }, keepNext: true },
    ),
    style("TOC1", "toc 1", { bold: true }, { spacing: { before: 140, after: 60, ...lines(264) } }),
    style("TOC2", "toc 2", {}, { indent: { left: 284 }, spacing: { after: 40, ...lines(264) } }),
    style("TOC3", "toc 3", { size: 20 }, { indent: { left: 567 }, spacing: { after: 30, ...lines(252) } }),
    style("Header", "header", { size: 18, color: SOFT }, { spacing: { after: 0, ...lines(240) } }),
    style("Footer", "footer", { size: 18, color: SOFT }, { alignment: "right", spacing: { after: 0 } }),
  ],
};
