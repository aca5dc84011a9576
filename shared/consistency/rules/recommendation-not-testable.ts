import { perText } from "#shared/consistency/analysis/per-text.ts";
import { stem, wordsOf } from "#shared/consistency/analysis/words.ts";
import { defineRule } from "#shared/consistency/rule.ts";

/** Words that ask for more of the same, and the things every recommendation is about: with nothing else, nothing can be seen done. */
const VAGUE = new Set(
  "ensure improve improvement continue sustain sustainable sustained maintain build progress momentum pace change strengthen develop development further embed deliver delivery implement implementation make achieve drive positive impact service practice quality consistency consistent consistently effective effectively effectiveness good better best high standard outcome work child children young people family families part area aspect local authority council overall ongoing necessary needed required more"
    .split(" ")
    .map(stem),
);
const JOINING = new Set(
  "the a an of to for and or in on at by with from that so is are be been has have it its they their them this these all every each both across within through as who which will should must does do not any own".split(
    " ",
  ),
);
/** Fewer words than this are a fragment, not a demand. */
const ENOUGH_WORDS = 3;

/** Every word of it is vague. */
const isVague = perText(({ text }): boolean => {
  const words = wordsOf(text);
  return (
    words.length >= ENOUGH_WORDS &&
    words.every(({ lower }) => JOINING.has(lower) || VAGUE.has(stem(lower.replace(/[’']s$/, ""))))
  );
});

export const recommendationNotTestable = defineRule({
  id: "recommendation/not-testable",
  number: 20,
  severity: "advice",
  mode: "heuristic",
  title: "A recommendation names nothing that can be seen done",
  why: "Nobody can say whether “ensure improvement continues” was met, neither the authority nor the next inspection.",
  remedy: "Say what should be different, for whom, and how that will show.",
  source: "Quality assurance practice: a recommendation is testable",
  guards: [
    "Only where no word of it says what is to change: “improve”, “services”, “quality”, “outcomes for children” and the like, and nothing else.",
    "One word that can be looked at (a plan, a visit, supervision) is enough.",
  ],
  examples: {
    flagged: [
      { lines: ["! now: Ensure improvement continues."] },
      { lines: ["! now: The implementation of sustainable improvements across all parts of the service."] },
    ],
    clean: [
      { lines: ["! now: The quality of plans."] },
      { lines: ["! now: Ensure that children are visited."] },
      { lines: ["help: Ensure improvement continues."] },
    ],
  },
  over: "block",
  *check(view) {
    if (view.block.kind !== "recommendation" || !isVague(view.analysis)) return;
    yield {
      areaId: view.areaIds[0] ?? null,
      blockId: view.id,
      span: null,
      message:
        "Nothing in this recommendation can be seen done. Say what should be different, for whom, and how that will show.",
    };
  },
});
