import type { Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { ChangeItem, ItemBlock } from "#shared/merge/items.ts";
import { BLOCK_NAMES, nameOfBlock } from "#shared/domain/block-names.ts";
import type { Token } from "#shared/merge/tokens.ts";

/** Where the item is: “Paragraph 12”, or what kind of block it is. */
export function placeOf(item: ChangeItem, numbers: ReadonlyMap<BlockId, number>): string {
  const { base, theirs, ours } = item.blocks[0]!;
  const block = (ours ?? theirs)!;
  if (item.blocks.length > 1 || base !== null) return nameOfBlock(block, numbers);
  return block.kind === "paragraph" ? "New paragraph" : `New ${BLOCK_NAMES[block.kind].toLowerCase()}`;
}

/** What happened to it, in one word or a few. */
export function happened(item: ChangeItem): string {
  const whats = new Set(item.changes.map(({ what }) => what));
  if (item.blocks.length > 1) {
    if (whats.has("removed")) return "joined with the next";
    if (item.blocks.some(({ theirs }) => theirs?.kind === "footnote")) return "changed with its footnote";
    return "parted in two";
  }
  const said = [
    whats.has("added") && item.blocks[0]!.base !== null && "taken out here, changed there",
    whats.has("removed") && "taken out",
    whats.has("moved") && "moved",
    (whats.has("words") || whats.has("table")) && "changed",
    whats.has("shape") && "of another kind",
    whats.has("ties") && "tied otherwise",
  ].filter((words) => words !== false);
  return said.join(", ");
}

/** Words of tokens as a reader of the page sees them; a citation is named, since it is not printed. */
export const shownWords = (tokens: readonly Token[]): string =>
  tokens.map(({ inline }) => ("text" in inline ? inline.text : inline.kind === "note" ? "*" : "")).join("");

/** Every word of one version of a block. */
export function wordsOfBlock(block: Block | null): string {
  if (!block) return "";
  const own = block.inlines.map((inline) => ("text" in inline ? inline.text : "")).join("");
  return block.kind === "table" ? [own, ...block.rows.map((row) => row.join(" | "))].join("\n").trim() : own;
}

/** A stretch whose words are alike in all but looks: “bold”, “a link”. */
export function looksOf(tokens: readonly Token[]): string {
  const runs = tokens.flatMap(({ inline }) => (inline.kind === "text" ? [inline] : []));
  const said = [
    runs.some(({ bold }) => bold) && "bold",
    runs.some(({ italic }) => italic) && "italic",
    runs.some(({ href }) => href !== undefined) && "a link",
  ].filter((words) => words !== false);
  return said.length > 0 ? said.join(", ") : "plain";
}

export const isEdited = ({ base, theirs, ours }: ItemBlock): boolean =>
  base !== null && theirs !== null && ours !== null;
