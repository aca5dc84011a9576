import { SEVERITIES, type Finding } from "#shared/consistency/finding.ts";
import type { Block } from "#shared/domain/block.ts";
import { openComments, type Comment } from "#shared/domain/comment.ts";
import { movedAlong, nearestWords, wordsIn } from "#shared/document/comment-places.ts";
import { movedSpan } from "#renderer/report/moved-span.ts";
import { rangeOfPlace, supported, type PlaceMarks } from "#renderer/editor/place-marks.ts";
import { blockOf, blockText } from "#shared/document/block-text.ts";
import type { Session } from "#renderer/report/session.ts";
import { rangeIn, textIn } from "#renderer/editor/offsets.ts";

const FLASH_MS = 1800;

/** The part of a block's element that holds its words. */
export const textElement = (block: HTMLElement): HTMLElement | null =>
  block.firstElementChild instanceof HTMLElement ? block.firstElementChild : null;

/** Findings by severity, and what is commented on, wherever the reader looks. They move with what is typed. */
export function markFindings(marks: PlaceMarks, { store }: Session): void {
  const byBlock = memo((findings: readonly Finding[]) => Map.groupBy(findings, ({ blockId }) => blockId));
  for (const severity of SEVERITIES)
    marks.layer(severity, (id, block) => {
      const { findings, checkedBlocks } = store.getState();
      return (byBlock(findings).get(id) ?? [])
        .filter((finding) => finding.severity === severity)
        .flatMap((finding) => rangeOf(finding, blockText(checkedBlocks, id), block) ?? []);
    });
  const saidOf = memo((comments: readonly Comment[]) =>
    memo((blocks: readonly Block[]) =>
      Map.groupBy(movedAlong(openComments(comments), blocks), ({ blockId }) => blockId),
    ),
  );
  marks.layer("comment", (id, block) => {
    const text = textElement(block);
    const { said, structure, blocks } = store.getState();
    const now = blockOf(blocks, id);
    return (saidOf(said?.comments ?? NONE)(structure).get(id) ?? []).flatMap(({ quote, offset }) => {
      if (now?.kind === "table") {
        const place = quote === "" ? null : wordsIn(now, quote, offset);
        return (place && rangeOfPlace(block, place)) || [];
      }
      const span = text && nearestWords(textIn(text), quote, offset);
      return (span && rangeIn(text, span)) || [];
    });
  });
}

const NONE: readonly Comment[] = [];

/** Keeps the answer for as long as the same is asked. */
function memo<Asked, Answer>(work: (asked: Asked) => Answer): (asked: Asked) => Answer {
  let last: { readonly asked: Asked; readonly answer: Answer } | null = null;
  return (asked) => {
    if (last?.asked !== asked) last = { asked, answer: work(asked) };
    return last.answer;
  };
}

/** Where the words stand now: they move with what is typed until they are checked again. */
function rangeOf(finding: Finding, checked: string | null, block: HTMLElement): Range | null {
  if (!finding.span || finding.quote === "") return null;
  const text = textElement(block);
  if (!text) return null;
  const now = textIn(text);
  const span = movedSpan(checked ?? now, now, finding.span);
  return span && rangeIn(text, span);
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
  highlight.priority = 20;
  CSS.highlights.set("flash", highlight);
  clearTimeout(flashing);
  flashing = setTimeout(() => CSS.highlights.delete("flash"), FLASH_MS);
}
