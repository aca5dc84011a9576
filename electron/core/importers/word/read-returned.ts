import { isWord } from "#electron/core/importers/report-word.ts";
import { readComments } from "#electron/core/importers/word/comments.ts";
import { WordPackage } from "#electron/core/importers/word/package.ts";
import { emptyFile, readText } from "#electron/core/importers/word/text.ts";
import { Fault } from "#shared/fault.ts";
import { SENT_REPORT, SENT_REVISION } from "#shared/returned/control-tag.ts";
import type { ReturnedFile } from "#shared/returned/returned-part.ts";

/**
 * Reads a Word file that was exported from here and worked on elsewhere: its paragraphs with the names of the blocks
 * they were exported from, what was changed with changes being tracked, and its comments.
 *
 * @throws Fault with a reason a person understands
 */
export function readReturned(bytes: Uint8Array, onProgress: () => void): ReturnedFile {
  if (!isWord(bytes))
    throw new Fault(
      "unsupported",
      "Only a Word file (.docx) can be compared with what was sent.",
      "Ask for the report as Word saved it; a PDF can be imported as a report of its own.",
    );
  const file = new WordPackage(bytes);
  const { blocks, pictures } = readText(file, onProgress);
  if (blocks.every(({ text }) => text === "")) throw emptyFile(pictures);
  const revision = Number.parseInt(file.customProperty(SENT_REVISION) ?? "", 10);
  return {
    reportId: file.customProperty(SENT_REPORT),
    revision: Number.isSafeInteger(revision) && revision >= 0 ? revision : null,
    parts: blocks.map(({ text, role, level, numbered, runs, cell, anchors, tracked, comments }) => ({
      text,
      role,
      level,
      numbered: numbered ?? false,
      runs: (runs ?? []).map((run) =>
        run.kind === "text"
          ? run
          : { kind: run.kind, words: [...run.words], anchors: [...(run.anchors ?? [])] },
      ),
      cell,
      anchors: [...(anchors ?? [])],
      tracked: [...(tracked ?? [])],
      comments: [...(comments ?? [])],
    })),
    comments: readComments(file.part("comments"), file.part("commentsExtended")),
  };
}
