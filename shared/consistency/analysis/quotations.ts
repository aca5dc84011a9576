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
    for (const lost of open.splice(from + 1)) loose.push({ at: lost.at, mark: lost.mark, fault: "open" });
    const opened = open.pop()!;
    if (opened.curly !== (mark === "’" || mark === "”"))
      loose.push({ at: opened.at, mark: opened.mark, fault: "mixed" });
    const span = { start: opened.at, end: at + 1 };
    spans.push(span);
    doubtful = !double && /[sS]/.test(before) && after === " " ? { span, opened } : null;
  }

  for (const lost of open) {
    loose.push({ at: lost.at, mark: lost.mark, fault: "open" });
    spans.push({ start: lost.at, end: endOfSentence(text, lost.at) });
  }
  spans.sort((a, b) => a.start - b.start);
  loose.sort((a, b) => a.at - b.at);
  return { spans, loose };

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

function endOfSentence(text: string, from: number): number {
  const stop = /[.!?](?=\s|$)/g;
  stop.lastIndex = from;
  const match = stop.exec(text);
  return match ? match.index + 1 : text.length;
}

export const isQuoted = (quotations: Quotations, at: number): boolean =>
  quotations.spans.some((span) => at > span.start && at < span.end);
