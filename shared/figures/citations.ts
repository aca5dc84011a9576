import { sentencesOf } from "#shared/consistency/analysis/sentences.ts";
import { paragraphNumbers, textOf, type Block } from "#shared/domain/block.ts";
import type { Figure } from "#shared/domain/figure.ts";
import type { BlockId, FigureId } from "#shared/domain/ids.ts";
import { followersOf } from "#shared/figures/derive-figure.ts";
import { listed } from "#shared/listed.ts";

/** One place of the text that prints a figure, counted as `textOf` counts. */
export interface Citation {
  readonly figureId: FigureId;
  /** What is printed there. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The figures a block cites, in the order of its words. */
export function citationsIn({ inlines }: Pick<Block, "inlines">): Citation[] {
  const found: Citation[] = [];
  let at = 0;
  for (const inline of inlines) {
    const length = "text" in inline ? inline.text.length : 0;
    if (inline.kind === "figure")
      found.push({ figureId: inline.figureId, text: inline.text, start: at, end: at + length });
    at += length;
  }
  return found;
}

/** A place and the sentence around it. */
export interface Surroundings {
  readonly blockId: BlockId;
  /** The paragraph's printed number; null where it has none. */
  readonly paragraph: number | null;
  readonly before: string;
  readonly after: string;
}

export interface CitedPlace extends Citation, Surroundings {}

/** Every place that cites one of the figures, in reading order. */
export function citedPlaces(blocks: readonly Block[], ids: ReadonlySet<FigureId>): CitedPlace[] {
  const numbers = paragraphNumbers(blocks);
  return blocks.flatMap((block) =>
    citationsIn(block)
      .filter(({ figureId }) => ids.has(figureId))
      .map((citation) => ({ ...citation, ...surroundings(block, numbers.get(block.id) ?? null, citation) })),
  );
}

export function surroundings(
  block: Block,
  paragraph: number | null,
  { start, end }: { readonly start: number; readonly end: number },
): Surroundings {
  const text = textOf(block);
  const sentence = sentencesOf(text).find((each) => each.start <= start && start < each.end);
  return {
    blockId: block.id,
    paragraph,
    before: text.slice(sentence?.start ?? 0, start),
    after: text.slice(end, Math.max(end, sentence?.end ?? text.length)),
  };
}

export const placeWords = (paragraph: number | null): string =>
  paragraph === null ? "text without a number" : `paragraph ${paragraph}`;

/** Why a figure cannot be taken off the register, as the rest of a sentence; null when it can. */
export function heldBy(figures: readonly Figure[], blocks: readonly Block[], id: FigureId): string | null {
  const places = [
    ...new Set(citedPlaces(blocks, new Set([id])).map(({ paragraph }) => placeWords(paragraph))),
  ];
  const followers = followersOf(figures, id)
    .filter(({ derived }) => derived?.of.includes(id))
    .map(({ label }) => `“${label}”`);
  const said = [
    ...(places.length > 0 ? [`it is cited in ${listed(places)}`] : []),
    ...(followers.length > 0
      ? [`${listed(followers)} ${followers.length === 1 ? "follows" : "follow"} from it`]
      : []),
  ];
  return said.length === 0 ? null : said.join(", and ");
}
