import { diffArrays } from "diff";
import { isSpace, type Token } from "#shared/merge/tokens.ts";

/**
 * A stretch of a text in three versions. `same`: in all three alike. `theirs`, `ours`: changed there only. `both`:
 * changed alike. `clash`: changed here and there, unlike.
 */
export interface Chunk {
  readonly kind: "same" | "theirs" | "ours" | "both" | "clash";
  readonly base: readonly Token[];
  readonly theirs: readonly Token[];
  readonly ours: readonly Token[];
}

/** Texts further apart than this many tokens have nothing in common worth keeping. */
const FARTHEST_APART = 1200;

/** A text and what two people made of it, in stretches that are taken or left by themselves. */
export function chunksOf(base: readonly Token[], theirs: readonly Token[], ours: readonly Token[]): Chunk[] {
  const inTheirs = placesOf(base, theirs);
  const inOurs = placesOf(base, ours);
  const chunks: Chunk[] = [];
  let [b, t, o] = [0, 0, 0];
  const upTo = (nextB: number, nextT: number, nextO: number): void => {
    if (nextB > b || nextT > t || nextO > o)
      chunks.push(chunkOf(base.slice(b, nextB), theirs.slice(t, nextT), ours.slice(o, nextO)));
    [b, t, o] = [nextB, nextT, nextO];
  };
  for (let at = 0; at < base.length; at++) {
    const [inT, inO] = [inTheirs[at]!, inOurs[at]!];
    if (inT < 0 || inO < 0) continue;
    upTo(at, inT, inO);
    upTo(at + 1, inT + 1, inO + 1);
  }
  upTo(base.length, theirs.length, ours.length);
  return joined(chunks);
}

/** Where each token of `before` is in `after`; -1 where it is not. */
function placesOf(before: readonly Token[], after: readonly Token[]): Int32Array {
  const places = new Int32Array(before.length).fill(-1);
  const changes = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    { maxEditLength: FARTHEST_APART },
  );
  let [from, to] = [0, 0];
  for (const { count, added, removed } of changes ?? []) {
    if (!added && !removed) for (let index = 0; index < count; index++) places[from + index] = to + index;
    if (!added) from += count;
    if (!removed) to += count;
  }
  return places;
}

function chunkOf(base: readonly Token[], theirs: readonly Token[], ours: readonly Token[]): Chunk {
  const [wasTheirs, wasOurs] = [alike(base, theirs), alike(base, ours)];
  const kind = wasTheirs
    ? wasOurs
      ? "same"
      : "ours"
    : wasOurs
      ? "theirs"
      : alike(theirs, ours)
        ? "both"
        : "clash";
  return { kind, base, theirs, ours };
}

const alike = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length && a.every(({ key }, index) => key === b[index]!.key);

/** One stretch of what is alike, and one of a row of changed words: the spaces between them go with them. */
function joined(chunks: readonly Chunk[]): Chunk[] {
  const result: Chunk[] = [];
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index]!;
    const last = result.at(-1);
    const next = chunks[index + 1];
    if (last && last.kind === chunk.kind && (chunk.kind === "same" || chunk.kind === "ours"))
      result[result.length - 1] = both(last, chunk, chunk.kind);
    else if (
      last &&
      next &&
      chunk.kind === "same" &&
      isChange(last) &&
      isChange(next) &&
      chunk.base.every(isSpace)
    ) {
      const kind = last.kind === "clash" || next.kind === "clash" ? "clash" : "theirs";
      result[result.length - 1] = both(both(last, chunk, kind), next, kind);
      index += 1;
    } else result.push(chunk);
  }
  return result;
}

const isChange = ({ kind }: Chunk): boolean => kind === "theirs" || kind === "clash";

const both = (a: Chunk, b: Chunk, kind: Chunk["kind"]): Chunk => ({
  kind,
  base: [...a.base, ...b.base],
  theirs: [...a.theirs, ...b.theirs],
  ours: [...a.ours, ...b.ours],
});
