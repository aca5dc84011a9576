import { Fields } from "#electron/core/importers/word/fields.ts";
import { Paragraph } from "#electron/core/importers/word/paragraph.ts";
import {
  readListPlace,
  readRunLook,
  type ListPlace,
  type RunLook,
  type Style,
  type Styles,
} from "#electron/core/importers/word/styles.ts";
import type { XmlReader } from "#electron/core/importers/word/xml.ts";
import type { Cell } from "#electron/core/importers/reading/source-block.ts";
import type { TextRun } from "#shared/domain/block.ts";

/** A paragraph as the document has it, before anything is made of it. */
export interface WordParagraph {
  readonly words: Paragraph;
  readonly style: Style;
  /** Outline level from 0; null for body text. */
  readonly outline: number | null;
  readonly list: ListPlace;
  cell: Cell | null;
}

/** Struck out, instructions, second copies for older programs, and what is said about earlier looks. */
const SKIPPED = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:sectPr",
  "w:sectPrChange",
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPr",
  "w:rt",
  "mc:Fallback",
]);
const PICTURES = new Set(["pic:pic", "v:imagedata", "c:chart"]);
const PLAIN_LIST: ListPlace = { numId: null, level: null };

export type NoteKind = "footnotes" | "endnotes";

export interface BodyOptions {
  readonly styles: Styles;
  link(id: string | null): string | null;
  /** What a footnote says, by the id that its mark names; null when it says nothing. */
  note(kind: NoteKind, id: string): readonly TextRun[] | null;
  onParagraph(): void;
}

/**
 * Walks through the text of a document and gathers its paragraphs in reading order, as they are shown: what was
 * inserted is in, what was struck out is not, fields are what they came to. Text boxes follow the paragraph they
 * hang on.
 */
export class BodyReader {
  readonly paragraphs: WordParagraph[] = [];
  pictures = 0;
  readonly #reader: XmlReader;
  readonly #options: BodyOptions;
  readonly #fields = new Fields();
  #into: WordParagraph[] = this.paragraphs;
  #tables = 0;
  /** Words whose paragraph mark was struck out: they go on in the next paragraph. */
  #carried: Paragraph | null = null;
  /** Comments that opened between paragraphs. */
  #opening: string[] = [];

  constructor(reader: XmlReader, options: BodyOptions) {
    this.#reader = reader;
    this.#options = options;
  }

  /** Reads to the end of the element that is open, or of the document. */
  read(): void {
    const reader = this.#reader;
    for (const element of reader.elements()) {
      if (element === "w:p") this.#readParagraph();
      else if (element === "w:tbl") this.#readTable();
      else if (element === "w:sdt") this.#readControl(() => this.read());
      else if (element === "w:commentRangeStart") this.#opening.push(reader.attribute("w:id") ?? "");
      else if (element === "w:commentRangeEnd") this.#closeComment(reader.attribute("w:id") ?? "");
      else if (SKIPPED.has(element)) reader.skip();
    }
  }

  /** A content control; one that holds the table of contents, or only asks for words, has none of its own. */
  #readControl(read: () => void): void {
    const reader = this.#reader;
    let skipped = false;
    reader.children((name) => {
      if (name === "w:sdtContent" && !skipped) read();
      else if (name === "w:sdtPr")
        reader.children((inner) => {
          if (inner === "w:showingPlcHdr") skipped = true;
          else if (inner === "w:docPartObj")
            reader.children((part) => {
              if (part === "w:docPartGallery" && reader.attribute("w:val") === "Table of Contents")
                skipped = true;
            });
        });
    });
  }

  #readParagraph(): void {
    const words = this.#carried ?? new Paragraph();
    this.#carried = null;
    for (const id of this.#opening.splice(0)) words.openComment(id);
    const outer = this.#into;
    const boxes: WordParagraph[] = [];
    let properties: ParagraphProperties = NO_PROPERTIES;
    this.#readInlines(words, null, boxes, (read) => (properties = read));
    this.#options.onParagraph();
    this.#fields.endParagraph();
    this.#into = outer;
    const { styleId, outline, list, deleted } = properties;
    if (deleted) this.#carried = words;
    else {
      this.#opening.push(...words.takeCommentsOnNothing());
      const style = this.#options.styles.get(styleId);
      if (!/^(?:toc|contents)(?: heading| \d)/i.test(style.name))
        outer.push({
          words,
          style,
          outline: outline ?? style.outline,
          list: { numId: list.numId ?? style.list.numId, level: list.level ?? style.list.level },
          cell: null,
        });
    }
    outer.push(...boxes);
  }

  #readInlines(
    words: Paragraph,
    href: string | null,
    boxes: WordParagraph[],
    onProperties: (properties: ParagraphProperties) => void,
  ): void {
    const reader = this.#reader;
    let styleLook: RunLook = this.#options.styles.get(null).look;
    for (const element of reader.elements()) {
      switch (element) {
        case "w:pPr": {
          const properties = readParagraphProperties(reader);
          styleLook = this.#options.styles.get(properties.styleId).look;
          onProperties(properties);
          break;
        }
        case "w:r":
          this.#readRun(words, href, boxes, styleLook);
          break;
        case "w:hyperlink":
          this.#readInlines(words, this.#options.link(reader.attribute("r:id")) ?? href, boxes, onProperties);
          break;
        case "w:fldSimple":
          this.#fields.begin(reader.attribute("w:instr") ?? " ");
          this.#readInlines(words, href, boxes, onProperties);
          this.#fields.end();
          break;
        case "w:sdt":
          this.#readControl(() => this.#readInlines(words, href, boxes, onProperties));
          break;
        case "w:commentRangeStart":
          words.openComment(reader.attribute("w:id") ?? "");
          break;
        case "w:commentRangeEnd":
          this.#closeComment(reader.attribute("w:id") ?? "", words);
          break;
        case "m:t":
          words.add(this.#readText(), {}, styleLook, href);
          break;
        default:
          if (SKIPPED.has(element)) reader.skip();
      }
    }
  }

  #readRun(words: Paragraph, href: string | null, boxes: WordParagraph[], styleLook: RunLook): void {
    const reader = this.#reader;
    const fields = this.#fields;
    let own: RunLook = {};
    const add = (text: string): void => {
      const marks = { ...this.#options.styles.look(own.style), ...own };
      if (fields.isCode || fields.isMadeList || marks.hidden) return;
      words.add(text, marks, { ...styleLook, ...marks }, href ?? fields.link);
    };
    for (const element of reader.elements()) {
      switch (element) {
        case "w:rPr":
          own = readRunLook(reader);
          break;
        case "w:t":
          add(this.#readText());
          break;
        case "w:tab":
        case "w:ptab":
          // Behind a number typed by hand the wide space tells it from a year or a count.
          add(/^\s*\d{1,3}$/.test(words.text) ? "  " : " ");
          break;
        case "w:br":
          if ((reader.attribute("w:type") ?? "textWrapping") === "textWrapping") add("\n");
          break;
        case "w:cr":
          add("\n");
          break;
        case "w:noBreakHyphen":
          add("-");
          break;
        case "w:sym":
          add(String.fromCharCode(Number.parseInt(reader.attribute("w:char") ?? "", 16) || 0x20));
          break;
        case "w:fldChar": {
          const type = reader.attribute("w:fldCharType");
          if (type === "begin") fields.begin();
          else if (type === "separate") fields.separate();
          else fields.end();
          break;
        }
        case "w:instrText":
          fields.instruct(this.#readText());
          break;
        case "w:footnoteReference":
        case "w:endnoteReference":
          {
            const kind = element === "w:footnoteReference" ? "footnotes" : "endnotes";
            const note = this.#options.note(kind, reader.attribute("w:id") ?? "");
            if (note) words.addNote(note);
          }
          break;
        case "w:commentReference":
          words.pointComment(reader.attribute("w:id") ?? "");
          break;
        case "w:txbxContent": {
          const [into, carried] = [this.#into, this.#carried];
          this.#into = boxes;
          this.#carried = null;
          this.read();
          this.#into = into;
          this.#carried = carried;
          break;
        }
        default:
          if (PICTURES.has(element)) this.pictures++;
          if (SKIPPED.has(element)) reader.skip();
      }
    }
  }

  #readText(): string {
    const reader = this.#reader;
    const depth = reader.depth;
    let text = "";
    for (let token = reader.next(); reader.depth >= depth; token = reader.next())
      if (token === "text") text += reader.text;
    return text;
  }

  /** Closes a comment in the paragraph it began in; one that runs over several is about the first. */
  #closeComment(id: string, words?: Paragraph): void {
    const at = this.#opening.indexOf(id);
    if (at >= 0) {
      this.#opening.splice(at, 1);
      (words ?? this.#into.at(-1)?.words)?.pointComment(id);
    }
    if (words?.hasComment(id)) words.closeComment(id);
  }

  #readTable(): void {
    const reader = this.#reader;
    const outer = this.#into;
    const table = `table ${++this.#tables}`;
    const rows: Row[] = [];
    for (const element of reader.elements()) {
      if (element === "w:tr") {
        const row = this.#readRow();
        if (!row.deleted) rows.push(row);
      } else if (SKIPPED.has(element)) reader.skip();
    }
    this.#into = outer;
    outer.push(...placeCells(table, rows));
  }

  #readRow(): Row {
    const reader = this.#reader;
    const row: Row = { header: false, deleted: false, cells: [] };
    let column = 0;
    for (const element of reader.elements()) {
      if (element === "w:trPr")
        reader.children((name) => {
          if (name === "w:tblHeader") row.header = reader.attribute("w:val") !== "0";
          else if (name === "w:del") row.deleted = true;
          else if (name === "w:gridBefore") column += Number(reader.attribute("w:val")) || 0;
        });
      else if (element === "w:tc") {
        const cell = this.#readCell(column);
        column += cell.span;
        row.cells.push(cell);
      } else if (SKIPPED.has(element)) reader.skip();
    }
    return row;
  }

  #readCell(column: number): RowCell {
    const reader = this.#reader;
    const paragraphs: WordParagraph[] = [];
    let span = 1;
    this.#into = paragraphs;
    for (const element of reader.elements()) {
      if (element === "w:tcPr")
        reader.children((name) => {
          if (name === "w:gridSpan") span = Math.max(1, Number(reader.attribute("w:val")) || 1);
        });
      else if (element === "w:p") this.#readParagraph();
      else if (element === "w:tbl") this.#readTable();
      else if (element === "w:sdt") this.#readControl(() => this.read());
      else if (SKIPPED.has(element)) reader.skip();
    }
    return { column, span, paragraphs };
  }
}

interface RowCell {
  readonly column: number;
  readonly span: number;
  readonly paragraphs: WordParagraph[];
}

interface Row {
  header: boolean;
  deleted: boolean;
  readonly cells: RowCell[];
}

/**
 * Says of every paragraph of a table which cell it stands in. A table of one column only holds the page together,
 * and so does a row above or below the others that is one cell over the whole width: what stands in them is text. A
 * table within a cell becomes lines of that cell; a merged cell stands where it begins.
 */
function placeCells(table: string, rows: readonly Row[]): WordParagraph[] {
  const isFull = ({ cells }: Row): boolean => cells.length > 1 || cells[0]?.span === 1;
  const wide = rows.some(({ cells }) => cells.length > 1);
  const first = wide ? rows.findIndex(isFull) : -1;
  const last = rows.findLastIndex(isFull);
  return rows.flatMap((row, index) =>
    row.cells.flatMap(({ column, paragraphs }) => {
      if (first < 0 || index < first || index > last) return paragraphs;
      const header = row.header || (index === first && allBold(row));
      const cell: Cell = { table, row: index - first, column, header };
      return paragraphs.map((paragraph) => ({ ...paragraph, cell }));
    }),
  );
}

const allBold = ({ cells }: Row): boolean =>
  cells.every(({ paragraphs }) => paragraphs.every(({ words }) => words.text === "" || words.look.bold));

interface ParagraphProperties {
  readonly styleId: string | null;
  readonly outline: number | null;
  readonly list: ListPlace;
  readonly deleted: boolean;
}
const NO_PROPERTIES: ParagraphProperties = { styleId: null, outline: null, list: PLAIN_LIST, deleted: false };

function readParagraphProperties(reader: XmlReader): ParagraphProperties {
  let { styleId, outline, list, deleted } = NO_PROPERTIES;
  reader.children((name) => {
    if (name === "w:pStyle") styleId = reader.attribute("w:val");
    else if (name === "w:outlineLvl") outline = Number(reader.attribute("w:val"));
    else if (name === "w:numPr") list = readListPlace(reader);
    else if (name === "w:rPr") deleted = readRunLook(reader).deleted ?? false;
  });
  return { styleId, outline, list, deleted };
}
