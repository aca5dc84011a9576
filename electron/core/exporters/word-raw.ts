import { FileChild, type IContext, type IXmlableObject } from "docx";
import type { Piece } from "#electron/core/exporters/export-context.ts";
import type { WordContext } from "#electron/core/exporters/word-context.ts";
import { descriptionOf, type Description, TABLE_LINES } from "#electron/core/exporters/word-table.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
import { bookmarkName, controlTag } from "#shared/returned/control-tag.ts";

/**
 * Most of a report is plain paragraphs and cells, and the library takes twenty objects for each. They are written as XML
 * here, to the letter as the library writes them, which a test holds them to; in its document stands a mark for each.
 */
const MARK = "plumbline-written";

/** What holds the place of XML that is put into the document when the library has written it. */
export class Written extends FileChild {
  readonly #index: number;
  readonly #numbering: string | null;

  /** @param numbering the definition that the paragraph is counted by; the library alone knows its number */
  constructor(xml: string, context: WordContext, numbering: string | null = null) {
    super(MARK);
    this.#index = context.written.push(xml) - 1;
    this.#numbering = numbering;
  }

  override prepForXml(context: IContext): IXmlableObject {
    if (this.#numbering !== null) context.file.Numbering.createConcreteNumberingInstance(this.#numbering, 0);
    const number = this.#numbering === null ? {} : { n: `{${this.#numbering}-0}` };
    return { [MARK]: { _attr: { i: this.#index, ...number } } };
  }
}

const NUMBER = "{number}";
const MARKS = new RegExp(`<${MARK} i="(\\d+)"(?: n="(\\d+)")?/>`, "g");

/** The document with everything in its place. */
export const withWritten = (document: string, written: readonly string[]): string =>
  document.replace(MARKS, (_, index: string, number: string | undefined) => {
    const xml = written[Number(index)]!;
    return number === undefined ? xml : xml.replace(NUMBER, number);
  });

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
  "<": "&lt;",
  ">": "&gt;",
};
const escaped = (text: string): string => xmlText(text).replace(/[&"'<>]/g, (each) => ESCAPES[each]!);

/** As the library takes it too. */
export interface BlockLook {
  readonly style: string;
  readonly keepNext?: boolean;
  readonly numbering?: { readonly reference: string; readonly level: number };
}

interface RawLook extends BlockLook {
  readonly pageBreakBefore?: boolean;
  /** In twentieths of a point. */
  readonly indent?: number;
  readonly dense?: boolean;
}

/** One paragraph, with what is behind its control. */
export function rawParagraph(look: RawLook, tag: string | null, inner: string, tail = ""): string {
  const { style, keepNext, pageBreakBefore, numbering, indent = 0, dense } = look;
  const properties = [
    `<w:pStyle w:val="${style}"/>`,
    keepNext ? "<w:keepNext/>" : "",
    pageBreakBefore ? "<w:pageBreakBefore/>" : "",
    numbering ? `<w:numPr><w:ilvl w:val="${numbering.level}"/><w:numId w:val="${NUMBER}"/></w:numPr>` : "",
    dense ? '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>' : "",
    indent > 0 ? `<w:ind w:left="${indent}"/>` : "",
  ];
  const said =
    tag === null || inner === "" || !inner.includes("<w:r>")
      ? inner
      : `<w:sdt><w:sdtPr><w:tag w:val="${escaped(controlTag(tag))}"/><w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  return `<w:p><w:pPr>${properties.join("")}</w:pPr>${said}${tail}</w:p>`;
}

export function rawBookmark(name: string, inner: string, context: WordContext): string {
  const id = context.nextBookmark();
  return `<w:bookmarkStart w:name="${name}" w:id="${id}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`;
}

export function rawWords(text: string, properties = ""): string {
  const look = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return escaped(text)
    .split("\n")
    .map(
      (line, index) =>
        `<w:r>${look}${index > 0 ? "<w:br/>" : ""}<w:t xml:space="preserve">${line}</w:t></w:r>`,
    )
    .join("");
}

/** Null where it needs the library: the address of a link is kept in a list of its own. */
export function rawPieces(pieces: readonly Piece[]): string | null {
  let xml = "";
  for (const { text, bold, italic, note, refersTo, href } of pieces) {
    if (href !== undefined) return null;
    if (note !== undefined)
      xml += `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${note}"/></w:r>`;
    else if (refersTo !== undefined)
      xml += `<w:fldSimple w:instr="REF ${bookmarkName(refersTo)} \\h \\w">${rawWords(text)}</w:fldSimple>`;
    else xml += rawWords(text, (bold ? "<w:b/><w:bCs/>" : "") + (italic ? "<w:i/><w:iCs/>" : ""));
  }
  return xml;
}

export const rawCell = (paragraph: string): string => `<w:tc>${paragraph}</w:tc>`;

export const rawRow = (cells: readonly string[], header: boolean): string =>
  `<w:tr><w:trPr><w:cantSplit/>${header ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;

/** In twentieths of a point, as wide as the text of an A4 page. */
const TEXT_WIDTH = 9026;

export function rawTable(
  description: Description,
  rows: readonly string[],
  widths: readonly number[] | number,
): string {
  const columns =
    typeof widths === "number" ? Array<number>(widths).fill(Math.floor(TEXT_WIDTH / widths)) : widths;
  const { title, columns: names } = descriptionOf(description);
  const said = [
    title === "" ? "" : `<w:tblCaption w:val="${escaped(title)}"/>`,
    names === "" ? "" : `<w:tblDescription w:val="${escaped(names)}"/>`,
  ];
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:type="pct" w:w="5000"/><w:tblBorders>${TABLE_LINES}</w:tblBorders>${said.join("")}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}
