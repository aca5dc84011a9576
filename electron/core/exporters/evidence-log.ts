import { utils, write } from "@e965/xlsx";
import { asCsv } from "#electron/core/csv.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { areaFinder } from "#shared/evidence/read-values.ts";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";

const HEADER = [
  "Reference",
  "Kind",
  "Date",
  "Title",
  "Source",
  "People",
  "Notes",
  "Areas",
  "Direction",
  "Sensitivity",
  "Files",
];
const WIDTHS = [10, 16, 11, 40, 24, 8, 60, 30, 20, 16, 20];
/** Comma-separated, in UTF-8 with the mark that Excel tells it by. */
export const logAsCsv = (log: readonly Evidence[], framework: Framework | null): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${asCsv(rowsOf(log, framework), "\r\n")}`);

/** Every cell is text, which no program calculates. */
export function logAsXlsx(log: readonly Evidence[], framework: Framework | null): Uint8Array {
  const sheet = utils.aoa_to_sheet(rowsOf(log, framework).map((row) => row.map((v) => ({ t: "s", v }))));
  sheet["!cols"] = WIDTHS.map((wch) => ({ wch }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Evidence");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

function rowsOf(log: readonly Evidence[], framework: Framework | null): string[][] {
  const find = areaFinder(framework);
  const titles = new Map(framework?.areas.map(({ id, title }) => [id, title]));
  // By its title where that names it alone and whole, so that the log reads back as it was.
  const areaWord = (id: AreaId): string => {
    const title = titles.get(id) ?? "";
    return !/[;|]|, | \/ /.test(title) && find(title) === id ? title : id;
  };
  return [
    HEADER,
    ...log.map((item) => [
      item.reference,
      KIND_WORDS[item.kind],
      item.date ?? "",
      item.title,
      item.source,
      item.people === null ? "" : String(item.people),
      item.notes,
      item.areaIds.map(areaWord).join("; "),
      DIRECTION_WORDS[item.direction],
      SENSITIVITY_WORDS[item.sensitivity],
      item.attachments.map(({ name }) => name).join("; "),
    ]),
  ];
}
