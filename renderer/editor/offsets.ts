/**
 * Places in a block's text, as findings count them, found in the page: citations are silent, a line break is one
 * character.
 *
 * @returns null when the text is shorter than the span, which happens while an answer is on its way
 */
export function rangeIn(text: HTMLElement, [start, end]: readonly [number, number]): Range | null {
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (const node of readable(text)) {
    const length = node instanceof Text ? node.data.length : 1;
    if (!begun && start < at + length) {
      if (node instanceof Text) range.setStart(node, start - at);
      else range.setStartBefore(node);
      begun = true;
    }
    if (begun && end <= at + length) {
      if (node instanceof Text) range.setEnd(node, end - at);
      else range.setEndAfter(node);
      return range;
    }
    at += length;
  }
  return null;
}

/** The block's text as it stands on the page. */
export function textIn(text: HTMLElement): string {
  let words = "";
  for (const node of readable(text)) words += node instanceof Text ? node.data : "\n";
  return words;
}

/** How far into the block's text a point of the page is. */
export function offsetIn(text: HTMLElement, node: Node, offset: number): number {
  const point = document.createRange();
  point.setStart(node, offset);
  let at = 0;
  for (const piece of readable(text)) {
    if (piece === node) return at + offset;
    if (point.comparePoint(piece, 0) >= 0) break;
    at += piece instanceof Text ? piece.data.length : 1;
  }
  return at;
}

function* readable(parent: Node): Generator<Text | HTMLBRElement> {
  for (const node of parent.childNodes) {
    if (node instanceof Text) yield node;
    else if (node instanceof HTMLBRElement) {
      // Lexical closes an empty or broken-off last line with one that is not in the text.
      if (node.parentNode?.lastChild !== node) yield node;
    } else if (node instanceof HTMLElement && node.contentEditable !== "false") yield* readable(node);
  }
}
