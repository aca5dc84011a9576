import { descendants, EDITS, random, shownText, WordFile } from "#tests/helpers/word-edits.ts";

/** A colleague's work on the file: words, a paragraph struck out, one of their own, a comment. */
export function workedOn(bytes: Uint8Array): Uint8Array {
  const file = new WordFile(bytes);
  const paragraph = (words: string) => file.paragraphs.find((p) => shownText(p).includes(words))!;
  const put = (words: string, from: string, to: string): void => {
    for (const t of descendants(paragraph(words), "w:t"))
      t.textContent = (t.textContent ?? "").replace(from, to);
  };
  put("The purpose of the inspection", "purpose", "aim");
  put("The evidence evaluated", "The evidence", "All evidence");
  const next = random(7);
  EDITS["track"]!(file, paragraph("of the inspection is to"), next, 1);
  EDITS["insert"]!(file, paragraph("All evidence evaluated"), next, 2);
  const commented = paragraph("All evidence evaluated");
  const range = (name: string) => file.make(name, { "w:id": "77" });
  commented.insertBefore(range("w:commentRangeStart"), descendants(commented, "w:sdt")[0]!);
  commented.appendChild(range("w:commentRangeEnd"));
  file.addPart(
    "comments.xml",
    "comments",
    `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="77" w:author="A Colleague" w:date="2026-03-01T10:00:00Z"><w:p><w:r><w:t>Were there others?</w:t></w:r></w:p></w:comment></w:comments>`,
  );
  return file.save();
}
