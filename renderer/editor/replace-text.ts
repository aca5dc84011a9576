import {
  $createRangeSelection,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type TextNode,
} from "lexical";
import type { Span } from "#shared/document/find.ts";
import { $createLinkedText, type TextLink } from "#renderer/editor/nodes/LinkedTextNode.ts";

/** A stretch of a text: words, or a break that counts as one character. A break between paragraphs has no node. */
interface Piece {
  readonly node: LexicalNode | null;
  readonly start: number;
  readonly length: number;
}

/** What a text is made of, in the order of its characters. @param roots one for a block, a cell's paragraphs */
function $pieces(roots: readonly LexicalNode[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (node: LexicalNode | null, length: number): void => {
    pieces.push({ node, start: at, length });
    at += length;
  };
  const walk = (node: LexicalNode): void => {
    if ($isTextNode(node)) add(node, node.getTextContentSize());
    else if ($isLineBreakNode(node)) add(node, 1);
    else if ($isElementNode(node)) node.getChildren().forEach(walk);
  };
  roots.forEach((root, index) => {
    if (index > 0) add(null, 1);
    walk(root);
  });
  return pieces;
}

/**
 * Puts words in place of a span, in the marks of its first character. What stands between and is no text, such as a
 * citation, stays.
 *
 * @returns false when the span is not there, or holds what only changes as a whole: a linked figure or number
 */
export function $replaceSpan(roots: readonly LexicalNode[], [start, end]: Span, words: string): boolean {
  const touched = $pieces(roots).filter((piece) => piece.start < end && piece.start + piece.length > start);
  const first = touched.find(({ node }) => $isTextNode(node));
  const covered = touched.reduce((sum, { start: at, length }) => sum + overlap(at, length, start, end), 0);
  if (!first || covered < end - start) return false;
  if (touched.some(({ node }) => node === null || ($isTextNode(node) && node.isToken()))) return false;
  for (const { node, start: at, length } of touched.toReversed()) {
    const put = node === first.node ? words : "";
    if ($isTextNode(node)) {
      const from = Math.max(0, start - at);
      const count = Math.min(length, end - at) - from;
      if (put === "" && count === length) node.remove();
      else $splice(node, from, count, put);
    } else node?.remove();
  }
  return true;
}

/**
 * Makes words follow something else from now on.
 *
 * @returns false when they are not there as one run of plain words
 */
export function $linkSpan(roots: readonly LexicalNode[], [start, end]: Span, link: TextLink): boolean {
  const piece = $pieces(roots).find((each) => each.start <= start && each.start + each.length >= end);
  if (!piece || !$isTextNode(piece.node) || piece.node.isToken()) return false;
  const at = start - piece.start;
  const cut = piece.node.splitText(...[at, at + end - start].filter((place) => place > 0));
  const words = cut[at > 0 ? 1 : 0]!;
  const linked = $createLinkedText(link, words.getTextContent()).setFormat(words.getFormat());
  words.replace(linked);
  return true;
}

const overlap = (at: number, length: number, start: number, end: number): number =>
  Math.min(end, at + length) - Math.max(start, at);

/** The caret keeps its place among the words around it. */
function $splice(node: TextNode, from: number, count: number, words: string): void {
  const selection = $getSelection();
  const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : [];
  const moved = points
    .filter((point) => point.key === node.getKey() && point.offset > from)
    .map((point) => ({
      point,
      offset: point.offset >= from + count ? point.offset - count + words.length : from + words.length,
    }));
  node.spliceText(from, count, words);
  for (const { point, offset } of moved) point.set(node.getKey(), offset, "text");
}

/** Selects a span of a text. @returns false when it is not there */
export function $selectSpan(roots: readonly LexicalNode[], [start, end]: Span): boolean {
  const selection = $createRangeSelection();
  let begun = false;
  for (const { node, start: at, length } of $pieces(roots)) {
    if (!$isTextNode(node)) continue;
    if (!begun && start < at + length) {
      selection.anchor.set(node.getKey(), Math.max(0, start - at), "text");
      begun = true;
    }
    if (begun) selection.focus.set(node.getKey(), Math.min(length, end - at), "text");
    if (begun && end <= at + length) break;
  }
  if (begun) $setSelection(selection);
  return begun;
}
