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

/** Comments in the margin on the first paragraph that has the words, as a person does in Word. */
export function remark(copy: Uint8Array, words: string, said: string): Uint8Array {
  const file = new WordFile(copy);
  const p = file.paragraphs.find((each) => shownText(each).includes(words))!;
  const range = (name: string) => file.make(name, { "w:id": "88" });
  p.insertBefore(range("w:commentRangeStart"), descendants(p, "w:sdt")[0]!);
  p.appendChild(range("w:commentRangeEnd"));
  file.addPart(
    "comments.xml",
    "comments",
    `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="88" w:author="Head of Service" w:date="2026-03-09T10:00:00Z"><w:p><w:r><w:t>${said}</w:t></w:r></w:p></w:comment></w:comments>`,
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
