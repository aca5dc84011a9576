import type { Span } from "#shared/consistency/analysis/sentences.ts";

/** A mark that opens or closes nothing. */
export interface LooseMark {
  readonly at: number;
  readonly mark: string;
  /** `open`: never closed. `close`: nothing was open. `mixed`: opened by one kind of mark, closed by another. */
  readonly fault: "open" | "close" | "mixed";
}

export interface Quotations {
  /** Marks included. A quotation that never closes runs to the end of its sentence at most. */
  readonly spans: readonly Span[];
  readonly loose: readonly LooseMark[];
}

const MARK = /[‘’“”'"]/g;
const LETTER = /[\p{L}\p{N}]/u;
/** A text with more of them is no prose, and one finding each would help nobody. */
const MOST_LOOSE = 20;
const NONE: Quotations = { spans: [], loose: [] };

interface Open {
  readonly at: number;
  readonly mark: string;
  readonly double: boolean;
  readonly curly: boolean;
}

/**
 * Quotations of one block, with apostrophes told from quotation marks: a mark between letters (“isn’t”) is an
 * apostrophe, and so is one after a plural (“parents’ views”) while no single quotation is open.
 */
export function quotationsOf(text: string): Quotations {
  if (text.search(MARK) < 0) return NONE;
  const spans: Span[] = [];
  const loose: LooseMark[] = [];
  const open: Open[] = [];
  /** Closed on a plural’s mark: the true end may still come. */
  let doubtful: { span: Span; opened: Open } | null = null;

  for (const match of text.matchAll(MARK)) {
    const at = match.index;
    const mark = match[0];
    const before = text[at - 1] ?? " ";
    const after = text[at + 1] ?? " ";
    const double = mark === "“" || mark === "”" || mark === '"';
    const afterLetter = LETTER.test(before);
    const beforeLetter = LETTER.test(after);

    if (!double && afterLetter && beforeLetter) continue;
    const inner = open.at(-1);
    const opens =
      mark === "‘" ||
      mark === "“" ||
      ((mark === '"' || mark === "'") && isOpening(before, after, inner, double));

    if (opens) {
      if (!double && isElision(text, at)) continue;
      // Two of a kind are not nested: the first was never closed.
      const unclosed = open.findIndex((candidate) => candidate.double === double);
      if (unclosed >= 0) lose(open.splice(unclosed));
      open.push({ at, mark, double, curly: mark === "‘" || mark === "“" });
      continue;
    }
    // A closing mark, or an apostrophe.
    if (!double && !afterLetter && beforeLetter && !inner) continue;
    const from = open.findLastIndex((candidate) => candidate.double === double);
    if (from < 0) {
      if (!double && /[\p{L}\p{N}]/u.test(before)) {
        if (doubtful && /[sS]/.test(before) === false) reopenAt(doubtful, at);
        continue;
      }
      if (!double && doubtful) {
        reopenAt(doubtful, at);
        doubtful = null;
        continue;
      }
      if (double || /[.,;:!?]/.test(before)) loose.push({ at, mark, fault: "close" });
      continue;
    }
    lose(open.splice(from + 1));
    const opened = open.pop()!;
    if (opened.curly !== (mark === "’" || mark === "”"))
      loose.push({ at: opened.at, mark: opened.mark, fault: "mixed" });
    const span = { start: opened.at, end: at + 1 };
    spans.push(span);
    doubtful = !double && /[sS]/.test(before) && after === " " ? { span, opened } : null;
  }

  lose(open);
  spans.sort((a, b) => a.start - b.start);
  loose.sort((a, b) => a.at - b.at);
  return { spans, loose: loose.slice(0, MOST_LOOSE) };

  function lose(marks: readonly Open[]): void {
    for (const { at, mark } of marks) {
      loose.push({ at, mark, fault: "open" });
      spans.push({ start: at, end: endOfSentence(text, at) });
    }
  }

  /** The quotation went on past the plural; its end is here. */
  function reopenAt(doubt: { span: Span; opened: Open }, at: number): void {
    spans[spans.indexOf(doubt.span)] = { start: doubt.span.start, end: at + 1 };
  }
}

function isOpening(before: string, after: string, inner: Open | undefined, double: boolean): boolean {
  if (/\s/.test(after)) return false;
  if (inner && inner.double === double && !/\s/.test(before)) return false;
  return /[\s([–—/-]/.test(before);
}

/** ‘90s, ‘til and the like, written with an opening mark. */
const isElision = (text: string, at: number): boolean =>
  /^(?:\d0s\b|til\b|em\b|cause\b)/.test(text.slice(at + 1, at + 8));

/** No sentence is longer; also the most that is taken for quoted when no closing mark comes. */
const LONGEST_SENTENCE = 600;

function endOfSentence(text: string, from: number): number {
  const sentence = text.slice(from, from + LONGEST_SENTENCE);
  const stop = sentence.search(/[.!?](?=\s|$)/);
  return from + (stop < 0 ? sentence.length : stop + 1);
}

/** Whether the character stands inside a quotation. */
export function isQuoted({ spans }: Quotations, at: number): boolean {
  // Spans are sorted by start, and nest at most one in another.
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return [low - 1, low - 2, low - 3].some((index) => index >= 0 && at < spans[index]!.end);
}
