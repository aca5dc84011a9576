import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { openJail } from "#electron/core/importers/jail.ts";
import { forkReader, type ReaderProcess } from "#electron/core/importers/jail-process.ts";
import type { Sheet } from "#shared/evidence/sheet.ts";
import { Fault } from "#shared/fault.ts";
import {
  book,
  csv,
  LOG,
  mutated,
  seeded,
  utf16,
  withParts,
} from "#tests/electron/core/importers/spreadsheet-files.ts";

const MB = 1024 * 1024;
let most = 0;
/** The real reader, with the most memory it ever held written down. */
const watched = (): ReaderProcess => {
  const reader = forkReader(768);
  const look = setInterval(() => (most = Math.max(most, reader.memoryBytes() ?? 0)), 10);
  reader.onExit(() => clearInterval(look));
  return reader;
};
const jail = openJail({ frameworks: loadFrameworks(), start: watched });
afterAll(() => jail.close());

const xlsx = book(LOG);
const ods = book(LOG, "ods");
const SHEET = "xl/worksheets/sheet1.xml";
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const compound = (text: string): Uint8Array =>
  new Uint8Array([...COMPOUND, ...new Uint8Array(504), ...Buffer.from(text, "utf16le")]);
const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * MB);
const sheetOf = (data: string): Uint8Array =>
  withParts(xlsx, {
    [SHEET]: (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${data}</sheetData>`),
  });
const odsOf = (rows: string): Uint8Array =>
  withParts(ods, { "content.xml": (xml) => xml.replace(/<table:table-row.*<\/table:table-row>/s, rows) });
const cell = (text: string, more = ""): string =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`;
/** A figure of a part’s record in the directory, changed: 8 flags, 10 method, 16 checksum, 20 packed, 24 size. */
function lying(field: number, to: (was: number) => number, bytes = xlsx, part = SHEET): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 46; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))) !== part)
      continue;
    const short = field < 16;
    const was = short ? view.getUint16(at + field, true) : view.getUint32(at + field, true);
    if (short) view.setUint16(at + field, to(was), true);
    else view.setUint32(at + field, to(was) >>> 0, true);
    return copy;
  }
  throw new Error(`no ${part}`);
}
const many = (rows: number, columns = 1): string =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, () => `r${row}`).join(",")).join(
    "\n",
  );

type Outcome = RegExp | "read";
const hostile: [what: string, bytes: Uint8Array | string, outcome: Outcome, name?: string][] = [
  ["nothing", "", /empty/],
  ["spaces", " \n \n\t\n", /nothing in/],
  ["commas", ",,,,\n,,,,", /nothing in/],
  ["a byte order mark alone", "\uFEFF", /nothing in/],
  ["noise", Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251), /neither text/],
  ["zero bytes", zeros(1), /neither text/],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), /a picture \(PNG\)/],
  ["a photograph", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /a picture \(JPEG\)/],
  ["a PDF", "%PDF-1.7\n1 0 obj", /a PDF/],
  ["a web page", "<!doctype html><table><tr><td>x</table>", /a web page/, "log.xls"],
  ["an XML sheet of 2003", '<?xml version="1.0"?><Workbook/>', /an XML file/, "log.xls"],
  ["rich text", "{\\rtf1 x}", /rich text/],
  ["a gzip archive", new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip/],
  ["PostScript", "%!PS-Adobe", /PostScript/],
  ["an archive of something else", zipSync({ "a.txt": strToU8("x") }), /zip archive/],
  [
    "a Word document",
    zipSync({ "[Content_Types].xml": strToU8("<x/>"), "word/document.xml": strToU8("<x/>") }),
    /Word document/,
  ],
  ["an older Excel", compound("Workbook"), /older Excel/],
  ["a locked Excel", compound("EncryptedPackage"), /locked with a password/],
  ["text called .xlsx", csv(LOG), /called \.xlsx/, "log.xlsx"],
  ["text called .ods", "hello", /called \.ods/, "log.ods"],
  ["an Excel called .csv", xlsx, "read", "log.csv"],
  ["half of an Excel", xlsx.slice(0, xlsx.length / 2), /damaged|zip archive/, "log.xlsx"],
  ["an Excel without its end", xlsx.slice(0, -30), /damaged/],
  ["an Excel without its sheet", withParts(xlsx, { [SHEET]: null }), /damaged|nothing in/],
  ["an Excel without its book", withParts(xlsx, { "xl/workbook.xml": null }), /damaged|nothing in/],
  [
    "an Excel without its list of contents",
    withParts(xlsx, { "[Content_Types].xml": null }),
    /damaged|nothing in/,
  ],
  ["an empty sheet", sheetOf(""), /nothing in/],
  [
    "a sheet that stops",
    withParts(xlsx, { [SHEET]: (xml) => xml.slice(0, xml.length / 2) }),
    /stops before its end/,
  ],
  ["a sheet of noise", withParts(xlsx, { [SHEET]: () => "\u0001\u0002 <<< >>>" }), /damaged|nothing in/],
  ["a bomb of 60 MB", withParts(xlsx, { [SHEET]: zeros(60) }), /times its size/],
  ["a bomb of 70 MB", withParts(xlsx, { [SHEET]: zeros(70) }), /more than 64 MB/],
  ["a bomb beside the sheet", withParts(xlsx, { "xl/media/a.png": zeros(50) }), /times its size/],
  ["a bomb that lies of its size", lying(24, () => 100, withParts(xlsx, { [SHEET]: zeros(30) })), /damaged/],
  ["a size of four gigabytes", lying(24, () => 0xffffffff), /too large/],
  ["a packed size beyond the end", lying(20, () => 0x7fffffff), /damaged/],
  ["a wrong checksum", lying(16, (was) => was ^ 1), /broken/],
  ["a locked part", lying(8, (was) => was | 1), /locked with a password/],
  ["an unknown packing", lying(10, () => 12), /packed in a way/],
  [
    "2,001 parts",
    withParts(xlsx, Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`x/${i}`, strToU8("")]))),
    /parts/,
  ],
  ["a part that leads out", withParts(xlsx, { "../../etc/passwd": strToU8("x") }), /leads out/],
  [
    "two parts of one name",
    zipSync({ ...unzipSync(xlsx), "XL/worksheets/sheet1.xml": strToU8("<x/>") }),
    /two of its parts/,
  ],
  [
    "definitions of its own",
    withParts(xlsx, { [SHEET]: (xml) => xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>') }),
    /definitions/,
  ],
  [
    "a billion laughs",
    withParts(ods, {
      "content.xml": (xml) => xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "x">]>'),
    }),
    /definitions/,
  ],
  [
    "a locked OpenDocument",
    withParts(ods, {
      "META-INF/manifest.xml": (xml) =>
        xml.replace("/>", "><manifest:encryption-data/></manifest:file-entry>"),
    }),
    /locked with a password/,
  ],
  ["an OpenDocument without its content", withParts(ods, { "content.xml": null }), /damaged|nothing in/],
  [
    "an OpenDocument that stops",
    withParts(ods, { "content.xml": (xml) => xml.slice(0, xml.length / 2) }),
    /damaged|nothing in/,
  ],
  [
    "a row said a million times",
    odsOf(`<table:table-row table:number-rows-repeated="1048576">${cell("x")}</table:table-row>`),
    // Which limit it meets first depends on the machine.
    /100,000 rows|MB of memory|5 seconds/,
  ],
  [
    "a cell said 16,384 times",
    odsOf(`<table:table-row>${cell("x", 'table:number-columns-repeated="16384"')}</table:table-row>`),
    /200 columns/,
  ],
  [
    "both",
    odsOf(
      `<table:table-row table:number-rows-repeated="1048576">${cell("x", 'table:number-columns-repeated="16384"')}</table:table-row>`,
    ),
    /./,
  ],
  [
    "a cell far to the right",
    sheetOf('<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>'),
    /200 columns/,
  ],
  [
    "a cell far down",
    sheetOf('<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'),
    /100,000 rows|nothing in/,
  ],
  ["a row of no number", sheetOf('<row r="-5"><c r="A0" t="inlineStr"><is><t>x</t></is></c></row>'), /./],
  ["a string that is not there", sheetOf('<row r="1"><c r="A1" t="s"><v>999999</v></c></row>'), /./],
  [
    "a date before time",
    sheetOf('<row r="1"><c r="A1"><v>-1e308</v></c><c r="B1" t="d"><v>never</v></c></row>'),
    "read",
  ],
  ["formulas that open programs", csv([["Title"], ["=cmd|' /C calc'!A0"], ["@SUM(1)"]]), "read"],
  ["100,001 rows", many(100_001), /100,000 rows/],
  ["201 columns", many(3, 201), /200 columns/],
  ["two million cells and more", many(20_000, 150), /cells/],
  ["a quotation that never ends", 'Title,Notes\na,"b\nc,d\n', /never closed/],
  ["one line of 20 MB", "x".repeat(20 * MB), "read"],
  ["20 MB of quotes", `"${'""'.repeat(10 * MB)}"`, /./],
  ["a file of 51 MB", zeros(51), /more than 50 MB/],
  ["half a character at the end", Buffer.from("Title\nCafé").subarray(0, -1), "read"],
  [
    "UTF-16 with an odd end",
    utf16("Title\nA visit to the children’s home in Truro, unannounced").slice(0, -1),
    /./,
  ],
];

const SENTENCE = /^[A-Z“].*[.…!]$/s;
const settle = async (name: string, bytes: Uint8Array): Promise<{ said: Sheet[] | Fault; ms: number }> => {
  const started = performance.now();
  const said = await jail.readSheets({ name, bytes }).catch((error: unknown) => {
    if (error instanceof Fault) return error;
    throw error;
  });
  return { said, ms: performance.now() - started };
};

test.each(hostile)("%s", async (_what, bytes, outcome, name = "log") => {
  const { said } = await settle(name, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  if (outcome === "read") return expect(said).not.toBeInstanceOf(Fault);
  // Where anything may come of it, what counts is that something does.
  if (outcome.source === "." && !(said instanceof Fault)) return;
  expect(said).toBeInstanceOf(Fault);
  const { message, remedy } = said as Fault;
  expect(message).toMatch(outcome);
  expect([message, remedy]).toEqual([expect.stringMatching(SENTENCE), expect.stringMatching(SENTENCE)]);
});

test(
  "500 damaged files: each is read or refused in words, in time, within 512 MB",
  { timeout: 120_000 },
  async () => {
    const random = seeded(20_261_123);
    const honest: [string, Uint8Array<ArrayBuffer>][] = [
      ["log.csv", new TextEncoder().encode(csv(LOG))],
      ["log.xlsx", xlsx],
      ["log.ods", ods],
    ];
    let [read, refused, slowest] = [0, 0, 0];
    for (let file = 0; file < 500; file++) {
      const [name, bytes] = honest[file % honest.length]!;
      const { said, ms } = await settle(name, mutated(bytes, random));
      slowest = Math.max(slowest, ms);
      if (!(said instanceof Fault)) {
        read += 1;
        continue;
      }
      refused += 1;
      expect([said.message, said.remedy]).toEqual([
        expect.stringMatching(SENTENCE),
        expect.stringMatching(SENTENCE),
      ]);
      expect(said.message).not.toMatch(/undefined|TypeError|Error:|stopped in the middle/);
    }
    console.log(
      `${read} read, ${refused} refused, slowest ${slowest.toFixed(0)} ms, most memory ${(most / MB).toFixed(0)} MB`,
    );
    // Five seconds are the reader’s; as many again are for a machine that has other things to do.
    expect(slowest).toBeLessThan(10_000);
    expect(most / MB).toBeLessThanOrEqual(512);
  },
);
