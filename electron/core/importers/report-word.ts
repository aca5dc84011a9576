import { randomUUID } from "node:crypto";
import type { Importer } from "#electron/core/importers/importer.ts";
import { buildDraft } from "#electron/core/importers/reading/build-draft.ts";
import type { SourceDocument } from "#electron/core/importers/reading/source-block.ts";
import { type BodyOptions, BodyReader } from "#electron/core/importers/word/body.ts";
import { isoOf, readComments, type WordComment } from "#electron/core/importers/word/comments.ts";
import { Numbering } from "#electron/core/importers/word/numbering.ts";
import { WordPackage } from "#electron/core/importers/word/package.ts";
import { Styles } from "#electron/core/importers/word/styles.ts";
import { styledTitle, wordBlocks } from "#electron/core/importers/word/word-blocks.ts";
import type { XmlReader } from "#electron/core/importers/word/xml.ts";
import type { TextRun } from "#shared/domain/block.ts";
import type { Comment } from "#shared/domain/comment.ts";
import { CommentId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

/** The parts of a package are named near its head and again at its end. */
const NAMES_WITHIN = 66_000;
/** A sign of life is given after so many paragraphs. */
const PARAGRAPHS_A_PAGE = 500;

/** A report as a Word document (.docx), by whatever program. Running heads and pictures stay behind. */
export const reportWord: Importer = {
  id: "report-word",
  label: "Word",
  recognises: isWord,
  read(bytes, { frameworks, onPage }) {
    const file = new WordPackage(bytes);
    const { modified, title } = file.properties();
    const { source, pictures } = readSource(file, title, () => onPage(1, 0));
    const comments = readComments(file.part("comments"), file.part("commentsExtended"));
    const draft = buildDraft(source, frameworks, asComments(comments, isoOf(modified)));
    onPage(1, 0);
    return Promise.resolve({ ...draft, pictures });
  },
};

/** True when the bytes are a zip archive with a Word document's parts in it. */
export function isWord(bytes: Uint8Array): boolean {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)) return false;
  const names = (part: Uint8Array): string => new TextDecoder("latin1").decode(part);
  const head = names(bytes.subarray(0, 200));
  if (head.includes("mimetypeapplication/")) return false;
  const text = names(bytes.subarray(0, NAMES_WITHIN)) + names(bytes.subarray(-NAMES_WITHIN));
  return text.includes("word/") && text.includes("[Content_Types].xml");
}

function readSource(
  file: WordPackage,
  title: string,
  onProgress: () => void,
): { source: SourceDocument; pictures: number } {
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
  const blocks = wordBlocks(body.paragraphs, numbering);
  if (blocks.length === 0)
    throw new Fault(
      "empty",
      "This Word document has no text in it.",
      body.pictures > 0
        ? "It is made of pictures. Ask for the file they were made from, or for one with text recognition."
        : "Check that it is the file you meant.",
    );
  return {
    source: {
      blocks,
      furniture: file
        .parts("header")
        .map(wordsOf)
        .filter((text) => text !== ""),
      title: styledTitle(body.paragraphs) || title,
    },
    pictures: body.pictures,
  };
}

/** The words of each note, by the id that its mark names. */
function readNotes(reader: XmlReader | null, options: BodyOptions): Map<string, TextRun[]> {
  const notes = new Map<string, TextRun[]>();
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
    if (words.length > 0) notes.set(id, words);
  }
  return notes;
}

/** All words to the end of the element that is open, or of the part, as one line. */
function wordsOf(reader: XmlReader): string {
  const depth = reader.depth;
  let words = "";
  let inText = false;
  for (let token = reader.next(); token !== "end" && reader.depth >= depth; token = reader.next()) {
    if (token === "open") inText = reader.name === "w:t";
    else if (token === "close") {
      inText = false;
      if (reader.name === "w:p") words += " ";
    } else if (inText) words += reader.text;
  }
  return words.replace(/\s+/g, " ").trim();
}

/** Under ids of ours, by the document's own; an answer to an answer belongs to the thread. */
function asComments(found: readonly WordComment[], modified: string | null): Map<string, Comment> {
  const ids = new Map(found.map(({ id }) => [id, CommentId.parse(randomUUID())]));
  const parents = new Map(found.map(({ id, answers }) => [id, answers]));
  const rootOf = (id: string): string | null => {
    const seen = new Set([id]);
    let root = parents.get(id) ?? null;
    for (let above = root; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
      seen.add(above);
      root = above;
    }
    return root;
  };
  return new Map(
    found.map(({ id, by, at, text, resolved }) => {
      const root = rootOf(id);
      const time = at ?? modified ?? new Date().toISOString();
      return [
        id,
        {
          id: ids.get(id)!,
          answers: (root !== null && ids.get(root)) || null,
          blockId: null,
          quote: "",
          offset: 0,
          text: text.slice(0, 20_000),
          by: by.slice(0, 300),
          at: time,
          resolved: resolved && root === null ? { by: "", at: time } : null,
        },
      ];
    }),
  );
}
