import { lexiconOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView, BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import { ancestorsOf } from "#shared/domain/framework.ts";

/** Grades so many steps apart are read as a contradiction unless they are set against each other. */
const SHARPLY = 2;

export const gradeContrastNotSaid = defineRule({
  id: "grade/contrast-not-said",
  number: 13,
  severity: "advice",
  mode: "heuristic",
  title: "A grade far from that of its parent is not set against it",
  why: "“Good” inside “inadequate” looks like a mistake until a word such as “despite” shows that it is meant.",
  remedy: "Set the two against each other where either is told: “Despite this, …”.",
  source: "Quality assurance practice: contrast words where a child differs sharply from its parent",
  guards: [
    "Only from two steps of the scale on.",
    "Quiet where a sentence of the parent’s or of the whole tree’s narrative sets the area’s topic or grade off with a contrast word, or the area’s own narrative does in its first sentences.",
    "Quiet where either has no narrative.",
  ],
  examples: {
    flagged: [
      {
        grades: { overall: "inadequate", help: "good" },
        lines: [
          "overall: The overall effectiveness of the service is inadequate.",
          "help: The quality of help and protection is good. Referrals are answered within a day.",
        ],
      },
    ],
    clean: [
      {
        grades: { overall: "inadequate", help: "good" },
        lines: [
          "overall: The overall effectiveness is inadequate. Despite this, help and protection is good.",
          "help: The quality of help and protection is good.",
        ],
      },
      {
        grades: { overall: "inadequate", help: "good" },
        lines: ["overall: The service is inadequate.", "help: By contrast, help is good."],
      },
      {
        grades: { overall: "requires-improvement", help: "good" },
        lines: ["overall: The service requires improvement.", "help: Help is good."],
      },
    ],
  },
  over: "report",
  *check(report) {
    for (const area of report.areas) {
      if (area.rank === null || area.area.overall || area.narrative.length === 0) continue;
      const parent = parentOf(area, report);
      if (!parent || Math.abs(parent.rank! - area.rank) < SHARPLY || parent.narrative.length === 0) continue;
      if (saysContrast(area, parent, report)) continue;
      const place = area.narrative[0]!;
      yield {
        areaId: area.id,
        blockId: place.id,
        span: null,
        key: "",
        message: `${shorten(area.path, 70)} is graded ${area.grade!.label} under ${shorten(parent.area.title, 50)} graded ${parent.grade!.label}, and no sentence sets the one against the other. Say “despite this” or the like in either.`,
      };
    }
  },
});

/** The nearest graded area above; else the one that sums up the tree. */
function parentOf(area: AreaView, report: Snapshot): AreaView | null {
  const { treeOf, overallOf } = lexiconOf(report.framework);
  const above = ancestorsOf(report.framework, area.area).map(({ id }) => id);
  const overall = overallOf.get(treeOf.get(area.id) ?? null);
  for (const id of [...above.toReversed(), ...(overall === undefined ? [] : [overall])]) {
    const view = report.areaById.get(id);
    if (view && view.rank !== null) return view;
  }
  return null;
}

const CONTRAST =
  /\b(?:despite|however|although|though|whilst|while|whereas|nevertheless|nonetheless|notwithstanding|contrast|unlike|even so|but|yet|exception|better than|worse than)\b/i;

/** Which sentences of a text hold a contrast word, as indexes. */
const contrastsOf = perText(({ text, sentences }) =>
  sentences.flatMap(({ start, end }, at) => (CONTRAST.test(text.slice(start, end)) ? [at] : [])),
);

/** How far into the area’s own narrative a contrast still speaks of its grade. */
const OPENING_SENTENCES = 3;

function saysContrast(area: AreaView, parent: AreaView, report: Snapshot): boolean {
  const lexicon = lexiconOf(report.framework);
  const opening = area.narrative[0]!;
  if (contrastsOf(opening.analysis).some((at) => at < OPENING_SENTENCES)) return true;
  return parent.narrative.some((view) =>
    contrastsOf(view.analysis).some((at) => speaksOf(view, at, area, lexicon)),
  );
}

/** The sentence gives the area’s grade to something, or has most of the words of one of the area’s wordings. */
function speaksOf(view: BlockView, at: number, area: AreaView, lexicon: Lexicon): boolean {
  const { sentences, roots, statements } = view.analysis;
  const given = statements.some(
    ({ sentence, gradeId }) => gradeId === area.grade!.id && sentence.start === sentences[at]!.start,
  );
  const said = [...roots[at]!, ...(roots[at - 1] ?? [])];
  return (
    given ||
    lexicon.phrases.some(
      (phrase) =>
        phrase.areaId === area.id &&
        phrase.roots.filter((root) => said.includes(root)).length * 2 >= phrase.roots.length,
    )
  );
}
