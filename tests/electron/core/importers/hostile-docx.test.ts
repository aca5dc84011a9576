import { strToU8, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { openJail } from "#electron/core/importers/jail.ts";
import { textOf } from "#shared/domain/block.ts";
import type { Fault } from "#shared/fault.ts";
import { docxFiles, p, smallDocx } from "#tests/electron/core/importers/small-docx.ts";

const jail = openJail({ frameworks: loadFrameworks() });
afterAll(() => jail.close());

const honest = smallDocx({ body: p("An honest report.") });
const DOCUMENT = "word/document.xml";
const withDocument = (xml: string): Uint8Array => smallDocx({ body: "", files: { [DOCUMENT]: xml } });

/** The central directory's record of this part, and where it stands. */
function directoryEntry(bytes: Uint8Array, name: string): { at: number; view: DataView } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = bytes.length - 46; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const named = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (named === name) return { at, view };
  }
  throw new Error(`no ${name} in the archive`);
}

/** The document with a figure of its directory changed: 20 the packed size, 24 the size, 16 the checksum. */
function lying(field: number, change: (value: number) => number, bytes = honest): Uint8Array {
  const copy = bytes.slice();
  const { at, view } = directoryEntry(copy, DOCUMENT);
  view.setUint32(at + field, change(view.getUint32(at + field, true)) >>> 0, true);
  return copy;
}

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);
const packed = (files: Record<string, Uint8Array>): Uint8Array =>
  zipSync({ ...docxFiles({ body: p("Text.") }), ...files }, { level: 9 });
const twice = (): Uint8Array => {
  const bytes = zipSync({ ...docxFiles({ body: p("Text.") }), "word/documenT.xml": strToU8("<x/>") });
  return bytes;
};
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = new Uint8Array([
  ...COMPOUND,
  ...new Uint8Array(504),
  ...Buffer.from("EncryptedPackage", "utf16le"),
]);
const OLD = new Uint8Array([...COMPOUND, ...new Uint8Array(504)]);
const MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

const hostile: [what: string, bytes: Uint8Array, code: string, message: RegExp][] = [
  [
    "a part that unpacks to a thousand times its size",
    packed({ "word/bomb.xml": zeros(8) }),
    "too-large",
    /200 times its size/,
  ],
  ["a part of more than 64 MB", packed({ "word/bomb.bin": zeros(65) }), "too-large", /more than 64 MB/],
  [
    "2,001 parts",
    packed(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`word/x${i}.xml`, strToU8("<x/>")]))),
    "too-large",
    /2000 are the most/,
  ],
  [
    "a name that leads out of the document",
    packed({ "word/../../evil.xml": strToU8("<x/>") }),
    "truncated",
    /leads out of the document/,
  ],
  [
    "a name with a drive",
    packed({ "C:\\evil.xml": strToU8("<x/>") }),
    "truncated",
    /leads out of the document/,
  ],
  ["two parts of one name", twice(), "truncated", /two of its parts/],
  ["a size that is said too small", lying(24, () => 10), "truncated", /does not unpack to|not as large/],
  ["a size that is said too large", lying(24, (size) => size + 10), "truncated", /not as large|is broken/],
  ["a packed size beyond the file", lying(20, (size) => size + 1_000_000), "truncated", /damaged/],
  ["a wrong checksum", lying(16, (crc) => crc ^ 1), "truncated", /is broken/],
  [
    "a document type",
    withDocument(
      '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>',
    ),
    "unsupported",
    /declares a document type/,
  ],
  [
    "an entity nobody declared",
    withDocument("<w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"),
    "truncated",
    /text is broken/,
  ],
  [
    "ten thousand elements within each other",
    withDocument("<w:p>".repeat(10_000)),
    "unsupported",
    /256 deep/,
  ],
  [
    "XML that stops",
    withDocument("<w:document><w:body><w:p><w:r><w:t>Half"),
    "truncated",
    /stops before its end/,
  ],
  [
    "XML whose ends do not match",
    withDocument("<w:document><w:body></w:document></w:body>"),
    "truncated",
    /text is broken/,
  ],
  ["bytes that are no text", withBytes(new Uint8Array([0x3c, 0xff, 0xff])), "truncated", /no encoding/],
  [
    "a missing text",
    smallDocx({ body: "", files: { [DOCUMENT]: null } }),
    "truncated",
    /holds its text is missing/,
  ],
  ["no words", smallDocx({ body: "<w:p/>" }), "empty", /no text in it/],
  [
    "macros",
    smallDocx({
      body: p("x"),
      files: { "[Content_Types].xml": `<Types><Override ContentType="${MACROS}"/></Types>` },
    }),
    "unsupported",
    /macros/,
  ],
  ["a password", ENCRYPTED, "encrypted", /locked with a password/],
  ["the older format", OLD, "unsupported", /older Word/],
  ["half of its bytes", honest.subarray(0, honest.length / 2), "truncated", /stops before its end/],
];

function withBytes(content: Uint8Array): Uint8Array {
  return zipSync({ ...docxFiles({ body: "" }), [DOCUMENT]: content });
}

test.each(hostile)(
  "a Word file with %s is refused in words, and the next one is read",
  async (_what, bytes, code, message) => {
    const [bad, good] = await Promise.allSettled([
      jail.read({ name: "report.docx", bytes }),
      jail.read({ name: "honest.docx", bytes: honest }),
    ]);
    expect(bad).toMatchObject({ status: "rejected", reason: { name: "Fault", code } });
    const fault = (bad as PromiseRejectedResult).reason as Fault;
    expect(fault.message).toMatch(message);
    expect(fault.remedy).toMatch(/^[A-Z].*\.$/);
    expect(good).toMatchObject({ status: "fulfilled" });
    expect(good.status === "fulfilled" && good.value.blocks.map(textOf)).toEqual(["An honest report."]);
  },
);

test("a Word file that is called a PDF is told apart", async () => {
  await expect(jail.read({ name: "report.pdf", bytes: honest })).rejects.toMatchObject({
    code: "not-a-pdf",
    message: expect.stringContaining("It is a Word document"),
  });
});
