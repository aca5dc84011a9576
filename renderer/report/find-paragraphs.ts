import { paragraphNumbers, textOf, type Block } from "#shared/domain/block.ts";

/** A numbered paragraph as it is offered in menus. */
export interface NumberedParagraph {
  readonly block: Block;
  readonly number: number;
  readonly words: string;
}

const fold = (text: string): string => text.toLocaleLowerCase("en-GB");

/** Whether the text holds every word of the query, in any order and case. */
export const hasWords = (text: string, query: string): boolean =>
  fold(query)
    .split(/\s+/)
    .every((word) => fold(text).includes(word));

/** Numbered paragraphs by their number (“14”, “p 14”, “paragraph 14”) or by words they hold, in report order. */
export function findParagraphs(blocks: readonly Block[], query: string): NumberedParagraph[] {
  const numbers = paragraphNumbers(blocks);
  const wanted = /^(?:p|para|paragraph|¶)?\s*(\d+)$/iu.exec(query.trim())?.[1];
  return blocks.flatMap((block) => {
    const number = numbers.get(block.id);
    if (number === undefined) return [];
    const words = textOf(block);
    if (wanted === undefined ? !hasWords(words, query) : !String(number).startsWith(wanted)) return [];
    return [{ block, number, words }];
  });
}
