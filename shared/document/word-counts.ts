import { countWords, textOf, textsIn, type Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";

/** The words from one heading to the next of its level or a higher one. */
export interface SectionWords {
  /** Null for what stands before the first heading. */
  readonly blockId: BlockId | null;
  readonly title: string;
  /** 1 to 4, as headings are. */
  readonly level: number;
  /** With everything below it, its heading included. */
  readonly words: number;
}

const known = new WeakMap<Block, number>();

/** Words of a block with its cells. Counted once a version of a block: a key changes one of them. */
export function wordsIn(block: Block): number {
  let words = known.get(block);
  if (words === undefined) {
    words = textsIn(block).reduce((sum, { text }) => sum + countWords(text), 0);
    known.set(block, words);
  }
  return words;
}

export const wordsInReport = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + wordsIn(block), 0);

/** The words of every section, in the order of the report. */
export function wordsBySection(blocks: readonly Block[]): SectionWords[] {
  const sections: { -readonly [K in keyof SectionWords]: SectionWords[K] }[] = [];
  let open: typeof sections = [];
  for (const block of blocks) {
    const words = wordsIn(block);
    if (block.kind === "heading") {
      open = open.filter(({ level }) => level < block.level);
      const section = {
        blockId: block.id,
        title: textOf(block) || "Heading without words",
        level: block.level,
        words: 0,
      };
      sections.push(section);
      open.push(section);
    } else if (open.length === 0 && words > 0) {
      const section = { blockId: null, title: "Before the first heading", level: 1, words: 0 };
      sections.push(section);
      open.push(section);
    }
    for (const section of open) section.words += words;
  }
  return sections;
}
