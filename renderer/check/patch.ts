/**
 * A list told by what stayed of the one before: a pair is a run of it (from, how many), anything else is new.
 * A report has hundreds of findings, and a keystroke changes a few.
 */
export type Patch<T> = readonly (Run | { readonly put: T })[];
type Run = readonly [from: number, count: number];

/** Items that stayed must be the same objects. */
export function patchOf<T>(before: readonly T[], after: readonly T[]): Patch<T> {
  const places = new Map(before.map((item, index) => [item, index]));
  const patch: ([number, number] | { put: T })[] = [];
  for (const item of after) {
    const index = places.get(item);
    const last = patch.at(-1);
    if (index === undefined) patch.push({ put: item });
    else if (Array.isArray(last) && last[0] + last[1] === index) last[1]++;
    else patch.push([index, 1]);
  }
  return patch;
}

/** Answers the old list itself where nothing changed. */
export function applyPatch<T>(before: readonly T[], patch: Patch<T>): readonly T[] {
  const [only] = patch;
  if (patch.length === 1 && only && !("put" in only) && only[1] === before.length) return before;
  return patch.flatMap((piece) =>
    "put" in piece ? [piece.put] : before.slice(piece[0], piece[0] + piece[1]),
  );
}
