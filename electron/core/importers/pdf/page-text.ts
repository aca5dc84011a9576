import type { Pdfium, Scratch } from "#electron/core/importers/pdf/pdfium.ts";
import { tagsOfPage, type Tag } from "#electron/core/importers/pdf/tags.ts";

/** A stretch of one printed line that belongs to one tagged element, or to none. */
export interface Segment {
  readonly text: string;
  readonly page: number;
  /** Points from the left edge, and from the top edge down to the baseline. */
  readonly x: number;
  readonly y: number;
  /** The baseline it ends on: the next line's where a hyphen at the end of the line has drawn that in. */
  readonly endY: number;
  readonly size: number;
  readonly bold: boolean;
  readonly tag: Tag | null;
  /** The document itself says that this is no part of its text: a running head, a page number. */
  readonly artifact: boolean;
  /** Begins a printed line. */
  readonly startsLine: boolean;
  /** Stands behind a gap in its line that is wider than any between words: perhaps another column. */
  readonly afterGap: boolean;
}

interface Run {
  text: string;
  readonly size: number;
  readonly bold: boolean;
}

/** A reference to a footnote is set at most this much of the size of its line. */
const RAISED = 0.75;
/** A page with fewer tags may be a picture, or blank. */
const ENOUGH_TAGS = 5;
/** A gap of more than so many times the size of the letters parts columns, not words. */
const COLUMN_GAP = 1;
/** From this weight on a font is bold when its name does not say. */
const BOLD_WEIGHT = 600;

/** Reads pages one at a time; what it learns of fonts is kept for the document. */
export class PageReader {
  readonly #pdfium: Pdfium;
  readonly #scratch: Scratch;
  readonly #boldFonts = new Map<number, boolean>();

  constructor(pdfium: Pdfium, scratch: Scratch) {
    this.#pdfium = pdfium;
    this.#scratch = scratch;
  }

  /**
   * @param index of the page, from 0
   * @returns null when the page is damaged
   */
  read(document: number, index: number): Segment[] | null {
    const pdfium = this.#pdfium;
    const page = pdfium._FPDF_LoadPage(document, index);
    if (page === 0) return null;
    const text = pdfium._FPDFText_LoadPage(page);
    try {
      return text === 0 ? null : this.#segments(page, text, index + 1);
    } finally {
      if (text !== 0) pdfium._FPDFText_ClosePage(text);
      pdfium._FPDF_ClosePage(page);
    }
  }

  #segments(page: number, text: number, pageNumber: number): Segment[] | null {
    const pdfium = this.#pdfium;
    const tags = tagsOfPage(pdfium, page, this.#scratch);
    const height = pdfium._FPDF_GetPageHeight(page);
    const segments: Segment[] = [];
    let line = new LineSoFar(pageNumber);
    let startsLine = true;
    let afterGap = false;
    let lastObject = -1;
    let lastLetter = -1;
    let overHyphen = false;
    const flush = (): void => {
      const segment = line.toSegment(startsLine, afterGap);
      if (segment) {
        segments.push(segment);
        startsLine = false;
        afterGap = false;
      }
      line = new LineSoFar(pageNumber);
    };
    const count = pdfium._FPDFText_CountChars(text);
    for (let index = 0; index < count; index++) {
      const code = pdfium._FPDFText_GetUnicode(text, index);
      const letter = readable(code);
      const object = pdfium._FPDFText_GetTextObject(text, index);
      if (letter === "\n" || letter === "\r") {
        flush();
        startsLine = true;
        afterGap = false;
        lastObject = -1;
        continue;
      }
      if (object === 0) {
        // Spaces that pdfium has put in where letters stand apart belong to no object.
        line.add(letter);
        continue;
      }
      if (object !== lastObject) {
        lastObject = object;
        const id = pdfium._FPDFPageObj_GetMarkedContentID(object);
        const tag = id < 0 ? null : (tags.get(id) ?? null);
        const artifact = id < 0 && this.#isArtifact(object);
        if (line.started && (line.key !== (tag?.key ?? null) || line.artifact !== artifact)) flush();
        if (line.started && tag === null && this.#isFarBehind(text, lastLetter, index)) {
          flush();
          afterGap = true;
        }
        if (!line.started) {
          pdfium._FPDFText_GetCharOrigin(text, index, this.#scratch.at, this.#scratch.at + 8);
          line.begin(this.#scratch.double(0), height - this.#scratch.double(1), tag, artifact);
        }
        line.run(this.#sizeAt(text, index), this.#isBold(object, text, index));
      }
      line.add(letter);
      if (letter.trim() !== "") lastLetter = index;
      if (!overHyphen && !isLineHyphen(code)) continue;
      // pdfium closes the gap behind a hyphen at the end of a line and gives both lines as one.
      pdfium._FPDFText_GetCharOrigin(text, index, this.#scratch.at, this.#scratch.at + 8);
      line.endY = height - this.#scratch.double(1);
      overHyphen = isLineHyphen(code);
    }
    flush();
    // Tags promise text; where none is drawn the page's content could not be unpacked.
    if (segments.length === 0 && tags.size >= ENOUGH_TAGS) return null;
    return segments;
  }

  /** True when the letter stands further right of the one before than words of a line stand apart. */
  #isFarBehind(text: number, before: number, index: number): boolean {
    const { at } = this.#scratch;
    const pdfium = this.#pdfium;
    if (before < 0 || !pdfium._FPDFText_GetCharBox(text, before, at, at + 8, at + 16, at + 24)) return false;
    const right = this.#scratch.double(1);
    if (!pdfium._FPDFText_GetCharOrigin(text, index, at, at + 8)) return false;
    return this.#scratch.double(0) - right > this.#sizeAt(text, index) * COLUMN_GAP;
  }

  /** The nominal size times the scale it is printed at; some programs set everything at size 1. */
  #sizeAt(text: number, index: number): number {
    const nominal = this.#pdfium._FPDFText_GetFontSize(text, index);
    if (!this.#pdfium._FPDFText_GetMatrix(text, index, this.#scratch.at)) return nominal;
    return Math.round(nominal * Math.hypot(this.#scratch.float(2), this.#scratch.float(3)) * 2) / 2;
  }

  #isBold(object: number, text: number, index: number): boolean {
    const font = this.#pdfium._FPDFTextObj_GetFont(object);
    const known = this.#boldFonts.get(font);
    if (known !== undefined) return known;
    const { at, bytes } = this.#scratch;
    const name = this.#scratch.text(this.#pdfium._FPDFText_GetFontInfo(text, index, at, bytes, 0), "utf-8");
    const bold =
      /bold|black|heavy/i.test(name) || this.#pdfium._FPDFText_GetFontWeight(text, index) >= BOLD_WEIGHT;
    this.#boldFonts.set(font, bold);
    return bold;
  }

  #isArtifact(object: number): boolean {
    const pdfium = this.#pdfium;
    const { at, bytes } = this.#scratch;
    const marks = pdfium._FPDFPageObj_CountMarks(object);
    for (let index = 0; index < marks; index++) {
      const mark = pdfium._FPDFPageObj_GetMark(object, index);
      if (!pdfium._FPDFPageObjMark_GetName(mark, at, bytes - 8, at + bytes - 8)) continue;
      const needed = new DataView(pdfium.HEAPU8.buffer).getUint32(at + bytes - 8, true);
      if (this.#scratch.text(needed, "utf-16le") === "Artifact") return true;
    }
    return false;
  }
}

/** The segment being put together. */
class LineSoFar {
  readonly #page: number;
  readonly #runs: Run[] = [];
  #x = 0;
  #y = 0;
  #tag: Tag | null = null;
  started = false;
  endY = 0;
  artifact = false;

  constructor(page: number) {
    this.#page = page;
  }

  get key(): string | null {
    return this.#tag?.key ?? null;
  }

  begin(x: number, y: number, tag: Tag | null, artifact: boolean): void {
    this.started = true;
    this.#x = x;
    this.#y = y;
    this.endY = y;
    this.#tag = tag;
    this.artifact = artifact;
  }

  run(size: number, bold: boolean): void {
    const last = this.#runs.at(-1);
    if (last?.size !== size || last.bold !== bold) this.#runs.push({ text: "", size, bold });
  }

  add(letter: string): void {
    const last = this.#runs.at(-1);
    if (last) last.text += letter;
  }

  toSegment(startsLine: boolean, afterGap: boolean): Segment | null {
    const main = this.#runs.toSorted((a, b) => b.text.trim().length - a.text.trim().length)[0];
    if (!this.started || !main) return null;
    const kept = this.#runs.filter((run, index) => index === 0 || !isFootnoteMark(run, main.size));
    const text = kept.map((run) => run.text).join("");
    if (text.trim() === "") return null;
    const boldLetters = kept.reduce((sum, run) => sum + (run.bold ? run.text.trim().length : 0), 0);
    return {
      text,
      page: this.#page,
      x: this.#x,
      y: this.#y,
      endY: this.endY,
      size: main.size,
      bold: boldLetters > text.trim().length / 2,
      tag: this.#tag,
      artifact: this.artifact,
      startsLine,
      afterGap,
    };
  }
}

const isFootnoteMark = ({ text, size }: Run, lineSize: number): boolean =>
  size <= lineSize * RAISED && /^\s*(?:\d{1,2}|[*†‡])\s*$/.test(text);

/** How pdfium gives a hyphen that ends a line. */
const isLineHyphen = (code: number): boolean => code === 0x0002 || code === 0xfffe;

/** Signs of no meaning become what was printed: a hyphen that ends a line, a ligature, a fixed space. */
function readable(code: number): string {
  if (isLineHyphen(code) || code === 0x00ad) return "-";
  if (code === 0x00a0 || code === 0x0009) return " ";
  if (code < 0x20 && code !== 0x0a && code !== 0x0d) return "";
  const letter = String.fromCodePoint(code);
  return code >= 0xfb00 && code <= 0xfb06 ? letter.normalize("NFKC") : letter;
}
