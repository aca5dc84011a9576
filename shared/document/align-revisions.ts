import { longestStableRun, sameBlock } from "#shared/document/operations.ts";
import { type Block, textOf, countedWords } from "#shared/domain/block.ts";

export type RowChange = "same" | "changed" | "added" | "removed" | "moved";

/**
 * One line of two revisions laid side by side. A block that moved has two: one where it stood, one where it stands,
 * each with the other as its `counterpart`.
 */
export interface AlignedRow {
  readonly change: RowChange;
  readonly before: Block | null;
  readonly after: Block | null;
  /** What the block of this row is in the other revision; null when it is not there. */
  readonly counterpart: Block | null;
}

/** Both revisions by block: every block of each is in exactly one row, in its order. */
export function alignRevisions(before: readonly Block[], after: readonly Block[]): AlignedRow[] {
  const old = new Map(before.map((block) => [block.id, block]));
  const present = new Map(after.map((block) => [block.id, block]));
  const stable = longestStableRun(before, after);
  const rows: AlignedRow[] = [];
  let at = 0;
  const leaveBehind = (until: Block | null): void => {
    for (; at < before.length && before[at]!.id !== until?.id; at++) {
      const block = before[at]!;
      const counterpart = present.get(block.id) ?? null;
      rows.push({ change: counterpart ? "moved" : "removed", before: block, after: null, counterpart });
    }
  };
  for (const block of after) {
    const was = old.get(block.id) ?? null;
    if (!was || !stable.has(block.id)) {
      rows.push({ change: was ? "moved" : "added", before: null, after: block, counterpart: was });
      continue;
    }
    leaveBehind(was);
    at += 1;
    rows.push({
      change: sameBlock(was, block) ? "same" : "changed",
      before: was,
      after: block,
      counterpart: was,
    });
  }
  leaveBehind(null);
  return rows;
}

/** Every word a block shows, tables included, as one text to compare. */
export const wordsShown = (block: Block): string =>
  block.kind === "table"
    ? [textOf(block), ...block.rows.map((row) => row.join(" | "))].join("\n").trim()
    : textOf(block);

/** How much one revision differs from another: blocks that came, went, moved or differ; words that came or went. */
export function changeBetween(
  before: readonly Block[],
  after: readonly Block[],
): { readonly blocks: number; readonly words: number } {
  let blocks = 0;
  let words = 0;
  for (const row of alignRevisions(before, after)) {
    if (row.change === "same") continue;
    // A moved block is in two rows and counts once, where it stands now.
    if (row.change === "moved" && row.after === null) continue;
    blocks += 1;
    const now = row.after ? wordsShown(row.after) : "";
    const was = row.after ? row.counterpart : row.before;
    words += wordsApart(was ? wordsShown(was) : "", now);
  }
  return { blocks, words };
}

/** Words in one text and not in the other, each as often as it is missing. */
function wordsApart(before: string, after: string): number {
  if (before === after) return 0;
  const counts = new Map<string, number>();
  for (const [text, sign] of [
    [before, -1],
    [after, 1],
  ] as const)
    for (const word of countedWords(text)) counts.set(word, (counts.get(word) ?? 0) + sign);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}
