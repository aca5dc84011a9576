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
}

/** How well an area’s grade is carried. The same for the panel, the command line and the review sheet. */
export interface Backing {
  /** Sentences that point the way of the grade. In report order. */
  readonly supports: readonly BackingStatement[];
  /** Sentences that point the other way. */
  readonly opposes: readonly BackingStatement[];
  /** Behind the area’s narrative or tied to the area itself, in the order of their references. */
  readonly evidence: readonly Evidence[];
  /** Kinds of evidence, each once. */
  readonly kinds: readonly Evidence["kind"][];
  readonly words: number;
  readonly paragraphs: number;
  /** Recommendations tied to the area, or justified by its narrative. */
  readonly recommendations: readonly BlockId[];
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
  const graded = gradeSentences(snapshot, area);
  for (const view of area.narrative) {
    if (view.block.kind === "quotation") continue;
    for (const sentence of view.analysis.sentences) {
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
      };
      const carries =
        inScale && area.rank !== null ? inScale.rank === area.rank : (polarity === "strength") === upper;
      (carries ? supports : opposes).push(statement);
    }
  }
  const evidence = evidenceBehind(snapshot, area);
  const kinds = [...new Set(evidence.map((each) => each.kind))];
  const own = new Set(area.narrative.map((view) => view.id));
  const recommendations = snapshot.recommendations
    .filter(
      (view) => view.areaIds.includes(area.id) || view.block.justifiedBy.some((blockId) => own.has(blockId)),
    )
    .map((view) => view.id);
  return {
    supports,
    opposes,
    evidence,
    kinds,
    words: area.narrative.reduce((sum, view) => sum + view.words, 0),
    paragraphs: area.narrative.filter((view) => view.block.kind === "paragraph").length,
    recommendations,
    summary: summaryOf(area, supports.length, opposes.length, evidence.length, kinds.length),
  };
}

const key = (view: BlockView, sentence: Span): string => `${view.id}|${sentence.start}`;

/** Firm statements of the area’s own grade, by block and sentence. */
function gradeSentences(snapshot: Snapshot, area: AreaView): Map<string, { rank: number; label: string }> {
  const found = new Map<string, { rank: number; label: string }>();
  for (const { statement, view, certainty } of statementsByArea(snapshot).get(area.id) ?? []) {
    if (statement.negated || certainty === "loose") continue;
    const rank = rankOf(snapshot.framework, statement.gradeId);
    if (rank === null) continue;
    found.set(key(view, statement.sentence), {
      rank,
      label: snapshot.framework.grades[rank]!.label.toLowerCase(),
    });
  }
  return found;
}

function evidenceBehind(snapshot: Snapshot, area: AreaView): Evidence[] {
  const tied = new Set<EvidenceId>();
  for (const view of area.narrative) {
    for (const id of view.block.evidenceIds) tied.add(id);
    for (const inline of view.block.inlines) if (inline.kind === "evidence") tied.add(inline.evidenceId);
  }
  return snapshot.evidence
    .filter((each) => tied.has(each.id))
    .toSorted((a, b) => a.reference.localeCompare(b.reference, "en", { numeric: true }));
}

const COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const inWords = (count: number): string => COUNTS[count] ?? String(count);
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
const plural = (count: number, one: string, many: string): string =>
  `${inWords(count)} ${count === 1 ? one : many}`;

function summaryOf(area: AreaView, supports: number, opposes: number, items: number, kinds: number): string {
  const evidence =
    items === 0
      ? "no evidence is tied"
      : `${plural(items, "piece", "pieces")} of evidence ${kinds === 1 ? "of one kind" : `of ${inWords(kinds)} kinds`} ${items === 1 ? "stands" : "stand"} behind it`;
  if (area.narrative.length === 0) return `No paragraph is tied to this area; ${evidence}.`;
  if (area.grade === null) {
    const strengths = `${plural(supports, "sentence speaks", "sentences speak")} of strength`;
    return `Not graded yet: ${strengths}, ${opposes === 0 ? "none" : inWords(opposes)} of weakness; ${evidence}.`;
  }
  if (supports + opposes === 0)
    return `No sentence carries the grade, and none points the other way; ${evidence}.`;
  const carry =
    supports === 0
      ? "no statement carries the grade"
      : plural(supports, "statement carries the grade", "statements carry the grade");
  const against =
    opposes === 0
      ? "none points the other way"
      : plural(opposes, "points the other way", "point the other way");
  return `${capital(carry)}, ${against}; ${evidence}.`;
}
