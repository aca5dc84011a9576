import type { ImportContext, Importer } from "#electron/core/importers/importer.ts";
import { PageReader, type Segment } from "#electron/core/importers/pdf/page-text.ts";
import { pdfBlocks } from "#electron/core/importers/pdf/pdf-blocks.ts";
import {
  loadPdfium,
  PASSWORD_NEEDED,
  Scratch,
  propertyOf,
  UNKNOWN_SECURITY,
  type Pdfium,
} from "#electron/core/importers/pdf/pdfium.ts";
import type { SourceDocument } from "#electron/core/importers/reading/source-block.ts";
import { plainWording } from "#electron/core/importers/reading/wording.ts";
import { textFrom } from "#electron/core/importers/pdf/text-from.ts";
import { buildDraft } from "#electron/core/importers/reading/build-draft.ts";
import { Fault } from "#shared/fault.ts";

/** The header may stand behind a little rubbish. */
const HEADER_WITHIN = 1024;
/** The pointer to the table of objects stands at the very end. */
const END_WITHIN = 4096;
/** A page with fewer letters is a picture. */
const LETTERS_A_PAGE = 20;

/** A report as PDF: a published one, or a draft made by any program. */
export const reportPdf: Importer = {
  id: "report-pdf",
  label: "PDF",
  recognises: isPdf,
  async read(bytes, context) {
    if (!latin(bytes.subarray(-END_WITHIN)).includes("startxref")) throw damaged("it stops before its end");
    const pdfium = await loadPdfium();
    const { segments, title, textFrom: from } = readSegments(pdfium, bytes, context);
    return buildDraft(withoutCover(segments, title, from), context.frameworks);
  },
};

/** True when the bytes begin as a PDF does, whatever follows. */
export function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, HEADER_WITHIN)).includes("%PDF-");
}

const latin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

function readSegments(
  pdfium: Pdfium,
  bytes: Uint8Array,
  { onPage }: ImportContext,
): { segments: Segment[]; title: string; textFrom: number } {
  const data = pdfium.wasmExports.malloc(bytes.length);
  if (data === 0)
    throw new Fault(
      "too-much-memory",
      "This PDF does not fit into memory.",
      "Save it with smaller pictures.",
    );
  const scratch = new Scratch(pdfium);
  let document = 0;
  try {
    pdfium.HEAPU8.set(bytes, data);
    document = pdfium._FPDF_LoadMemDocument(data, bytes.length, 0);
    if (document === 0) throw unopened(pdfium._FPDF_GetLastError());
    const pages = pdfium._FPDF_GetPageCount(document);
    if (pages <= 0) throw damaged("it has no pages");
    const reader = new PageReader(pdfium, scratch);
    const segments: Segment[] = [];
    for (let index = 0; index < pages; index++) {
      const page = reader.read(document, index);
      if (page === null) throw damaged(`page ${index + 1} of ${pages} cannot be read`);
      segments.push(...page);
      onPage(index + 1, pages);
    }
    refuseImages(segments, pages);
    return {
      segments,
      title: propertyOf(pdfium, document, scratch, "Title"),
      textFrom: textFrom(propertyOf(pdfium, document, scratch, "Keywords"), segments),
    };
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    scratch.close();
    pdfium.wasmExports.free(data);
  }
}

/** What the cover calls the facts it names, but for the date, whose name says what it is. */
const FACT = /^(?:Provider|Inspectorate|Framework): /;

/**
 * A file of ours without its cover and contents, which are made of the report; what they say still tells whose it is.
 * The two are read apart, so that no line of the one is taken for the end of the other.
 *
 * @param from the page its text begins on
 */
function withoutCover(segments: readonly Segment[], ownTitle: string, from: number): SourceDocument {
  const source = pdfBlocks(
    segments.filter(({ page }) => page >= from),
    ownTitle,
  );
  if (from <= 1) return source;
  const front = pdfBlocks(
    segments.filter(({ page }) => page < from),
    ownTitle,
  ).blocks;
  const title = front.find(({ text }) => plainWording(text) === plainWording(ownTitle));
  const cover = front.filter((block) => block !== title);
  return {
    ...source,
    blocks: [...(title ? [title] : []), ...source.blocks],
    furniture: [...source.furniture, ...cover.map(({ text }) => text.replace(FACT, ""))],
    cover,
  };
}

function refuseImages(segments: readonly Segment[], pages: number): void {
  const letters = segments.reduce((sum, { text }) => sum + text.trim().length, 0);
  if (letters >= LETTERS_A_PAGE * Math.min(pages, 5)) return;
  throw new Fault(
    "image-only",
    "This PDF is made of pictures of pages: there is no text in it to read.",
    "Run text recognition (OCR) on it first, or ask for the file it was printed from.",
  );
}

const damaged = (how: string): Fault =>
  new Fault(
    "truncated",
    `This PDF is damaged: ${how}.`,
    "It may not have been downloaded or copied in full: get it again.",
  );

function unopened(error: number): Fault {
  if (error === PASSWORD_NEEDED)
    return new Fault(
      "encrypted",
      "This PDF is locked with a password.",
      "Open it in a PDF viewer with the password, save it without, and import that.",
    );
  if (error === UNKNOWN_SECURITY)
    return new Fault(
      "encrypted",
      "This PDF is protected in a way that cannot be read here.",
      "Print it to a new PDF in the program that opens it, and import that.",
    );
  return damaged("its contents cannot be found");
}
