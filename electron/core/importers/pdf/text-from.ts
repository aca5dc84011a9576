import type { Segment } from "#electron/core/importers/pdf/page-text.ts";
import { OWN_PDF, OWN_WORD } from "#electron/core/own-pdf.ts";

/** Of the lines between the contents and what they list, so many stand there again; then they are contents too. */
const MOST = 0.8;

/**
 * The page that the text of a file of ours begins on, behind its cover and contents; 1 for every other file.
 *
 * @param keywords of the file's properties; LibreOffice parts them by commas
 */
export function textFrom(keywords: string, segments: readonly Segment[]): number {
  if (keywords.startsWith(OWN_PDF)) return Number.parseInt(keywords.slice(OWN_PDF.length), 10) || 1;
  if (keywords.replaceAll(",", "") !== OWN_WORD) return 1;
  const lines = segments
    .filter(({ artifact }) => !artifact)
    .map(({ text, page }) => ({ text: text.trim(), page }))
    .filter(({ text }) => text !== "");
  const head = lines.findIndex(({ text }) => text === "Contents");
  const first = lines[head + 1];
  if (head < 0 || !first) return 2;
  const { page } = lines[head]!;
  const again = lines.find(({ text, page: at }) => at > page && text === first.text)?.page ?? page + 1;
  const later = new Set(lines.filter(({ page: at }) => at >= again).map(({ text }) => text));
  const between = lines.filter(({ page: at }) => at > page && at < again);
  const listed = between.filter(({ text }) => later.has(text)).length;
  return listed >= between.length * MOST ? again : page + 1;
}
