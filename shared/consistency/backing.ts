import { alignmentOf, wordsIn } from "#shared/consistency/alignment/area-alignment.ts";
import { MODEL_GRADES } from "#shared/consistency/alignment/model.ts";
import type { Alignment } from "#shared/consistency/alignment/reads-like.ts";
import { answerTo } from "#shared/consistency/answers.ts";
import { type Lean, leanOf } from "#shared/consistency/lean.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import type { AreaView, BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import { statementsByArea } from "#shared/consistency/stated-grades.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import { rankOf } from "#shared/domain/framework.ts";
import type { BlockId, EvidenceId } from "#shared/domain/ids.ts";

/** One sentence of the area’s narrative that judges, and which way it points. */
export interface BackingStatement {
  readonly blockId: BlockId;
  readonly paragraph: number | null;
  readonly quote: string;
  /** Characters in the block’s text, end exclusive. */
  readonly span: readonly [number, number];
  readonly polarity: "strength" | "weakness";
  /** The words that decided it; for a sentence in scale words, the grade’s. */
  readonly because: readonly string[];
  /** The sentence states the area’s grade in the words of the scale. */
  readonly statesGrade: boolean;
  /** For a weakness: the recommendation whose demand shares its words. Null where none does, and for strengths. */
  readonly answeredBy: BlockId | null;
}

/** How well an area’s grade is carried. The same for the panel, the command line and the review sheet. */
export interface Backing {
  /** Sentences that point the way of the grade. In report order. */
  readonly supports: readonly BackingStatement[];
  /** Sentences that point the other way. */
  readonly opposes: readonly BackingStatement[];
  /** Of all statements, whichever way they point for the grade. */
  readonly strengths: number;
  readonly weaknesses: number;
  /** Behind the area’s narrative or tied to the area itself, in the order of their references. */
  readonly evidence: readonly Evidence[];
  /** Kinds of evidence, each once. */
  readonly kinds: readonly Evidence["kind"][];
  readonly words: number;
  readonly paragraphs: number;
  /**
   * Of the area’s statements, the share whose block rests on a single source: on exactly one item of evidence, or on items
   * of one kind only. A block without evidence rests on none and counts as not. 0 to 1; null where the area has no
   * statement or no evidence at all.
   */
  readonly singleSource: number | null;
  /** Of the weaknesses, those that no recommendation answers. A grade sentence needs no answer. In report order. */
  readonly unanswered: readonly BackingStatement[];
  /** Recommendations tied to the area, or justified by its narrative. */
  readonly recommendations: readonly BlockId[];
  /** How the balance of statements stands to the grade; null when there are too few to weigh. */
  readonly lean: Lean | null;
  /** What the narrative reads like, in the words of the scale; null where nothing can be said. It depends on the rest of the report. */
  readonly readsLike: Alignment | null;
  /** Fewer words than this are too little to say it of; null without a model and on scales that are not four-point. */
  readonly wordsToRead: number | null;
  /** Whether the model was tried on published reports of this family of frameworks. */
  readonly triedHere: boolean;
  /** One plain sentence that sums it up. */
  readonly summary: string;
}

/**
 * What speaks for the area’s grade and what against it. In the upper half of the scale strengths carry a grade, in
 * the lower half weaknesses do; without a grade every strength supports and every weakness opposes.
 */
export function backingOf(snapshot: Snapshot, area: AreaView): Backing {
  const upper = area.rank === null || area.rank * 2 >= snapshot.framework.grades.length;
  const supports: BackingStatement[] = [];
  const opposes: BackingStatement[] = [];
  /** Both, in report order. */
  const all: BackingStatement[] = [];
  const graded = gradeSentences(snapshot, area);
  const kindOf = new Map(snapshot.evidence.map(({ id, kind }) => [id, kind]));
  let singles = 0;
  for (const view of area.narrative) {
    if (view.block.kind === "quotation") continue;
    const single = isSingleSource(view, kindOf);
    for (const [at, sentence] of view.analysis.sentences.entries()) {
      const inScale = graded.get(key(view, sentence));
      const tone = view.analysis.tones.find((each) => each.sentence.start === sentence.start);
      const score = tone?.score ?? 0;
      if (!inScale && score === 0) continue;
      const polarity = (inScale ? inScale.rank * 2 >= snapshot.framework.grades.length : score > 0)
        ? "strength"
        : "weakness";
      const statement: BackingStatement = {
        blockId: view.id,
        paragraph: view.paragraph,
        quote: view.text.slice(sentence.start, sentence.end),
        span: [sentence.start, sentence.end],
        polarity,
        because: inScale ? [inScale.label] : tone!.because,
        statesGrade: inScale !== undefined,
        answeredBy: polarity === "weakness" && !inScale ? (answerTo(snapshot, view, at)?.id ?? null) : null,
      };
      if (single) singles++;
      all.push(statement);
      const carries =
        inScale && area.rank !== null ? inScale.rank === area.rank : (polarity === "strength") === upper;
      (carries ? supports : opposes).push(statement);
    }
  }
  const evidence = evidenceBehind(snapshot, area);
  const kinds = [...new Set(evidence.map((each) => each.kind))];
  const recommendations = area.recommendations.map((view) => view.id);
  const strengths = all.filter(({ polarity }) => polarity === "strength").length;
  const weaknesses = all.length - strengths;
  const lean = leanOf(strengths, weaknesses, area.rank, snapshot.framework.grades.length);
  return {
    supports,
    opposes,
    strengths,
    weaknesses,
    evidence,
    kinds,
    singleSource: evidence.length === 0 || all.length === 0 ? null : singles / all.length,
    unanswered: all.filter(
      ({ polarity, statesGrade, answeredBy }) =>
        polarity === "weakness" && !statesGrade && answeredBy === null,
    ),
    words: wordsIn(area),
    paragraphs: area.narrative.filter((view) => view.block.kind === "paragraph").length,
    recommendations,
    lean,
    readsLike: alignmentOf(area, snapshot),
    wordsToRead:
      snapshot.framework.grades.length === MODEL_GRADES ? (snapshot.model?.minWords ?? null) : null,
    triedHere: snapshot.model?.families.includes(snapshot.framework.family) ?? false,
    summary: `${statementsInWords(area, strengths, weaknesses, lean)}; ${evidenceInWords(evidence.length, kinds.length)}.`,
  };
}

const key = (view: BlockView, sentence: Span): string => `${view.id}|${sentence.start}`;

/** Firm statements of the area’s own grade, by block and sentence. */
function gradeSentences(snapshot: Snapshot, area: AreaView): Map<string, { rank: number; label: string }> {
  const found = new Map<string, { rank: number; label: string }>();
  for (const { statement, view, certainty } of statementsByArea(snapshot).get(area.id) ?? []) {
    if (statement.polarity === "denied" || certainty === "loose") continue;
    const rank = rankOf(snapshot.framework, statement.gradeId);
    if (rank === null) continue;
    found.set(key(view, statement.sentence), {
      rank,
      label: snapshot.framework.grades[rank]!.label.toLowerCase(),
    });
  }
  return found;
}

/** What a block rests on: tied to it as a whole, or cited in its text. */
function evidenceOf({ block }: BlockView): Set<EvidenceId> {
  const tied = new Set(block.evidenceIds);
  for (const inline of block.inlines) if (inline.kind === "evidence") tied.add(inline.evidenceId);
  return tied;
}

function isSingleSource(view: BlockView, kindOf: ReadonlyMap<EvidenceId, Evidence["kind"]>): boolean {
  const kinds = [...evidenceOf(view)].flatMap((id) => kindOf.get(id) ?? []);
  return kinds.length > 0 && new Set(kinds).size === 1;
}

function evidenceBehind(snapshot: Snapshot, area: AreaView): Evidence[] {
  const tied = new Set<EvidenceId>();
  for (const view of area.narrative) for (const id of evidenceOf(view)) tied.add(id);
  return snapshot.evidence
    .filter((each) => tied.has(each.id))
    .toSorted((a, b) => a.reference.localeCompare(b.reference, "en", { numeric: true }));
}

const COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const inWords = (count: number): string => COUNTS[count] ?? String(count);
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
const plural = (count: number, one: string, many: string): string =>
  `${inWords(count)} ${count === 1 ? one : many}`;

const BALANCE: Readonly<Record<Lean["direction"], string>> = {
  true: ", as is usual under this grade",
  better: ", more strength than reports of this grade usually show",
  worse: ", more weakness than reports of this grade usually show",
};

function statementsInWords(area: AreaView, strengths: number, weaknesses: number, lean: Lean | null): string {
  if (area.narrative.length === 0) return "No paragraph is tied to this area";
  if (strengths + weaknesses === 0) return "No sentence speaks of strength or weakness";
  const counted = capital(
    `${plural(strengths, "strength", "strengths")} and ${plural(weaknesses, "weakness", "weaknesses")}`,
  );
  const stated = `${counted} ${strengths + weaknesses === 1 ? "is" : "are"} stated`;
  if (area.grade === null) return `${stated}, and no grade is given`;
  return stated + (lean ? BALANCE[lean.direction] : ", too few to weigh");
}

function evidenceInWords(items: number, kinds: number): string {
  if (items === 0) return "no evidence is tied";
  const ofKinds = kinds === 1 ? "of one kind" : `of ${inWords(kinds)} kinds`;
  return `${plural(items, "piece", "pieces")} of evidence ${ofKinds} ${items === 1 ? "stands" : "stand"} behind it`;
}
