import { diffArrays } from "diff";
import type { Inline, TextRun } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { inlinesOf, isSpace, tokensOf, type Token } from "#shared/merge/tokens.ts";
import type { ReturnedPart } from "#shared/returned/returned-part.ts";

export type ReturnedRun = ReturnedPart["runs"][number];

/** A piece of what was printed, and the token it was printed from; a figure may be several. */
interface Piece {
  readonly key: string;
  readonly token: Token;
}

/**
 * What a block says after it came back. Words that are as they were keep what only we know of them: figures, references
 * and evidence cited among them. Evidence stays cited when the words beside it change.
 *
 * @param printed what an inline printed when the file was sent
 * @param noteOf the footnote of a mark in the file
 */
export function returnedInlines(
  sent: readonly Inline[],
  runs: readonly ReturnedRun[],
  printed: (inline: Inline) => string,
  noteOf: (run: Exclude<ReturnedRun, TextRun>) => BlockId,
): Inline[] {
  const back = tokensOf(
    runs.map((run): Inline => (run.kind === "text" ? run : { kind: "note", blockId: noteOf(run) })),
  );
  const { lead, pieces, silent, tail } = piecesOf(tokensOf(sent), printed);
  const changes = diffArrays(
    pieces.map(({ key }) => key),
    back.map(({ key }) => key),
  );
  const places = new Int32Array(pieces.length).fill(-1);
  const result = [...lead, ...(silent.get(null) ?? [])];
  let [from, to] = [0, 0];
  for (const { count, added, removed } of changes) {
    if (!added && !removed) for (let n = 0; n < count; n++) places[from + n] = to + n;
    if (!added) from += count;
    if (!removed) to += count;
  }
  const whole = wholeTokens(pieces, places);
  [from, to] = [0, 0];
  for (const { count, added, removed } of changes) {
    for (let n = 0; n < count; n++) {
      const piece = added ? undefined : pieces[from++];
      const token = removed ? undefined : back[to++];
      if (piece && token && whole.has(piece.token)) {
        if (pieces[from - 2]?.token !== piece.token) result.push(piece.token);
      } else if (token) result.push(token);
      if (piece) result.push(...(silent.get(piece) ?? []));
    }
  }
  return inlinesOf([...result, ...tail]);
}

/** What was printed, without the space around it; tokens that print nothing stand behind the piece before them. */
function piecesOf(tokens: readonly Token[], printed: (inline: Inline) => string) {
  const isEdge = (token: Token): boolean => isSpace(token) && token.inline.kind === "text";
  const first = tokens.findIndex((token) => !isEdge(token));
  const end = tokens.findLastIndex((token) => !isEdge(token)) + 1;
  const pieces: Piece[] = [];
  const silent = new Map<Piece | null, Token[]>();
  for (const token of first < 0 ? [] : tokens.slice(first, end)) {
    const own = piecesOfToken(token, printed);
    pieces.push(...own);
    const last = pieces.at(-1) ?? null;
    if (own.length === 0) silent.set(last, [...(silent.get(last) ?? []), token]);
  }
  return {
    lead: first < 0 ? tokens : tokens.slice(0, first),
    pieces,
    silent,
    tail: first < 0 ? [] : tokens.slice(end),
  };
}

function piecesOfToken(token: Token, printed: (inline: Inline) => string): Piece[] {
  const { inline } = token;
  if (inline.kind === "note") return [{ key: token.key, token }];
  // A field has no marks of its own.
  const look = inline.kind === "text" || inline.kind === "figure" ? inline : {};
  const run: Inline = { ...look, kind: "text", text: printed(inline) };
  return tokensOf([run]).map(({ key }) => ({ key, token }));
}

/** Those of which every piece came back, with nothing between them. */
function wholeTokens(pieces: readonly Piece[], places: Int32Array): Set<Token> {
  const whole = new Set(pieces.map(({ token }) => token));
  pieces.forEach(({ token }, index) => {
    const apart = pieces[index - 1]?.token === token && places[index] !== places[index - 1]! + 1;
    if (places[index]! < 0 || apart) whole.delete(token);
  });
  return whole;
}
