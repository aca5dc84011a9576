import type { Backing, BackingStatement } from "#shared/consistency/backing.ts";
import { listed } from "#shared/listed.ts";
import { counted } from "#renderer/ui/words.ts";

/** What the statements were read in, and how widely they rest. */
export function basisOf(backing: Backing): string {
  const { words, paragraphs, recommendations, singleSource } = backing;
  const read = `${counted(words, "word")} in ${counted(paragraphs, "paragraph")}`;
  const asked =
    recommendations.length > 0 ? `, ${counted(recommendations.length, "area")} for improvement` : "";
  return `${read}${asked}.${singleSource === null ? "" : ` ${singleSourceIn(singleSource)}`}`;
}

function singleSourceIn(share: number): string {
  const percent = Math.round(100 * share);
  if (percent === 0) return "No statement rests on a single source.";
  if (percent === 100) return "Every statement rests on a single source.";
  return `${percent}% of the statements rest on a single source.`;
}

const MOST_NUMBERS = 8;

/** “No recommendation answers 3 weaknesses (paragraphs 9, 10 and 12).” */
export function unansweredIn(unanswered: readonly BackingStatement[]): string {
  const numbers = [...new Set(unanswered.flatMap(({ paragraph }) => paragraph ?? []))].map(String);
  const shown = numbers.length > MOST_NUMBERS ? [...numbers.slice(0, MOST_NUMBERS), "others"] : numbers;
  const places = numbers.length === 0 ? "" : ` (paragraph${numbers.length > 1 ? "s" : ""} ${listed(shown)})`;
  return `No recommendation answers ${counted(unanswered.length, "weakness", "weaknesses")}${places}.`;
}
