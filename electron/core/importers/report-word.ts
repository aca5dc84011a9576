import type { Importer } from "#electron/core/importers/importer.ts";
import { buildDraft } from "#electron/core/importers/reading/build-draft.ts";
import type { SourceBlock } from "#electron/core/importers/reading/source-block.ts";
import { asComments, isoOf, readComments } from "#electron/core/importers/word/comments.ts";
import { WordPackage } from "#electron/core/importers/word/package.ts";
import { emptyFile, readText } from "#electron/core/importers/word/text.ts";
import { styledTitle } from "#electron/core/importers/word/word-blocks.ts";
import { generatedIn } from "#shared/returned/units.ts";
import type { XmlReader } from "#electron/core/importers/word/xml.ts";

/** Parts of a file of ours that stand around the text and are drawn from the report: whole tables, too. */
function withoutDrawn(all: readonly SourceBlock[]): { blocks: SourceBlock[]; cover: SourceBlock[] } {
  const partOf = ({ anchors = [] }: SourceBlock) => generatedIn(anchors);
  const annexes = new Set(all.map((block) => (partOf(block) === "annex" ? block.cell?.table : undefined)));
  const isAnnex = (block: SourceBlock): boolean =>
    partOf(block) === "annex" || (block.cell !== null && annexes.has(block.cell.table));
  const isCover = (block: SourceBlock): boolean => ["cover", "contents"].includes(partOf(block) ?? "");
  return {
    blocks: all.filter((block) => !isCover(block) && !isAnnex(block)),
    cover: all.filter(isCover),
  };
}

/** The parts of a package are named near its head and again at its end. */
const NAMES_WITHIN = 66_000;

/** A report as a Word document (.docx), by whatever program. Running heads and pictures stay behind. */
export const reportWord: Importer = {
  id: "report-word",
  label: "Word",
  recognises: isWord,
  read(bytes, { frameworks, onPage }) {
    const file = new WordPackage(bytes);
    const { modified, title } = file.properties();
    const { blocks: all, paragraphs, pictures } = readText(file, () => onPage(1, 0));
    const written = all.filter(({ text }) => text !== "");
    if (written.length === 0) throw emptyFile(pictures);
    const { blocks, cover } = withoutDrawn(written);
    const furniture = file
      .parts("header")
      .map(wordsOf)
      .filter((text) => text !== "");
    const source = {
      blocks,
      furniture,
      title: styledTitle(paragraphs) || title,
      ...(cover.length > 0 && { cover }),
    };
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
