import type { Note } from "#electron/core/importers/reading/source-block.ts";
import { Fields } from "#electron/core/importers/word/fields.ts";
import { isoOf } from "#electron/core/importers/word/comments.ts";
import { type Author, Paragraph } from "#electron/core/importers/word/paragraph.ts";
import {
  NO_PROPERTIES,
  readParagraphProperties,
  type ParagraphProperties,
} from "#electron/core/importers/word/paragraph-properties.ts";
import { placeCells, type Row, type RowCell } from "#electron/core/importers/word/place-cells.ts";
import { readRunLook, type RunLook, type Styles } from "#electron/core/importers/word/styles.ts";
import type { WordParagraph } from "#electron/core/importers/word/word-paragraph.ts";
import type { XmlReader } from "#electron/core/importers/word/xml.ts";
import { taggedId } from "#shared/returned/control-tag.ts";

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

/** Names that the export gives bookmarks. */
const OURS = /^(?:b_[0-9A-Za-z]+|g_[a-z]+_[0-9A-Za-z]*)$/;

export type NoteKind = "footnotes" | "endnotes";

export interface BodyOptions {
  readonly styles: Styles;
  link(id: string | null): string | null;
  /** What a footnote says, by the id that its mark names; null when it says nothing. */
  note(kind: NoteKind, id: string): Note | null;
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
  /** Tags of the controls that stand around the paragraphs now read. */
  #around: string[] = [];
  /** Bookmarks that are open, by the number that closes them. */
  readonly #bookmarks = new Map<string, string>();

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
      else if (element === "w:sdt") this.#readAround();
      else if (element === "w:bookmarkStart") this.#openBookmark();
      else if (element === "w:bookmarkEnd") this.#bookmarks.delete(reader.attribute("w:id") ?? "");
      else if (element === "w:commentRangeStart") this.#opening.push(reader.attribute("w:id") ?? "");
      else if (element === "w:commentRangeEnd") this.#closeComment(reader.attribute("w:id") ?? "");
      else if (SKIPPED.has(element)) reader.skip();
    }
  }

  /** A content control; one that holds the table of contents, or only asks for words, has none of its own. */
  #readControl(read: (id: string | null) => void): void {
    const reader = this.#reader;
    let skipped = false;
    let id: string | null = null;
    reader.children((name) => {
      if (name === "w:sdtContent" && !skipped) read(id);
      else if (name === "w:sdtPr")
        reader.children((inner) => {
          if (inner === "w:showingPlcHdr") skipped = true;
          else if (inner === "w:tag") id = taggedId(reader.attribute("w:val") ?? "");
          else if (inner === "w:docPartObj")
            reader.children((part) => {
              if (part === "w:docPartGallery" && reader.attribute("w:val") === "Table of Contents")
                skipped = true;
            });
        });
    });
  }

  /** A control around paragraphs: each of them is its block's. */
  #readAround(): void {
    this.#readControl((id) => {
      if (id !== null) this.#around.push(id);
      this.read();
      if (id !== null) this.#around.pop();
    });
  }

  #openBookmark(words?: Paragraph): void {
    const name = this.#reader.attribute("w:name") ?? "";
    if (!OURS.test(name)) return;
    this.#bookmarks.set(this.#reader.attribute("w:id") ?? "", name);
    words?.open("bookmark", name);
  }

  #readParagraph(): void {
    const words = this.#carried ?? new Paragraph();
    this.#carried = null;
    for (const id of this.#around) words.open("tag", id);
    for (const name of this.#bookmarks.values()) words.open("bookmark", name);
    for (const id of this.#opening.splice(0)) words.openComment(id);
    const outer = this.#into;
    const boxes: WordParagraph[] = [];
    let properties: ParagraphProperties = NO_PROPERTIES;
    this.#readInlines(words, null, boxes, (read) => (properties = read));
    words.closeAll();
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
    style: RunLook = this.#options.styles.get(null).look,
  ): void {
    const reader = this.#reader;
    let styleLook = style;
    const within = (link: string | null): void =>
      this.#readInlines(words, link, boxes, onProperties, styleLook);
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
          within(this.#options.link(reader.attribute("r:id")) ?? href);
          break;
        case "w:fldSimple":
          this.#fields.begin(reader.attribute("w:instr") ?? " ");
          within(href);
          this.#fields.end();
          break;
        case "w:sdt":
          this.#readControl((id) => {
            if (id !== null) words.open("tag", id);
            within(href);
            if (id !== null) words.close("tag", id);
          });
          break;
        case "w:bookmarkStart":
          this.#openBookmark(words);
          break;
        case "w:bookmarkEnd": {
          const id = reader.attribute("w:id") ?? "";
          const name = this.#bookmarks.get(id);
          this.#bookmarks.delete(id);
          if (name !== undefined) words.close("bookmark", name);
          break;
        }
        case "w:ins":
        case "w:moveTo":
          words.tracked("inserted", this.#who(), () => within(href));
          break;
        case "w:del":
        case "w:moveFrom":
          words.tracked("deleted", this.#who(), () => words.strike(this.#readStruck()));
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

  #who(): Author {
    return { by: this.#reader.attribute("w:author") ?? "", at: isoOf(this.#reader.attribute("w:date")) };
  }

  /** The words that were struck out of the element that is open. */
  #readStruck(): string {
    let text = "";
    for (const element of this.#reader.elements())
      if (element === "w:delText" || element === "w:t") text += this.#readText();
    return text;
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
      else if (element === "w:sdt") this.#readAround();
      else if (SKIPPED.has(element)) reader.skip();
    }
    return { column, span, paragraphs };
  }
}
