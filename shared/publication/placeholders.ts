import type { BlockKind } from "#shared/domain/block.ts";

/** Notes to oneself, and the gaps that a new report begins with. */
const NOTES = /\b(?:TODO|TBC|TBD|FIXME)\b|(?<![\p{L}\d])[xX]{2,}(?![\p{L}\d])|\?{2,}|_{3,}/gu;
const BRACKETS = /\[[^\]\n]{1,80}\]/g;
/** A reference or an editor’s own sign: “[1]”, “[sic]”, “[…]”. */
const SIGNS = /^\[(?:\d+|sic|…|\.\.\.)\]$/;

/** What still waits to be written, in the order of the text. Square brackets within a quotation are its editor’s. */
export function placeholdersIn(text: string, kind: BlockKind): string[] {
  const notes = [...text.matchAll(NOTES)];
  const brackets =
    kind === "quotation" || !text.includes("[")
      ? []
      : [...text.matchAll(BRACKETS)].filter(
          ({ 0: words, index }) => !SIGNS.test(words) && !isQuoted(text, index),
        );
  return [...notes, ...brackets].toSorted((a, b) => a.index - b.index).map(([words]) => words);
}

/** Whether a quotation mark was opened before and not closed. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = Math.max(before.lastIndexOf("“"), before.lastIndexOf("‘"));
  return opened >= 0 && !/[”’](?!\p{L})/u.test(before.slice(opened + 1));
}
