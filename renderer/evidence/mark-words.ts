/** A field’s words with a mark around those that are selected, and where the selection is then. */
export interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts a Markdown mark around the selected words, or takes it off where it stands just outside or inside them. */
export function markWords(text: string, start: number, end: number, mark: "**" | "*"): Marked {
  const words = text.slice(start, end);
  const size = mark.length;
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (isMark(before.slice(-size - 1), mark) && after.startsWith(mark))
    return {
      text: before.slice(0, -size) + words + after.slice(size),
      start: start - size,
      end: end - size,
    };
  if (words.length > 2 * size && words.startsWith(mark) && words.endsWith(mark) && words[size] !== "*")
    return { text: before + words.slice(size, -size) + after, start, end: end - 2 * size };
  return { text: before + mark + words + mark + after, start: start + size, end: end + size };
}

/** The last of bold’s two stars is no italic. */
const isMark = (tail: string, mark: "**" | "*"): boolean =>
  tail.endsWith(mark) && (mark === "**" || tail.length < 2 || tail[0] !== "*");
