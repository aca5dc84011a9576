import type { Place } from "#shared/document/find.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { offsetIn, rangeIn, textIn } from "#renderer/editor/offsets.ts";

/** Marks drawn over words, lowest first. Their looks are in editor.module.css. */
const MARKS = [
  "comment",
  "advice",
  "warning",
  "error",
  "grammar",
  "spelling",
  "found",
  "found-here",
] as const;
export type PlaceMark = (typeof MARKS)[number];

/** What is marked in a block, as ranges of its element. */
type Layer = (blockId: BlockId, block: HTMLElement) => readonly Range[];

const SCROLL_SETTLES_MS = 80;

/** The elements whose text a place counts in: one for a block; for a cell its paragraphs, a break between each two. */
function textsOf(block: HTMLElement, cell: Place["cell"]): readonly Element[] {
  if (cell === null) return [...block.children].slice(0, 1);
  return [...(block.querySelectorAll("tr")[cell[0]]?.children[cell[1]]?.children ?? [])];
}

export function rangeOfPlace(block: HTMLElement, { cell, span: [start, end] }: Place): Range | null {
  let at = 0;
  for (const text of textsOf(block, cell)) {
    if (!(text instanceof HTMLElement)) continue;
    const length = textIn(text).length;
    if (start >= at && end <= at + length) return rangeIn(text, [start - at, end - at]);
    at += length + 1;
  }
  return null;
}

/** The place of a point on the page, as an empty span; null outside the report's text. */
export function placeOfPoint(node: Node, offset: number): Place | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>("[data-block-id]");
  if (!element || !block?.dataset.blockId) return null;
  const blockId = block.dataset.blockId as BlockId;
  const td = element.closest<HTMLTableCellElement>("td, th");
  const row = td?.closest("tr");
  const cell = td && row ? ([[...block.querySelectorAll("tr")].indexOf(row), td.cellIndex] as const) : null;
  let at = 0;
  for (const text of textsOf(block, cell)) {
    if (!(text instanceof HTMLElement)) continue;
    if (!text.contains(node)) {
      at += textIn(text).length + 1;
      continue;
    }
    at += offsetIn(text, node, offset);
    return { blockId, cell, span: [at, at] };
  }
  return null;
}

/** Blocks on the screen, or within one screen of it. */
function blocksNear(root: HTMLElement): BlockId[] {
  const near: BlockId[] = [];
  const reach = window.innerHeight;
  const sections = root.children;
  // They stand below one another: half of what is left is ruled out with each look.
  let [first, last] = [0, sections.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if (sections[middle]!.getBoundingClientRect().bottom < -reach) first = middle + 1;
    else last = middle;
  }
  for (let index = first; index < sections.length; index += 1) {
    const section = sections[index]!;
    if (section.getBoundingClientRect().top > 2 * reach) break;
    for (const block of section.querySelectorAll<HTMLElement>("[data-block-id]"))
      if (block.dataset.blockId) near.push(block.dataset.blockId as BlockId);
  }
  return near;
}

/**
 * Draws places by the Highlight API: the document is never marked, so that nothing reflows and undo sees nothing. Of
 * thousands of places only those near the screen are drawn; scrolling draws the next.
 */
export class PlaceMarks {
  readonly #layers = new Map<PlaceMark, Layer>();
  readonly #root: () => HTMLElement | null;
  readonly #elementOf: (blockId: BlockId) => HTMLElement | null;
  readonly #onNear: (near: readonly BlockId[]) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onNear told which blocks are near the reader each time everything is drawn */
  constructor(
    root: () => HTMLElement | null,
    elementOf: (blockId: BlockId) => HTMLElement | null,
    onNear: (near: readonly BlockId[]) => void,
  ) {
    this.#root = root;
    this.#elementOf = elementOf;
    this.#onNear = onNear;
    // Whatever pane it is that scrolls.
    document.addEventListener("scroll", this.#later, { capture: true, passive: true });
    window.addEventListener("resize", this.#later);
  }

  set(mark: PlaceMark, places: readonly Place[]): void {
    if (places.length === 0 && !this.#layers.has(mark)) return;
    const byBlock = Map.groupBy(places, ({ blockId }) => blockId);
    if (places.length === 0) this.#layers.delete(mark);
    else
      this.#layers.set(mark, (id, block) =>
        (byBlock.get(id) ?? []).flatMap((place) => rangeOfPlace(block, place) ?? []),
      );
    this.#draw([mark]);
  }

  /** A mark that is asked for its places each time it is drawn. */
  layer(mark: PlaceMark, layer: Layer): void {
    this.#layers.set(mark, layer);
  }

  /** @param near where that was looked up a moment ago */
  redraw(near: readonly BlockId[] = this.near()): void {
    clearTimeout(this.#timer);
    this.#onNear(near);
    this.#draw([...this.#layers.keys()], near);
  }

  near(): BlockId[] {
    const root = this.#root();
    return root ? blocksNear(root) : [];
  }

  stop(): void {
    clearTimeout(this.#timer);
    document.removeEventListener("scroll", this.#later, { capture: true });
    window.removeEventListener("resize", this.#later);
    if (supported()) for (const mark of [...MARKS, "flash"]) CSS.highlights.delete(mark);
  }

  readonly #later = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.redraw(), SCROLL_SETTLES_MS);
  };

  #draw(marks: readonly PlaceMark[], near: readonly BlockId[] = this.near()): void {
    if (!supported()) return;
    for (const mark of marks) {
      const layer = this.#layers.get(mark);
      const ranges = near.flatMap((id) => {
        const block = layer && this.#elementOf(id);
        return block ? layer(id, block) : [];
      });
      if (ranges.length === 0) {
        CSS.highlights.delete(mark);
        continue;
      }
      const highlight = new Highlight(...ranges);
      highlight.priority = MARKS.indexOf(mark);
      CSS.highlights.set(mark, highlight);
    }
  }
}

export const supported = (): boolean => typeof CSS !== "undefined" && "highlights" in CSS;
