/** Where in a JSON text something stands: both count from 1. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
}

export function positionAt(source: string, offset: number): JsonPosition {
  const before = source.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

/**
 * Where the value at `path` stands; when the path leads nowhere (a missing key), the last part that does exist.
 *
 * @param source JSON that `JSON.parse` accepts
 * @param path object keys and array indexes from the root
 * @param toKey answer the key's own position instead of its value's, for a key that should not be there
 */
export function positionOf(source: string, path: readonly PropertyKey[], toKey = false): JsonPosition {
  let at = skipSpace(source, 0);
  for (const [depth, part] of path.entries()) {
    const found = step(source, at, part);
    if (!found) break;
    at = toKey && depth === path.length - 1 ? found.key : found.value;
  }
  return positionAt(source, at);
}

/** One step into the object or array that starts at `at`. */
function step(source: string, at: number, part: PropertyKey): { key: number; value: number } | null {
  const open = source[at];
  if (open !== "{" && open !== "[") return null;
  let here = skipSpace(source, at + 1);
  for (let index = 0; here < source.length && source[here] !== "}" && source[here] !== "]"; index++) {
    const key = here;
    let name: PropertyKey = index;
    if (open === "{") {
      const end = skipString(source, here);
      name = JSON.parse(source.slice(here, end)) as string;
      here = skipSpace(source, skipSpace(source, end) + 1);
    }
    if (name === part) return { key, value: here };
    here = skipSpace(source, skipValue(source, here));
    if (source[here] === ",") here = skipSpace(source, here + 1);
  }
  return null;
}

function skipSpace(source: string, at: number): number {
  while (/\s/.test(source[at] ?? "")) at++;
  return at;
}

function skipString(source: string, at: number): number {
  for (at++; at < source.length && source[at] !== '"'; at++) if (source[at] === "\\") at++;
  return at + 1;
}

function skipValue(source: string, at: number): number {
  if (source[at] === '"') return skipString(source, at);
  let depth = 0;
  for (; at < source.length; at++) {
    const sign = source[at];
    if (sign === '"') at = skipString(source, at) - 1;
    else if (sign === "{" || sign === "[") depth++;
    else if (sign === "}" || sign === "]") {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (sign === "," || /\s/.test(sign ?? ""))) return at;
  }
  return at;
}
