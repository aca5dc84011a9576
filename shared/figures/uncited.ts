import { quantitiesOf } from "#shared/consistency/analysis/quantities.ts";
import { readingOf } from "#shared/consistency/analysis/reading.ts";
import { stem } from "#shared/consistency/analysis/words.ts";
import { countedWords, paragraphNumbers, textOf, type Block } from "#shared/domain/block.ts";
import type { Figure } from "#shared/domain/figure.ts";
import { surroundings, type Surroundings } from "#shared/figures/citations.ts";

/** A number that stands in the text as words, following nothing. */
export interface PlainNumber extends Surroundings {
  readonly start: number;
  readonly end: number;
  /** As it is printed. */
  readonly text: string;
  /** What it counts, as far as the words behind it say; empty when they do not. */
  readonly counts: string;
}

/** The numbers of a block that cite no figure, in the order of its words. A table's cells and headings have none. */
export function plainNumbersIn(block: Block, paragraph: number | null): PlainNumber[] {
  if (block.kind === "heading" || block.kind === "table") return [];
  const linked = linkedSpans(block);
  const text = textOf(block);
  return quantitiesOf(readingOf(text))
    .filter(({ start, end }) => linked.every((span) => end <= span.start || start >= span.end))
    .map(({ start, end, unit }) => ({
      ...surroundings(block, paragraph, { start, end }),
      start,
      end,
      text: text.slice(start, end),
      counts: unit,
    }));
}

/**
 * Places that print the figure's number, speak of the same thing and are no citation of it. The same thing: a word of
 * the figure's label, unit or population stands in the sentence.
 */
export function uncitedPlaces(blocks: readonly Block[], figure: Figure): PlainNumber[] {
  const about = stemsOf(`${figure.label} ${figure.unit} ${figure.population}`);
  const numbers = paragraphNumbers(blocks);
  return blocks.flatMap((block) =>
    textOf(block).includes(figure.value)
      ? plainNumbersIn(block, numbers.get(block.id) ?? null).filter(
          ({ text, before, after }) =>
            text === figure.value && [...stemsOf(`${before} ${after}`)].some((stem) => about.has(stem)),
        )
      : [],
  );
}

function linkedSpans({ inlines }: Block): { start: number; end: number }[] {
  let at = 0;
  return inlines.flatMap((inline) => {
    const start = at;
    at += "text" in inline ? inline.text.length : 0;
    return inline.kind === "figure" || inline.kind === "reference" ? [{ start, end: at }] : [];
  });
}

/** Words that say something, without their endings. */
const stemsOf = (text: string): Set<string> =>
  new Set(
    countedWords(text.toLowerCase())
      .filter((word) => word.length > 3 && !/^\d/.test(word))
      .map(stem),
  );
