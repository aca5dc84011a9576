import { SEVERITIES, type Finding, type Severity } from "#shared/consistency/finding.ts";
import { openComments, type Comment } from "#shared/domain/comment.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { nearestWords } from "#renderer/report/comment-places.ts";
import { movedSpan } from "#renderer/report/moved-span.ts";
import { rangeIn, textIn } from "#renderer/editor/offsets.ts";

const FLASH_MS = 1800;
type ElementOf = (blockId: BlockId) => HTMLElement | null;

/** The part of a block's element that holds its words. */
export const textElement = (block: HTMLElement): HTMLElement | null =>
  block.firstElementChild instanceof HTMLElement ? block.firstElementChild : null;

const supported = (): boolean => typeof CSS !== "undefined" && "highlights" in CSS;

/** Draws findings over the text. The document itself is never marked, so nothing reflows and undo sees nothing. */
export function drawFindings(
  findings: readonly Finding[],
  textChecked: (blockId: BlockId) => string | null,
  elementOf: ElementOf,
): void {
  if (!supported()) return;
  const ranges: Record<Severity, Range[]> = { error: [], warning: [], advice: [] };
  for (const finding of findings) {
    const range = rangeOf(finding, textChecked, elementOf);
    if (range) ranges[finding.severity].push(range);
  }
  for (const [index, severity] of SEVERITIES.entries()) {
    const highlight = new Highlight(...ranges[severity]);
    highlight.priority = SEVERITIES.length - index;
    CSS.highlights.set(severity, highlight);
  }
}

/** Where the words stand now: they move with what is typed until they are checked again. */
function rangeOf(
  finding: Finding,
  textChecked: (blockId: BlockId) => string | null,
  elementOf: ElementOf,
): Range | null {
  if (!finding.blockId || !finding.span || finding.quote === "") return null;
  const block = elementOf(finding.blockId);
  const text = block && textElement(block);
  if (!text) return null;
  const now = textIn(text);
  const span = movedSpan(textChecked(finding.blockId) ?? now, now, finding.span);
  return span && rangeIn(text, span);
}

/** Underlines what is commented on and not settled. */
export function drawComments(comments: readonly Comment[], elementOf: ElementOf): void {
  if (!supported()) return;
  const ranges = openComments(comments).flatMap(({ blockId, quote, offset }) => {
    const block = blockId && elementOf(blockId);
    const text = block && textElement(block);
    const span = text && nearestWords(textIn(text), quote, offset);
    return (span && rangeIn(text, span)) || [];
  });
  CSS.highlights.set("comment", new Highlight(...ranges));
}

let flashing: ReturnType<typeof setTimeout> | undefined;

/** Shows for a moment what was asked for. */
export function flash(block: HTMLElement, span: readonly [number, number] | null): void {
  if (!supported()) return;
  const text = textElement(block);
  if (!text) return;
  let range = span && rangeIn(text, span);
  if (!range) {
    range = document.createRange();
    range.selectNodeContents(text);
  }
  const highlight = new Highlight(range);
  highlight.priority = 10;
  CSS.highlights.set("flash", highlight);
  clearTimeout(flashing);
  flashing = setTimeout(() => CSS.highlights.delete("flash"), FLASH_MS);
}

export function clearHighlights(): void {
  if (supported()) for (const name of [...SEVERITIES, "comment", "flash"]) CSS.highlights.delete(name);
}
