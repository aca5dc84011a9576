import { type CellObject, read, SSF, type WorkBook } from "@e965/xlsx";
import { strFromU8, strToU8, zipSync } from "fflate";
import { tooMany } from "#electron/core/importers/spreadsheet/limits.ts";
import { damaged, Zip, type ZipKind } from "#electron/core/importers/zip.ts";
import { MOST_COLUMNS, MOST_ROWS, type Sheet } from "#shared/evidence/sheet.ts";
import { Fault } from "#shared/fault.ts";

/** Read into memory as a whole by the library, which takes several times as much. */
const MOST_XML = 40 * 1024 * 1024;

/** The parts that hold cells and their looks. Pictures, macros, links and everything else stay packed. */
const PARTS =
  /^(?:mimetype|\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\.xml\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/i;

/**
 * The sheets of an Excel or OpenDocument file. Formulas are taken for the value they had when the file was saved.
 *
 * @throws Fault `truncated`, `too-large`, `encrypted` or `unsupported`
 */
export function readWorkbook(bytes: Uint8Array, kind: ZipKind): Sheet[] {
  const parts = partsOf(new Zip(bytes, kind), kind);
  let book: WorkBook;
  try {
    book = read(zipSync(parts, { level: 0 }), {
      type: "array",
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      sheetRows: MOST_ROWS + 1,
    });
  } catch (error) {
    throw damaged(kind, "its sheets cannot be read", error);
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name) => ({
    name,
    rows: rowsOf(book.Sheets[name]?.["!data"], name, date1904),
  }));
}

/** Each is unpacked here, where it is held to what the archive says of it, and handed on unpacked. */
function partsOf(zip: Zip, kind: ZipKind): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  for (const name of zip.names.filter((each) => PARTS.test(each))) {
    const content = zip.read(name)!;
    total += content.length;
    if (total > MOST_XML) throw tooMany(`unpacked it has more than ${MOST_XML / 1024 / 1024} MB`);
    parts[name] = content;
  }
  const types = parts[TYPES];
  if (types) parts[TYPES] = strToU8(withoutOthers(strFromU8(types), new Set(Object.keys(parts))));
  if (/<!DOCTYPE/i.test(Object.values(parts).map(head).join(" ")))
    throw damaged(kind, "it brings definitions of its own, as no program writes them");
  const manifest = parts["META-INF/manifest.xml"];
  if (manifest && new TextDecoder().decode(manifest).includes("encryption-data"))
    throw new Fault(
      "encrypted",
      "This spreadsheet is locked with a password.",
      `Open it in ${kind.program} with the password, save it without one, and import that.`,
    );
  for (const [name, content] of Object.entries(parts))
    if (/\.xml$/i.test(name) && !isWhole(content)) throw damaged(kind, `${name} stops before its end`);
  return parts;
}

/** True when the last tag closes the first: the library reads as far as it gets, and would leave the rest out in silence. */
function isWhole(content: Uint8Array): boolean {
  const first = /<([a-z][\w:.-]*)[^>]*>/i.exec(head(content));
  const last = new TextDecoder("latin1").decode(content.subarray(-200)).trimEnd();
  return first !== null && (last.endsWith(`</${first[1]}>`) || last.endsWith(first[0]));
}

const TYPES = "[Content_Types].xml";

/** The list of contents, without the parts that stayed packed: the library insists on all it names. */
const withoutOthers = (xml: string, parts: ReadonlySet<string>): string =>
  xml.replace(/<Override\b[^>]*?\bPartName="\/([^"]*)"[^>]*>/g, (element, part: string) =>
    parts.has(part) ? element : "",
  );

const head = (content: Uint8Array): string => new TextDecoder("latin1").decode(content.subarray(0, 10_000));

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

function rowsOf(data: Cells | undefined, name: string, date1904: boolean): string[][] {
  const looks = new Map<string, boolean>();
  const isDate = (look: string): boolean => {
    const known = looks.get(look) ?? SSF.is_date(look);
    looks.set(look, known);
    return known;
  };
  return Array.from(data ?? [], (cells, index) => {
    if (
      cells &&
      cells.length > MOST_COLUMNS &&
      cells.slice(MOST_COLUMNS).some((cell) => cell?.v !== undefined)
    )
      throw tooMany(`row ${index + 1} of the sheet “${name}” has more than ${MOST_COLUMNS} columns`);
    return Array.from(cells?.slice(0, MOST_COLUMNS) ?? [], (cell) =>
      cell ? textOf(cell, isDate, date1904) : "",
    );
  });
}

function textOf({ t, v, z }: CellObject, isDate: (look: string) => boolean, date1904: boolean): string {
  if (v === undefined || v === null || t === "e") return "";
  if (v instanceof Date) return Number.isNaN(v.getTime()) ? "" : v.toISOString().slice(0, 10);
  if (t === "n" && typeof v === "number" && typeof z === "string" && isDate(z)) {
    const date = SSF.parse_date_code(v, { date1904 }) as { y: number; m: number; d: number } | null;
    if (date && date.y > 1900) return [String(date.y), pair(date.m), pair(date.d)].join("-");
  }
  return String(v);
}

const pair = (value: number): string => String(value).padStart(2, "0");
