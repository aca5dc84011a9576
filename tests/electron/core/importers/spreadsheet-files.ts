import { utils, write, type WorkSheet } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export type Rows = readonly (readonly (string | number)[])[];

export const LOG: Rows = [
  ["Ref", "Date", "Type", "Summary", "Who", "Numbers seen", "Notes"],
  ["E-001", "14/09/2009", "Interview", "Head of service", "Children’s services", "1", "Plans are kept."],
  ["E-002", "15 Sept 2009", "Focus group", "Young people in care", "Care council", "c. 12", "“They listen.”"],
  ["E-003", "2009-09-16", "Case file", "Case 12", "", "", "No plan on file, for six months."],
];

export function book(
  rows: Rows,
  bookType: "xlsx" | "ods" = "xlsx",
  change?: (sheet: WorkSheet) => void,
): Uint8Array<ArrayBuffer> {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  change?.(sheet);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, "Log");
  return new Uint8Array(write(workbook, { type: "array", bookType, compression: true }) as ArrayBuffer);
}

export const csv = (rows: Rows, delimiter = ","): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (/[",;\t\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join("\r\n");

export const utf16 = (text: string, littleEndian = true): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
};

/** A book with some of its parts changed or added; null takes one out. */
export function withParts(
  bytes: Uint8Array,
  parts: Record<string, ((text: string) => string) | Uint8Array | null>,
): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = unzipSync(bytes);
  for (const [name, change] of Object.entries(parts)) {
    if (change === null) delete files[name];
    else
      files[name] =
        change instanceof Uint8Array ? change : strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
  }
  return new Uint8Array(zipSync(files, { level: 9 }));
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The bytes with a few of them damaged, some cut out, some doubled, or the end missing. */
export function mutated(bytes: Uint8Array<ArrayBuffer>, random: () => number): Uint8Array<ArrayBuffer> {
  const at = (): number => Math.floor(random() * bytes.length);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return bytes.slice(0, at());
  const [from, to] = [at(), at()].toSorted((a, b) => a - b) as [number, number];
  if (kind === 1) return new Uint8Array([...bytes.subarray(0, from), ...bytes.subarray(to)]);
  if (kind === 2) return new Uint8Array([...bytes.subarray(0, to), ...bytes.subarray(from)]);
  const copy = bytes.slice();
  for (let left = Math.ceil(random() * 20); left > 0; left--)
    copy[at()] = kind === 3 ? Math.floor(random() * 256) : copy[at()]! ^ (1 << Math.floor(random() * 8));
  return copy;
}
