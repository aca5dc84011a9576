import { PDFiumLibrary } from "@hyzyla/pdfium";

/**
 * The exports of the WASM module that are used here; the package's own methods only give a page's text in one
 * string. Pointers are numbers; coordinates are points from the lower left corner. Source: pdfium's public headers
 * fpdfview.h, fpdf_doc.h, fpdf_text.h, fpdf_edit.h and fpdf_structtree.h.
 */
export interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF64: Float64Array;
  readonly wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
  _FPDF_LoadMemDocument(data: number, length: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageHeight(page: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
  _FPDFText_GetFontSize(text: number, index: number): number;
  _FPDFText_GetFontWeight(text: number, index: number): number;
  _FPDFText_GetFontInfo(text: number, index: number, buffer: number, length: number, flags: number): number;
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  _FPDFText_GetCharBox(
    text: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
  _FPDF_GetMetaText(document: number, tag: number, buffer: number, length: number): number;
  _FPDFTextObj_GetFont(object: number): number;
  _FPDFPageObj_GetMarkedContentID(object: number): number;
  _FPDFPageObj_CountMarks(object: number): number;
  _FPDFPageObj_GetMark(object: number, index: number): number;
  _FPDFPageObjMark_GetName(mark: number, buffer: number, length: number, needed: number): number;
  _FPDF_StructTree_GetForPage(page: number): number;
  _FPDF_StructTree_Close(tree: number): void;
  _FPDF_StructTree_CountChildren(tree: number): number;
  _FPDF_StructTree_GetChildAtIndex(tree: number, index: number): number;
  _FPDF_StructElement_GetType(element: number, buffer: number, length: number): number;
  _FPDF_StructElement_CountChildren(element: number): number;
  _FPDF_StructElement_GetChildAtIndex(element: number, index: number): number;
  _FPDF_StructElement_GetChildMarkedContentID(element: number, index: number): number;
}

/** Values of `_FPDF_GetLastError`. */
export const PASSWORD_NEEDED = 4;
export const UNKNOWN_SECURITY = 5;

let loading: Promise<Pdfium> | null = null;

/** The module, loaded once in a process. */
export function loadPdfium(): Promise<Pdfium> {
  // The package keeps the module private in its types; nothing else gives positions, fonts and tags.
  loading ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: Pdfium }).module);
  return loading;
}

/** What the file's properties say under this name; empty when they do not, or at more than 240 letters. */
export function propertyOf(
  pdfium: Pdfium,
  document: number,
  scratch: Scratch,
  name: "Title" | "Keywords",
): string {
  const { at, bytes } = scratch;
  const tag = new TextEncoder().encode(`${name}\0`);
  pdfium.HEAPU8.set(tag, at + bytes - tag.length);
  const room = bytes - 16;
  const length = pdfium._FPDF_GetMetaText(document, at + bytes - tag.length, at, room);
  return length > room ? "" : scratch.text(length, "utf-16le").trim();
}

/** Room for what a call writes back: 64 numbers. Freed by `close`. */
export class Scratch {
  readonly #pdfium: Pdfium;
  readonly at: number;
  readonly bytes = 512;

  constructor(pdfium: Pdfium) {
    this.#pdfium = pdfium;
    this.at = pdfium.wasmExports.malloc(this.bytes);
  }

  /** The `index`-th double written at `at`. */
  double(index: number): number {
    return this.#pdfium.HEAPF64[(this.at >> 3) + index] ?? 0;
  }

  /** The `index`-th float written at `at`. */
  float(index: number): number {
    return new DataView(this.#pdfium.HEAPU8.buffer).getFloat32(this.at + 4 * index, true);
  }

  /** Text that a call has written: `length` bytes, the closing zero counted. */
  text(length: number, encoding: "utf-8" | "utf-16le"): string {
    const zero = encoding === "utf-8" ? 1 : 2;
    const end = this.at + Math.max(0, Math.min(length, this.bytes) - zero);
    return new TextDecoder(encoding).decode(this.#pdfium.HEAPU8.slice(this.at, end));
  }

  close(): void {
    this.#pdfium.wasmExports.free(this.at);
  }
}
