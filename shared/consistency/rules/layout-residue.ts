import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { Severity } from "#shared/consistency/finding.ts";

interface Trace {
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly maybe?: (analysis: BlockAnalysis) => boolean;
  message(found: string): string;
  /** What to put in its place, where that is all there is to do. */
  readonly fix?: (found: string) => string;
}

/** Cheap signs of the costlier patterns; most texts have none, and are not looked at again. */
const UNUSUAL = /[^ -~\u00a3\u00e9\u2013\u2014\u2018-\u201d\u2026]/;
const BROKEN_MAYBE = /[a-z]- [a-z]/;
/** What copying and importing leave behind. Each pattern finds the whole of what is to be mended. */
const TRACES: readonly Trace[] = [
  {
    maybe: ({ text }) => UNUSUAL.test(text),
    pattern: /[\u00ad\u200b\u2060\ufeff\ufffd\ue000-\uf8ff\ufb00-\ufb06]|(?![\t\n\v\r])\p{Cc}/gu,
    severity: "error",
    message: () =>
      "There is a character here that readers and screen readers cannot read. Delete it and type the letters again.",
  },
  {
    maybe: ({ text }) => UNUSUAL.test(text),
    pattern: /â€|Ã[\u0080-\u00bf]|Â(?=[\s\u0080-\u00bf])/g,
    severity: "error",
    message: (found) => `“${found}” is a character that was read in the wrong code. Type it again.`,
  },
  {
    maybe: ({ text }) => UNUSUAL.test(text),
    pattern: /[•▪●◦■□➢►✓✔]/g,
    severity: "error",
    message: (found) =>
      `The bullet “${found}” is typed into the text. Make it a list, so that it is read out as one.`,
  },
  {
    pattern: /^\s*(?:[-–*o]\s|\(?(?:[ivx]{1,4}|[a-h])\)\s)(?=\S)/g,
    severity: "warning",
    message: (found) =>
      `The list mark “${found.trim()}” is typed at the start. Make it a list, so that it is read out as one.`,
  },
  {
    pattern: /^\s*(?:page\s+)?\d{1,3}(?:\s+(?:of|\/)\s+\d{1,3})?\s*$/gi,
    severity: "error",
    message: (found) =>
      `“${found.trim()}” looks like a page number of the source document. Take the paragraph out.`,
  },
  {
    maybe: ({ text }) => BROKEN_MAYBE.test(text),
    pattern:
      /(?<![\p{L}-])(?!(?:pre|post|short|long|medium|mid|multi|single|inter|intra|part|full|low|high|front|back|over|under|non|mono|micro|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen|seventeen|eighteen)-)\p{L}\p{Ll}{1,20}- (?!(?:and|or|to|nor|versus|but|rather|through|year|month|week|day)\b)\p{Ll}{2,20}(?!\p{L})/gu,
    severity: "warning",
    message: (found) =>
      `“${found}” was broken at the end of a line in the source. Close the gap, with or without the hyphen.`,
  },
  {
    maybe: ({ signs }) => signs.doubled,
    pattern:
      /(?<![\p{L}’'-])(the|a|an|of|to|in|and|is|are|for|with|by|on|at|from|be|has|was|were|their|this) \1(?![\p{L}-])/giu,
    severity: "warning",
    message: (found) => `“${found}” has one word twice. Take one out.`,
    fix: (found) => found.split(" ")[0]!,
  },
  {
    pattern: / {2}|\u00a0 | \u00a0/g,
    severity: "advice",
    message: () => "There are two spaces in a row here. Leave one.",
    fix: () => " ",
  },
];
const NONE: readonly [number, number, Trace][] = [];

export const layoutResidue = defineRule({
  id: "layout/residue",
  number: 44,
  severity: "error",
  mode: "deterministic",
  title: "Something of the source’s layout was left in the text",
  why: "Stray page numbers, typed bullets and broken words are read aloud by screen readers, and make a report look unchecked.",
  remedy: "Take the remnant out, or make it the list or heading it was.",
  source: "Accessibility regulations 2018 (WCAG 1.3.1): structure must be real, not painted",
  guards: [
    "A hyphen that waits for its second half is right: “16- and 17-year-olds”, “pre- and post-birth”.",
    "Unreadable characters, typed bullets and page numbers are errors; broken and doubled words are warnings; two spaces are advice.",
  ],
  examples: {
    flagged: [
      { lines: ["help: • Visits are late"] },
      { lines: ["11"] },
      { lines: ["help: Page 3 of 12"] },
      { lines: ["help: The well- applied criteria are clear."] },
      { lines: ["help: Visits to the the home are late."] },
      { lines: ["help: Visits  are late."] },
      { lines: ["! now: - an understanding of the impact of disability;"] },
    ],
    clean: [
      { lines: ["help: Homeless 16- and 17-year-olds and pre- or post-birth work – all of it – is timely."] },
      { lines: ["help: A 21-week wait is now an 8-week wait; children in care had had delays."] },
      { lines: ["help: In 2019, 12 of 14 visits were on time."] },
    ],
  },
  over: "block",
  *check(view) {
    for (const [start, end, trace] of residueIn(view.analysis)) {
      // A heading or a cell may be a number.
      if (view.block.kind === "heading" || view.block.kind === "table") continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [start, end],
        severity: trace.severity,
        message: trace.message(view.text.slice(start, end)),
        ...(trace.fix && { fix: trace.fix(view.text.slice(start, end)) }),
      };
    }
  },
});

/** The first place of each kind: one mended, the others are seen. */
const residueIn = perText((analysis) => {
  const { text } = analysis;
  const found: [number, number, Trace][] = [];
  for (const trace of TRACES) {
    if (trace.maybe?.(analysis) === false) continue;
    trace.pattern.lastIndex = 0;
    const match = trace.pattern.exec(text);
    if (match) found.push([match.index, match.index + match[0].length, trace]);
  }
  return found.length === 0 ? NONE : found;
});
