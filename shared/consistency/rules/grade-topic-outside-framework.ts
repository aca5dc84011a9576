import { lexiconOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import type { GradeStatement } from "#shared/consistency/analysis/grade-statements.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView, BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import { findGrade } from "#shared/domain/framework.ts";

const MOST_NAMED = 4;

/**
 * The grade of a graded area in other words: where the narrative opens (“Services for looked after children in the city
 * are inadequate”), by its abbreviation, or by the people another area is for (“the support that care leavers receive”).
 */
function isGradeOfArea(
  statement: GradeStatement,
  view: BlockView,
  area: AreaView,
  report: Snapshot,
): boolean {
  const { gradeId, sentence, span } = statement;
  const said = view.text.slice(span.start, span.end).toLowerCase();
  if (
    report.areas.some(
      (other) => other !== area && other.grade?.id === gradeId && said.includes(peopleOf(other)),
    )
  )
    return true;
  if (gradeId !== area.grade?.id) return false;
  if (/^the \p{Lu}{3,} /u.test(`the${view.text.slice(span.start + 3, span.end)}`)) return true;
  const opens =
    view === area.narrative[0] || view === area.narrative.find(({ paragraph }) => paragraph !== null);
  return opens && sentence.start === view.analysis.sentences[0]?.start;
}

/** “The experiences and progress of children in care” → “children in care”. */
const peopleOf = ({ area: { title } }: AreaView): string =>
  title
    .slice(title.lastIndexOf(" of ") + 1)
    .replace(/^of /, "")
    .toLowerCase();

export const gradeTopicOutsideFramework = defineRule({
  id: "grade/topic-outside-framework",
  number: 10,
  severity: "advice",
  mode: "heuristic",
  title: "A topic that the framework does not grade is graded in scale words",
  why: "A reader takes a word of the scale for a judgement, and looks for its row in the table.",
  remedy: "Say that it contributes to the area’s grade, or describe it in other words.",
  source: "Quality assurance practice: a contributory judgement is marked as such",
  guards: [
    "Counted once an area, with the topics named.",
    "Only whole, unhedged statements of this inspection: “X is good”, not “some X are good”, “X is mostly good”.",
    "Quiet where the area’s own grade, or that of another graded area, is said in other words.",
    "“Good” and “requires improvement” are plain English too often to be taken for grades here.",
    "Quiet where the sentence says that the topic contributes, or is an aspect or a part of the judgement.",
  ],
  examples: {
    flagged: [
      { grades: { help: "good" }, lines: ["help: Services for disabled children are inadequate."] },
      {
        grades: { help: "good" },
        lines: ["help: Partnership working with the police is outstanding."],
      },
    ],
    clean: [
      {
        grades: { help: "inadequate" },
        lines: ["help: Services for the vulnerable in Croydon are inadequate."],
      },
      { grades: { help: "good" }, lines: ["help: Too many early help assessments are inadequate."] },
      { grades: { help: "good" }, lines: ["help: Attendance at these important meetings is good."] },
      {
        grades: { help: "good" },
        lines: ["help: The principal social worker knows of areas of practice that require improvement."],
      },
      {
        grades: { help: "good" },
        lines: ["help: The child protection plans require improvement to ensure that they name the outcome."],
      },
      { grades: { help: "good" }, lines: ["help: The quality of help and protection is good."] },
      {
        grades: { help: "good" },
        lines: ["help: As a contributory judgement, services for disabled children are good."],
      },
      { grades: { help: "good" }, lines: ["help: Some plans are good. Plans are mostly good."] },
    ],
  },
  over: "area",
  *check(area, report) {
    if (area.area.overall) return;
    const lexicon = lexiconOf(report.framework);
    const topics = area.narrative.flatMap((view) =>
      view.areaIds[0] === area.id
        ? view.analysis.statements
            .filter(
              (statement) =>
                isTopic(statement, view, lexicon) && !isGradeOfArea(statement, view, area, report),
            )
            .map((statement) => ({ view, statement }))
        : [],
    );
    const [first] = topics;
    if (!first) return;
    const named = topics.slice(0, MOST_NAMED).map(({ view, statement }) => {
      const said = shorten(view.text.slice(statement.span.start, statement.span.end), 38);
      return `“${said}”${view.paragraph === null ? "" : ` (${view.paragraph})`}`;
    });
    const more = topics.length > MOST_NAMED ? ` and ${topics.length - MOST_NAMED} more` : "";
    const grade = findGrade(report.framework, first.statement.gradeId)!.label.toLowerCase();
    yield {
      areaId: area.id,
      blockId: first.view.id,
      span: [first.statement.span.start, first.statement.span.end],
      message:
        topics.length === 1
          ? `${named[0]!} reads as a judgement (${grade}) that the framework does not make. Say that it contributes to ${shorten(area.path, 60)}.`
          : `${named.join(", ")}${more} read as judgements the framework does not make. Mark them as contributory.`,
    };
  },
});

const NAMES =
  /^(?!(?:there|these|this|those|it|they|and|who|that|for whom|of the|staff morale)\b)\S+ \S+ \S+/i;
/** “Good” is praise more often than a grade, and “requires improvement” a plain verb. */
const PLAIN = /\b(?:good|improvement)$/i;
/** Said of some, or said by others. */
const OF_OTHERS =
  /^(?:accurately |rightly )?(?:indicat|suggest|show|identif)\w+ that\b|\bhave identified that\b|\bsome of\b|^too (?:many|few)\b/i;
const MARKED = /\b(?:contribut|aspect|element|part of|within this|strand)/i;

function isTopic(statement: GradeStatement, view: BlockView, lexicon: Lexicon): boolean {
  if (view.block.kind === "quotation" || statement.voice !== "this-inspection") return false;
  const { form, hedged, polarity, scope, sentence } = statement;
  if (form !== "predicate" || hedged || polarity === "denied") return false;
  const elsewhere = scope.kind === "named" && scope.fit === "contains";
  if (scope.kind !== "other" && !elsewhere) return false;
  // “Outcomes on equality and diversity” in the area of that name is the area’s own.
  if (elsewhere && scope.areaIds.some((id) => view.areaIds.includes(id))) return false;
  // Without a tree there is nothing to be outside of.
  if (lexicon.phrases.length === 0) return false;
  const said = view.text.slice(statement.span.start, statement.span.end);
  // A list or a run-on clause; “there is a good …”, “these services”; “where responsiveness is good”: nothing is named.
  if (said.includes(",") || !NAMES.test(said)) return false;
  if (PLAIN.test(said) || OF_OTHERS.test(said)) return false;
  if (/\b(?:where|when|which|if)\s+$/i.test(view.text.slice(sentence.start, statement.span.start)))
    return false;
  return !MARKED.test(view.text.slice(sentence.start, sentence.end));
}
