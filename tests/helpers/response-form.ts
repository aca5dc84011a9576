import { unzipSync } from "fflate";
import { descendants, shownText, WordFile } from "#tests/helpers/word-edits.ts";

/** Fills in the response form of an issued copy, a row each, as a person does in Word. @param rows cells in the form’s order */
export function fillIn(copy: Uint8Array, rows: readonly (readonly string[])[]): Uint8Array {
  const file = new WordFile(copy);
  const form = descendants(file.document, "w:tbl").find((table) =>
    shownText(table).startsWith("Paragraph number"),
  );
  if (!form) throw new Error("There is no response form in this file");
  const lines = descendants(form, "w:tr").slice(1);
  rows.forEach((row, index) =>
    descendants(lines[index]!, "w:tc").forEach((cell, column) => {
      const [p] = descendants(cell, "w:p");
      for (const text of (row[column] ?? "").split("\n").slice(0, 1)) p!.appendChild(file.run(text));
    }),
  );
  return file.save();
}

/** All words of a Word file’s text, as its XML has them. */
export const wordText = (bytes: Uint8Array): string =>
  descendants(new WordFile(bytes).document, "w:p").map(shownText).join("\n");

/** Every part of a Word file, as text: for what must be nowhere in it. */
export const everyPart = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join("\n");
