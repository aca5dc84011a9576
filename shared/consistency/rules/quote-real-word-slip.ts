import { perText } from "#shared/consistency/analysis/per-text.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { matchesOf } from "#shared/consistency/analysis/triggers.ts";
import { defineRule } from "#shared/consistency/rule.ts";

interface Slip {
  readonly meant: string;
  readonly before: RegExp;
  readonly after: RegExp;
}

/** Real words in the place of others: a spelling checker passes them. What stands around gives them away. */
const SLIPS: ReadonlyMap<string, Slip> = new Map([
  [
    "though",
    {
      meant: "through",
      before:
        /\b(?:go|goes|going|went|gone|come|came|get|got|(?:guid\w+|help\w*|support\w*|put|tak\w*|talk\w*|see\w*|carr\w+) (?:them|me|us|him|her|it|you|families|children|parents)) $/i,
      after: /^ (?!(?:i|we|he|she|they|it|you|that|this|there|not|some|many|most)\b)\p{L}/iu,
    },
  ],
  [
    "form",
    {
      meant: "from",
      before:
        /\b(?:received?|support|help|came|come|learn\w*|heard?|benefit\w*|away|different|apart|suffer\w*) $/i,
      after: /^ (?:the|my|our|their|his|her|a|an|social|care|home|school)\b/i,
    },
  ],
  [
    "loose",
    {
      meant: "lose",
      before: /\b(?:to|will|would|can|could|not|may|might) $/i,
      after: /^ (?:my|our|their|his|her|your|the|it|them|touch|contact|out)\b/i,
    },
  ],
  [
    "then",
    {
      meant: "than",
      before: /\b(?:more|less|better|worse|rather|other|fewer|higher|lower) $/i,
      after: /^ (?:the|a|an|my|our|their|i|we|they|it|in|at|before|those|that)\b/i,
    },
  ],
  [
    "there",
    {
      meant: "their",
      before: /\b(?:in|to|at|of|for|with|lost|on|into) $/i,
      after:
        /^ (?:own|lives|life|home|homes|family|families|child|children|care|social|plan|plans|views|needs|parents)\b/i,
    },
  ],
  [
    "manger",
    {
      meant: "manager",
      before: /\b(?:senior|line|team|service|area|head|middle|case|their|my|the) $/i,
      after: /^/,
    },
  ],
  [
    "mangers",
    {
      meant: "managers",
      before: /\b(?:senior|line|team|service|area|head|middle|case|their|my|the) $/i,
      after: /^/,
    },
  ],
  [
    "of",
    {
      meant: "have",
      before: /\b(?:should|would|could|must|might) $/i,
      after: /^ (?:been|done|had|got|gone|come|made|said|told|known)\b/i,
    },
  ],
  ["to", { meant: "too", before: /\b(?:had|have|has|is|are|was|were|gives?|feel\w*) $/i, after: /^/ }],
]);
const SUSPECT =
  /\b(?:though|form|loose|then|there|mangers?|(?<=(?:should|would|could|must|might) )of|to(?= (?:much|many|late|slow|few|long) ))\b/gi;

const maySlip = wordSign(
  /\b(?:though|form|loose|then|there|mangers?|should|would|could|must|might|much|many|late|slow|few|long)\b/,
);

export const quoteRealWordSlip = defineRule({
  id: "quote/real-word-slip",
  number: 34,
  severity: "warning",
  mode: "heuristic",
  title: "A word looks like a slip for another",
  why: "In a quotation nobody knows whether the speaker or the typist slipped; elsewhere it is simply wrong.",
  remedy: "Check it. Correct it; or, if a quotation has it so, keep the words and add [sic].",
  source: "Quality assurance practice: quotations are verbatim",
  guards: ["Only a short list of common slips, each with the words before and after that give it away."],
  examples: {
    flagged: [
      { lines: ["Parents said ‘we need more help to guide them though support procedures’."] },
      { lines: ["They receive support form the team."] },
      { lines: ["Visits should of been made sooner."] },
    ],
    clean: [
      { lines: ["They work well, though some plans are late. It helps though that visits are made."] },
      { lines: ["The form the council uses, and then the plan. There is more, then a review."] },
      { lines: ["They have to look at many of these, and it is late to ask."] },
    ],
  },
  over: "block",
  *check(view) {
    for (const slip of slipsIn(view.analysis)) {
      const quoted = isQuoted(view.analysis.quotations, slip.start);
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [slip.start, slip.end],
        message: `“${view.text.slice(slip.start, slip.end)}” looks like a slip for “${slip.meant}”. ${quoted ? "Check it against the record; if it was written so, add [sic]." : "Correct it."}`,
        // What a speaker said is not ours to put right.
        ...(quoted ? {} : { fix: slip.meant }),
      };
    }
  },
});

const slipsIn = perText((analysis): readonly (Span & Pick<Slip, "meant">)[] => {
  if (!maySlip(analysis)) return [];
  const { text } = analysis;
  return matchesOf(SUSPECT, text).flatMap((match) => {
    const slip = SLIPS.get(match[0].toLowerCase());
    const end = match.index + match[0].length;
    if (!slip?.before.test(text.slice(Math.max(0, match.index - 30), match.index))) return [];
    return slip.after.test(text.slice(end, end + 16)) ? [{ start: match.index, end, meant: slip.meant }] : [];
  });
});
