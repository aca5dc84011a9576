import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { defineRule } from "#shared/consistency/rule.ts";

export const wordingOffScaleGradingWord = defineRule({
  id: "wording/off-scale-grading-word",
  number: 8,
  severity: "warning",
  mode: "deterministic",
  title: "A grading word is not on this framework’s scale",
  why: "“Satisfactory” and the like come from other scales; a reader cannot tell which grade is meant.",
  remedy: "Use a word of the scale, describe what was found, or say whose outcome it is.",
  source: "Quality assurance practice: only the framework’s own scale is used to grade",
  guards: [
    "Looks for “satisfactory”, “unsatisfactory” and their adverbs, and for “adequate” or “inadequate” after “is” where the scale has no such grade.",
    "“Adequate” is left alone where the sentence or the one before speaks of an earlier inspection or names its year.",
    "Before a noun (“unsatisfactory outcomes”) it is advice; where people live (“unsatisfactory conditions”) is not graded.",
    "Words inside quotations are somebody else’s.",
  ],
  examples: {
    flagged: [
      { lines: ["Poor leadership has led to unsatisfactory outcomes for children."] },
      { lines: ["help: The timeliness of assessments is satisfactory."] },
      { lines: ["help: Support for care leavers is adequate."] },
    ],
    clean: [
      { lines: ["help: Children are not left in unsatisfactory conditions for too long."] },
      { lines: ["help: The timeliness of assessments is good."] },
      { lines: ["Parents called the service ‘satisfactory’."] },
      { lines: ["The satisfaction survey was returned by 40 parents."] },
      { lines: ["help: Adequate resources are in place."] },
    ],
  },
  over: "block",
  *check(view, framework) {
    const { kind } = view.block;
    if (kind === "heading" || kind === "quotation" || kind === "findings-record") return;
    if (!mayGrade(view.analysis)) return;
    const { grades } = lexiconOf(framework);
    if (grades.size === 0) return;
    for (const match of view.text.matchAll(WORD)) {
      const word = match[1] ?? match[2]!;
      if (grades.has(word.toLowerCase())) continue;
      const start = match.index + match[0].length - word.length;
      if (isQuoted(view.analysis.quotations, start)) continue;
      const { sentences } = view.analysis;
      const at = sentences.findIndex((each) => start < each.end);
      const said = view.text.slice(sentences[at]!.start, sentences[at]!.end);
      // “The previous inspection was in 2012. The authority was judged to be adequate.”
      const withBefore = view.text.slice(sentences[Math.max(0, at - 1)]!.start, sentences[at]!.end);
      if (match[2] !== undefined && EARLIER.test(withBefore)) continue;
      if (LIVED_IN.test(view.text.slice(start + word.length))) continue;
      const judged = JUDGED_BY_OTHERS.exec(said);
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [start, start + word.length],
        ...(judged || isPredicate(view.text, start, word) ? {} : { severity: "advice" as const }),
        message: judged
          ? `“${word}” is an outcome of another process and not on this framework’s scale. Say which scale or process it comes from.`
          : `“${word}” is not on this framework’s scale. Use one of its grades, or say what was found.`,
      };
    }
  },
});

const mayGrade = wordSign(/satisfactor|adequate/);
const WORD =
  /\b((?:un)?satisfactor(?:y|ily))\b|\b(?:is|are|was|were|remains?|be|been|judged|only|overall|just|at least) ((?:in)?adequate)\b(?=\s*[.,;:)]|\s+(?:and|but|overall|because|with|although|at)\b)/gi;
/** How people live is not graded. */
const LIVED_IN =
  /^ (?:living |housing |home |family |and \p{Ll}+ )?(?:accommodation|conditions|circumstances|situations?|housing|homes?|living|arrangements at home)\b/u;
const JUDGED_BY_OTHERS = /\b(?:judged|rated|graded|evaluated) (?:\w+ )?(?:by|as|to be)\b/i;
/** Says itself which other inspection’s scale it is. */
const EARLIER = /\b(?:previous|last inspection|earlier|(?:19|20)\d\d)\b/i;

/** “is satisfactory”: it grades. “Unsatisfactory accommodation” only describes. */
const isPredicate = (text: string, start: number, word: string): boolean =>
  /\b(?:is|are|was|were|remains?|be|been|judged|overall|least)\s+$/i.test(
    text.slice(Math.max(0, start - 12), start),
  ) || /^[.;]/.test(text.slice(start + word.length));
