import type { Slip } from "#renderer/spelling/protocol.ts";

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** What the engine calls a slip, and an inspector would not. @param text in which it was found */
export function isWorthSaying(text: string, { kind, span, suggestions }: Slip): boolean {
  const [start, end] = span;
  const words = text.slice(start, end);
  // A part of something longer: “15A”, “in in-house”, an address on the web.
  if (WORD.test(words.charAt(0)) && /[\p{L}\p{N}@/_]$|[\p{L}\p{N}]\.$/u.test(text.slice(0, start)))
    return false;
  if (WORD.test(words.at(-1) ?? "") && /^(?:[\p{L}\p{N}@/_]|\.\p{L})/u.test(text.slice(end))) return false;
  // “had had”, “in in-house”, “a SMART plan” are right, though the words alone look wrong.
  if (kind === "grammar")
    return !/^(had had|that that)$/i.test(words) && !/^[-‐‑]\p{L}|^ \p{Lu}{2}/u.test(text.slice(end));
  const word = words.replace(/['’]s?$/u, "");
  if (/\p{N}/u.test(word) || /\p{Lu}/u.test(word.slice(1))) return false;
  if (word.length < 2) return false;
  const isName = /^\p{Lu}/u.test(word);
  return !isName || suggestions.some((better) => isMistyped(word.toLowerCase(), better.toLowerCase()));
}

/** Two neighbours changed places, or in a long word a letter is missing or double: no name is as near as that. */
function isMistyped(word: string, better: string): boolean {
  if (!/^\p{L}+$/u.test(better)) return false;
  if (word.length === better.length && word.length >= 5) {
    const at = firstDifference(word, better);
    return (
      at > 0 &&
      word[at] === better[at + 1] &&
      word[at + 1] === better[at] &&
      word.slice(at + 2) === better.slice(at + 2)
    );
  }
  const [short, long] = word.length < better.length ? [word, better] : [better, word];
  if (long.length !== short.length + 1 || short.length < 8) return false;
  const at = firstDifference(short, long);
  return at > 0 && at < short.length && short.slice(at) === long.slice(at + 1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
