import type { Note, SourceBlock } from "#electron/core/importers/reading/source-block.ts";
import { type BodyOptions, BodyReader } from "#electron/core/importers/word/body.ts";
import { Numbering } from "#electron/core/importers/word/numbering.ts";
import type { WordPackage } from "#electron/core/importers/word/package.ts";
import { Styles } from "#electron/core/importers/word/styles.ts";
import { wordBlocks } from "#electron/core/importers/word/word-blocks.ts";
import type { WordParagraph } from "#electron/core/importers/word/word-paragraph.ts";
import type { XmlReader } from "#electron/core/importers/word/xml.ts";
import type { TextRun } from "#shared/domain/block.ts";
import { Fault } from "#shared/fault.ts";

/** A sign of life is given after so many paragraphs. */
const PARAGRAPHS_A_PAGE = 500;

/** What a Word document says, with its footnotes in their places. */
export interface WordText {
  readonly blocks: readonly SourceBlock[];
  /** What the blocks were made of. */
  readonly paragraphs: readonly WordParagraph[];
  readonly pictures: number;
}

export function readText(file: WordPackage, onProgress: () => void): WordText {
  const numbering = new Numbering(file.part("numbering"));
  const styles = new Styles(file.part("styles"));
  let paragraphs = 0;
  const onParagraph = (): void => {
    if (++paragraphs % PARAGRAPHS_A_PAGE === 0) onProgress();
  };
  // A note may not mark another, and its links are listed in a part of its own.
  const plain: BodyOptions = { styles, link: () => null, note: () => null, onParagraph };
  const notes = {
    footnotes: readNotes(file.part("footnotes"), plain),
    endnotes: readNotes(file.part("endnotes"), plain),
  };
  const body = new BodyReader(file.document(), {
    ...plain,
    link: (id) => file.link(id),
    note: (kind, id) => notes[kind].get(id) ?? null,
  });
  body.read();
  return {
    blocks: wordBlocks(body.paragraphs, numbering),
    paragraphs: body.paragraphs,
    pictures: body.pictures,
  };
}

/** What is said of a file without words. */
export const emptyFile = (pictures: number): Fault =>
  new Fault(
    "empty",
    "This Word document has no text in it.",
    pictures > 0
      ? "It is made of pictures. Ask for the file they were made from, or for one with text recognition."
      : "Check that it is the file you meant.",
  );

/** Each note with something in it, by the id that its mark names. */
function readNotes(reader: XmlReader | null, options: BodyOptions): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (let token = reader?.next() ?? "end"; reader && token !== "end"; token = reader.next()) {
    if (token !== "open" || !/^w:(?:foot|end)note$/.test(reader.name)) continue;
    const id = reader.attribute("w:id") ?? "";
    // The lines that part notes from the text are kept as notes too, of a kind of their own.
    if ((reader.attribute("w:type") ?? "normal") !== "normal") continue;
    const body = new BodyReader(reader, options);
    body.read();
    const lines = body.paragraphs.map(({ words }) => words.runs.filter((run) => run.kind === "text"));
    const words = lines
      .filter((line) => line.length > 0)
      .flatMap((line, index): TextRun[] => (index === 0 ? line : [{ kind: "text", text: "\n" }, ...line]));
    const anchors = body.paragraphs.flatMap((paragraph) => paragraph.words.anchors);
    if (words.length > 0) notes.set(id, { kind: "note", words, anchors });
  }
  return notes;
}
