import { lexiconOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { perForm, shorten, wordsOf, type Word } from "#shared/consistency/analysis/words.ts";
import { gather, type Gathered } from "#shared/consistency/gather.ts";
import { perFramework } from "#shared/consistency/per-framework.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** With these, “outstanding” means that something is still to be done. */
const PENDING = new Set(
  "recommendation recommendations action actions issue issues matter matters task tasks item items assessment assessments referral referrals visit visits check checks case cases work vacancy vacancies report reports debt debts query queries question questions complaint complaints request requests review reviews application applications audit audits plan plans".split(
    " ",
  ),
);
const STILL = new Set("still remain remains remained currently yet all any".split(" "));

export const wordingScaleWordAsOrdinaryEnglish = defineRule({
  id: "wording/scale-word-as-ordinary-english",
  number: 7,
  severity: "warning",
  mode: "deterministic",
  title: "A word of the grading scale is used in its everyday sense",
  why: "In an inspection report “outstanding” is a grade; used for “overdue” it can be quoted as one.",
  remedy: "Use another word: “overdue”, “sufficiently”, “some examples”.",
  source: "Quality assurance practice: scale words are kept for grades",
  guards: [
    "“Outstanding” only with something that waits to be done (“outstanding recommendation”), or after “remain” without being a grade.",
    "“Adequate” before a noun, “adequately” and “inadequately” are advice, once an area. “Inadequate” before a noun judges, and is left alone.",
    "“Good” is too common a word to be kept for grades. Sentences that give a grade and words inside quotations are left alone.",
  ],
  examples: {
    flagged: [
      { lines: ["This is an outstanding recommendation from the joint area review."] },
      { lines: ["help: Need was demonstrated inadequately."] },
      { lines: ["help: There are inadequately supported parents."] },
    ],
    clean: [
      { lines: ["help: The quality of help and protection is outstanding."] },
      { lines: ["Managers give outstanding support. There is good practice."] },
      { lines: ["A parent spoke of ‘outstanding recommendations’."] },
    ],
  },
  over: "report",
  reads: (framework) => [everydayFor(framework)],
  *check(report) {
    const everyday = new Map<string | null, Gathered<Everyday>[]>();
    for (const found of gather(report, everydayFor(report.framework))) {
      const { view, fact } = found;
      const areaId = view.areaIds[0] ?? null;
      if (!fact.pending) {
        const places = everyday.get(areaId);
        if (places) places.push(found);
        else everyday.set(areaId, [found]);
        continue;
      }
      yield {
        areaId,
        blockId: view.id,
        span: fact.span,
        message: `“${fact.said}” means “still to be done” here, but “outstanding” is a grade. Write “overdue” or “not yet done”.`,
      };
    }
    for (const places of everyday.values()) {
      const [first] = places;
      const named = places.slice(0, MOST_NAMED).map(({ view, fact }) => {
        const said = shorten(fact.said, 30);
        return `“${said}”${view.paragraph === null ? "" : ` (${view.paragraph})`}`;
      });
      const more = places.length > MOST_NAMED ? ` and ${places.length - MOST_NAMED} more` : "";
      yield {
        areaId: first!.view.areaIds[0] ?? null,
        blockId: first!.view.id,
        span: first!.fact.span,
        severity: "advice",
        key: "everyday",
        message: `${named.join(", ")}${more}: a word of the scale where no grade is given. Say “enough”, “sufficiently” or what was found.`,
      };
    }
  },
});

const MOST_NAMED = 4;

interface Everyday {
  readonly said: string;
  readonly span: readonly [number, number];
  /** “Outstanding” for overdue; else “adequate” and the adverbs. */
  readonly pending: boolean;
}

/** One reader a framework, so that what it finds is kept block by block. */
const everydayFor = perFramework((framework) => {
  const lexicon = lexiconOf(framework);
  return (view: BlockView): readonly Everyday[] =>
    everydayIn(view, lexicon).map((found) => ({ ...found, said: view.text.slice(...found.span) }));
});

function everydayIn(view: BlockView, lexicon: Lexicon): Omit<Everyday, "said">[] {
  const { kind } = view.block;
  if (kind === "heading" || kind === "quotation" || kind === "findings-record") return [];
  if (!mayScale(view.analysis) || !SCALE_WORD.test(view.text)) return [];
  const { statements, quotations } = view.analysis;
  const words = wordsOf(view.text);
  const found: Omit<Everyday, "said">[] = [];
  for (const [at, word] of words.entries()) {
    if (!isScale(word.form) || isQuoted(quotations, word.start)) continue;
    const statement = statements.find(({ span }) => word.start >= span.start && word.end <= span.end);
    // “Three actions are still outstanding” only looks like a grade.
    const waits = words[at - 1]?.lower === "still" && statement?.scope.kind === "other";
    if (statement && !waits) continue;
    const next = words[at + 1];
    if (word.lower === "outstanding") {
      if (!lexicon.grades.has(word.lower) || (!waits && !isPending(words, at, view))) continue;
      const end = next && PENDING.has(next.lower) ? next.end : word.end;
      found.push({ span: [word.start, end], pending: true });
    } else if (
      view.areaIds.length > 0 &&
      (lexicon.grades.has(word.lower) || lexicon.adverbs.has(word.lower))
    ) {
      const before = words[at - 1];
      const adverb = lexicon.adverbs.has(word.lower);
      if (next && touches(view, word, next) && !NO_NOUN.has(next.lower))
        found.push({ span: [word.start, next.end], pending: false });
      else if (before && adverb) found.push({ span: [before.start, word.end], pending: false });
    }
  }
  return found;
}

const SCALE_WORD = /\b(?:outstanding|adequate|(?:in)?adequately)\b/i;
const mayScale = wordSign(/\b(?:outstanding|adequate|(?:in)?adequately)\b/);
const isScale = perForm((lower) => SCALE_WORD.test(lower));

/** After a scale word these show that it stands alone: “judged to be inadequate by …”. */
const NO_NOUN = new Set(
  "is are was were does do has have by in for and or but at to of on as with from because when where which that overall until since if judgement judgements grade grades rating".split(
    " ",
  ),
);
/** “outstanding actions”, “actions that remain outstanding”; not “outstanding work with families”. */
function isPending(words: readonly Word[], at: number, view: BlockView): boolean {
  const next = words[at + 1];
  const before = words[at - 1]?.lower ?? "";
  if (next && PENDING.has(next.lower) && touches(view, words[at]!, next))
    // “outstanding work” and the like is praise unless it is counted or waited for.
    return !/^(?:work|practice|plans?|reports?|reviews?|assessments?|audits?|cases?|visits?)$/.test(
      next.lower,
    )
      ? true
      : STILL.has(before) || /^\d/.test(before);
  return STILL.has(before) && !next;
}

const touches = (view: BlockView, a: Word, b: Word): boolean => /^\s+$/.test(view.text.slice(a.end, b.start));
