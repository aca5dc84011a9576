import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** Words that say “more than none” and leave the rest to the reader. */
const VAGUE = /\b(?:some|many|several|a number of|a range of cases)\b/gi;
const mayBeVague = wordSign(/\b(?:some|many|several|number|range)\b/);
/** Fewer of one word are ordinary English. */
const FEWEST = 30;
const IDIOM = /^(?:some|many) (?:of which|way|time|extent|degree|kind|sort|other)\b/i;

export const wordingQuantifierUndefined = defineRule({
  id: "wording/quantifier-undefined",
  number: 31,
  severity: "advice",
  mode: "deterministic",
  offByDefault: true,
  title: "A vague word for how many is used again and again",
  why: "“Some cases” may be two or half of them: whoever must act on it cannot tell, and nobody can check it.",
  remedy:
    "Where the number is known, give it or use a word of the house table; keep the vague word for the rest.",
  source: "docs/frameworks.md, “Words for a proportion”",
  guards: [
    `One finding a report, and only for a word used ${FEWEST} times or more outside quotations.`,
    "Words of the framework’s own table are left out.",
  ],
  examples: {
    flagged: [{ lines: Array.from({ length: FEWEST }, (_, i) => `In team ${i} some plans are late.`) }],
    clean: [{ lines: ["Some plans are late. Some plans are not, and many are timely."] }],
  },
  over: "report",
  reads: () => [vagueIn],
  *check(report) {
    const table = new Set(report.framework.proportionWords.map(({ word }) => word.toLowerCase()));
    const counts = new Map<string, { times: number; first: BlockView; span: readonly [number, number] }>();
    for (const { view, fact } of gather(report, vagueIn)) {
      if (table.has(fact.word)) continue;
      const known = counts.get(fact.word);
      if (known) known.times++;
      else
        counts.set(fact.word, { times: 1, first: view, span: [fact.start, fact.start + fact.word.length] });
    }
    const often = [...counts]
      .filter(([, { times }]) => times >= FEWEST)
      .toSorted(([, a], [, b]) => b.times - a.times);
    const [most] = often;
    if (!most) return;
    yield {
      areaId: most[1].first.areaIds[0] ?? null,
      blockId: most[1].first.id,
      span: most[1].span,
      key: "vague quantifiers",
      message: `${often.map(([word, { times }]) => `“${word}” stands ${times} times`).join(", ")} in this report without a meaning in the house table. Where you know how many, say so.`,
    };
  },
});

function vagueIn(view: BlockView): { readonly word: string; readonly start: number }[] {
  if (view.block.kind !== "paragraph" && view.block.kind !== "bullet") return [];
  if (!mayBeVague(view.analysis)) return [];
  return [...view.text.matchAll(VAGUE)]
    .filter(({ index }) => !IDIOM.test(view.text.slice(index, index + 20)))
    .filter(({ index }) => !isQuoted(view.analysis.quotations, index))
    .map((match) => ({ word: match[0].toLowerCase(), start: match.index }));
}
