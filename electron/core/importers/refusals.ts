import { isPdf } from "#electron/core/importers/report-pdf.ts";
import { isWord } from "#electron/core/importers/report-word.ts";
import { decodeText } from "#electron/core/importers/reading/text-bytes.ts";
import { Fault } from "#shared/fault.ts";

interface Refusal {
  readonly what: string;
  readonly remedy: string;
  readonly begins: (bytes: Uint8Array) => boolean;
}

const starts =
  (...signature: number[]) =>
  (bytes: Uint8Array): boolean =>
    signature.every((byte, index) => bytes[index] === byte);

const opening = (bytes: Uint8Array, length: number): string =>
  new TextDecoder("latin1").decode(bytes.subarray(0, length));

export const isCompound = starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const AS_PDF = "Save the report as Word, PDF or plain text, and import that.";

/** Kinds of file that people try, told by how they begin. The more particular first. */
const KNOWN: readonly Refusal[] = [
  {
    what: "a spreadsheet (.xlsx)",
    remedy: "Import it as evidence, or save the report as PDF.",
    begins: (bytes) => isZip(bytes) && opening(bytes, 4000).includes("xl/") && !isWord(bytes),
  },
  {
    what: "an OpenDocument file",
    remedy: AS_PDF,
    begins: (bytes) => isZip(bytes) && opening(bytes, 200).includes("mimetypeapplication/vnd.oasis"),
  },
  {
    what: "a zip archive",
    remedy: "Unpack it and import the report in it.",
    begins: (bytes) => isZip(bytes) && !isWord(bytes),
  },
  {
    what: "a document of an older Word (.doc)",
    remedy: "In Word choose “Save as”, then “Word document (.docx)”, and import that.",
    begins: isCompound,
  },
  { what: "a rich text file (.rtf)", remedy: AS_PDF, begins: (bytes) => opening(bytes, 5) === "{\\rtf" },
  {
    what: "a web page",
    remedy: "A download often fails this way: open the address in a browser, and save the report itself.",
    begins: (bytes) =>
      /^\s*(?:ï»¿)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
        opening(bytes, 2000),
      ),
  },
  {
    what: "an XML file",
    remedy: AS_PDF,
    begins: (bytes) => /^(?:ï»¿)?\s*<\?xml\b/i.test(opening(bytes, 100)),
  },
  {
    what: "a picture (PNG)",
    remedy: "A picture has no text to read. " + AS_PDF,
    begins: starts(0x89, 0x50, 0x4e, 0x47),
  },
  {
    what: "a picture (JPEG)",
    remedy: "A picture has no text to read. " + AS_PDF,
    begins: starts(0xff, 0xd8, 0xff),
  },
  {
    what: "a picture (GIF)",
    remedy: "A picture has no text to read. " + AS_PDF,
    begins: (bytes) => opening(bytes, 4) === "GIF8",
  },
  {
    what: "a picture (TIFF)",
    remedy: "A scan has no text to read. Make a PDF of it with text recognition.",
    begins: (bytes) => starts(0x49, 0x49, 0x2a, 0)(bytes) || starts(0x4d, 0x4d, 0, 0x2a)(bytes),
  },
  { what: "a gzip archive", remedy: "Unpack it and import the report in it.", begins: starts(0x1f, 0x8b) },
  { what: "a PostScript file", remedy: AS_PDF, begins: (bytes) => opening(bytes, 4) === "%!PS" },
];

/** What a file plainly is besides a report or a spreadsheet: “a picture (PNG)”. Null when that cannot be told. */
export function findKind(bytes: Uint8Array): string | null {
  if (isPdf(bytes)) return "a PDF";
  if (isWord(bytes)) return "a Word document (.docx)";
  return KNOWN.find(({ begins }) => begins(bytes))?.what ?? null;
}

/** Office programs wrap a document that needs a password into a file of the old kind, under this name. */
const WRAPPED = Buffer.from("EncryptedPackage", "utf16le");
export const isLocked = (bytes: Uint8Array): boolean =>
  isCompound(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(WRAPPED);
export const isZip = starts(0x50, 0x4b, 0x03, 0x04);

/**
 * Refuses what is plainly another kind of file, an empty one, and one that its name calls a PDF though it is none:
 * such a download has failed, and its content is not what the sender meant to be read.
 *
 * @param name the file's, with or without its folder
 * @throws Fault `empty`; `not-a-pdf` or `unsupported` naming the kind
 */
export function refuseUnreadable(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0)
    throw new Fault(
      "empty",
      "This file is empty.",
      "It may not have been saved or copied in full: get it again.",
    );
  if (isLocked(bytes))
    throw new Fault(
      "encrypted",
      "This Word document is locked with a password.",
      "Open it in Word with the password, take the password off (File, Info, Protect Document), save it, and import that.",
    );
  const kind = KNOWN.find(({ begins }) => begins(bytes));
  if (/\.pdf$/i.test(name) && !isPdf(bytes)) throw notAPdf(bytes, kind);
  if (kind)
    throw new Fault(
      kind.what === "a web page" ? "not-a-pdf" : "unsupported",
      `This is ${kind.what}, not a report in Word, PDF or plain text.`,
      kind.remedy,
    );
}

function notAPdf(bytes: Uint8Array, kind: Refusal | undefined): Fault {
  const what = kind
    ? `It is ${kind.what}`
    : isWord(bytes)
      ? "It is a Word document (.docx)"
      : isText(bytes)
        ? "It seems to be plain text"
        : "It is no kind of document known here";
  const remedy =
    kind?.remedy ??
    (isWord(bytes)
      ? "If it is the report, let its name end in .docx."
      : isText(bytes)
        ? "If it is the report as text, let its name end in .txt; else get the PDF again."
        : "Get the PDF again: it may have been damaged on its way.");
  return new Fault("not-a-pdf", `This file is called a PDF, but it is not a PDF. ${what}.`, remedy);
}

function isText(bytes: Uint8Array): boolean {
  try {
    return decodeText(bytes).trim() !== "";
  } catch {
    return false;
  }
}
