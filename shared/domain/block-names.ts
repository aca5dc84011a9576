import type { Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";

/** What a block is called that has no number. */
export const BLOCK_NAMES: Readonly<Record<Block["kind"], string>> = {
  heading: "Heading",
  paragraph: "Text without a number",
  bullet: "Bullet",
  quotation: "Quotation",
  footnote: "Footnote",
  table: "Table",
  recommendation: "Area for improvement",
  "findings-record": "Record of main findings",
};

/** “Paragraph 12”, or what kind of block it is. */
export function nameOfBlock(block: Block, numbers: ReadonlyMap<BlockId, number>): string {
  const number = numbers.get(block.id);
  return number === undefined ? BLOCK_NAMES[block.kind] : `Paragraph ${number}`;
}
