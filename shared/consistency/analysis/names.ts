import { perText } from "#shared/consistency/analysis/per-text.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";

/** A body’s name as one text writes it: “Cornwall & Isles of Scilly Primary Care Trust”. */
export interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The same for names that differ in “&”, joining words, apostrophes and plurals alone. */
  readonly key: string;
  /** The abbreviation given in brackets right after it; null when there is none. */
  readonly abbreviation: string | null;
  /** What it was called before, from “(formerly …)”. */
  readonly formerly: string | null;
}

const HEAD =
  "Trust|Board|Council|Partnership|Authority|Service|Committee|Panel|Commission|Agency|Forum|Hospital|Team|Directorate|University|College|Court|Constabulary";
const WORD = "\\p{Lu}[\\p{L}’'-]*";
const JOIN = "(?:and|of|the|for|in|&)";
/** The last word of a body’s name, and what follows it in capitals without a break. */
const ENDING = new RegExp(` (?:${HEAD})s?(?![\\p{L}’'-])(?: ${WORD})*`, "gu");
const BEFORE = new RegExp(`(?<![\\p{L}-])${WORD}(?:,? (?:${JOIN} ){0,2}${WORD}){0,8}(?: ${JOIN}){0,2}$`, "u");
/** No name is longer before its last word. */
const LONGEST = 110;
const NHS = /\bNHS (?!Trust|Foundation)(\p{Lu}[\p{L}’-]*(?:(?: (?:and|of|the|&))* \p{Lu}[\p{L}’-]*)*)/gu;
/** “Careers South West (formerly Connexions)”. */
const FORMERLY =
  /(\p{Lu}[\p{L}’-]*(?: (?:and |of |the |& )*\p{Lu}[\p{L}’-]*)*) \((?:formerly|previously)(?: known as)? ([^()]{3,60})\)/gu;
const mayName = wordSign(new RegExp(`^(?:${HEAD.toLowerCase()})s?(?![a-z-])|nhs|formerly|previously`));
/** Open sentences, and belong to no name. */
const OPENERS = new Set(
  "The A An In At For From With While Since When Although As And But This That These Those Their Its Both All Some Most Each Every Since Following However Senior Staff Within Through Under By On To Of If Many Currently Overall".split(
    " ",
  ),
);

export const namesOf = perText((analysis): readonly Name[] => {
  if (!mayName(analysis)) return [];
  const { text, quotations } = analysis;
  const names: Name[] = [];
  const push = (found: string, at: number, formerly: string | null): void => {
    const [trimmed, start] = withoutOpeners(found, at);
    if (!trimmed.includes(" ") || isQuoted(quotations, start)) return;
    const end = start + trimmed.length;
    const abbreviation = /^\s\((\p{Lu}[\p{L}&]{0,9}\p{Lu})s?\)/u.exec(text.slice(end, end + 18))?.[1] ?? null;
    names.push({ text: trimmed, start, end, key: keyOf(trimmed), abbreviation, formerly });
  };
  let last = 0;
  for (const ending of text.matchAll(ENDING)) {
    const from = Math.max(last, ending.index - LONGEST);
    const before = BEFORE.exec(text.slice(from, ending.index));
    last = ending.index + ending[0].length;
    if (before) push(before[0] + ending[0], from + before.index, null);
  }
  if (text.includes("NHS ")) for (const match of text.matchAll(NHS)) push(match[0], match.index, null);
  if (text.includes("(formerly") || text.includes("(previously"))
    for (const match of text.matchAll(FORMERLY)) push(match[1]!, match.index, match[2]!);
  return names;
});

function withoutOpeners(found: string, at: number): [string, number] {
  let text = found;
  let start = at;
  for (;;) {
    const first = /^([\p{L}’'-]+),? (?:(?:and|of|the|for|in|&) )*/u.exec(text);
    if (!first || !OPENERS.has(first[1]!)) return [text, start];
    text = text.slice(first[0].length);
    start += first[0].length;
  }
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/[\s,]+/)
    .filter((word) => !/^(?:and|of|the|for|in|&)$/.test(word))
    .map((word) => word.replace(/(?:'s|s'|(?<=\p{L}{3})s)$/u, ""))
    .join(" ");
}
