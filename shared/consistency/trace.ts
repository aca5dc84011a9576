import { lexiconOf, meaningOf } from "#shared/consistency/analysis/lexicon.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { stem, wordsOf } from "#shared/consistency/analysis/words.ts";
import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import type { RecommendationView, BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import {
  octaveOf,
  TraceSide,
  type Change,
  type Trace,
  type Weighing,
} from "#shared/consistency/trace-side.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";

export interface Traces {
  /** The paragraph that comes nearest to what a recommendation demands, in its own tree if it is tied to one. */
  groundOf(recommendation: RecommendationView): Trace;
  /** The recommendation that comes nearest to a weakness; pass the same array of roots again for the same weakness. */
  answerTo(roots: readonly string[], areaIds: readonly AreaId[]): Trace;
  /** How much a root tells of what is meant: 1 where half of the narrative holds it, more the rarer it is. */
  weightOf(root: string): number;
}

/** A word the narrative never uses weighs as if it stood in this many paragraphs. */
const UNSEEN = 3;
/** Reports of one framework whose indexes are kept: the open ones. */
const MOST_KEPT = 3;

/** Where the demand ends and its purpose or manner begins. */
const PURPOSE =
  /\b(?:in order to|so that|so as to|thereby|through|by \w+ing|including|in particular|particularly|when|to (?:avoid|demonstrate|reduce|meet|make|allow|enable|support|facilitate|ensure|help|provide|improve|inform|identify))\b/;

/** Words by which recommendations order things done, whatever they ask for, and joining words. */
const ORDERS = new Set(
  "ensure improve maintain strengthen review sufficient appropriate effective robust robustly clear clearly timely accurate accurately consistent consistently address develop establish continue further quality provide provided full fully that there any they them when about from level undertaken used put place set all it systems consistency timeliness timely clarity response respond identification recognition participation engagement completion complete use regarding regard relation way do aspects aspect range so more extent application element progression process processes oversight impact effectively robustness sufficiency better work working level number capacity-to consider consideration reflect relevant particular particularly"
    .split(" ")
    .map(stem),
);

/** The roots of a demand itself, what is to be done without why. */
export const wantedOf = perText(({ text }): readonly string[] => {
  const end = PURPOSE.exec(text.slice(12));
  const words = wordsOf(text, 0, end ? end.index + 12 : text.length);
  return meaningOf(words).filter((root) => !ORDERS.has(root));
});

const kept = new WeakMap<Framework, Tracing[]>();
const ofSnapshot = new WeakMap<Snapshot, Traces>();

/**
 * Recommendations traced to narrative, and weaknesses to recommendations. What was found for the report before is
 * taken over for everything that an edit does not touch; the answer never depends on what came before.
 */
export function tracesOf(report: Snapshot): Traces {
  const known = ofSnapshot.get(report);
  if (known) return known;
  let tracings = kept.get(report.framework);
  if (!tracings) kept.set(report.framework, (tracings = []));
  const at = tracings.findIndex((each) => each.isOf(report));
  const tracing = at < 0 ? new Tracing(report.framework) : tracings.splice(at, 1)[0]!;
  tracings.unshift(tracing);
  tracings.length = Math.min(tracings.length, MOST_KEPT);
  const traces = tracing.update(report);
  ofSnapshot.set(report, traces);
  return traces;
}

/** One report as it is edited. */
class Tracing {
  readonly #treeOf: ReadonlyMap<AreaId, AreaId | null>;
  readonly #bits = new Map<AreaId | null, number>();
  readonly #narrative = new TraceSide();
  readonly #demands = new TraceSide();
  #weights = new Map<string, number>();
  #round = 0;

  constructor(framework: Framework) {
    this.#treeOf = lexiconOf(framework).treeOf;
  }

  /** Whether the report is this one, before or after an edit. */
  isOf(report: Snapshot): boolean {
    return this.#narrative.shares(report.blocks) || this.#demands.shares(report.blocks);
  }

  update(report: Snapshot): Traces {
    const round = ++this.#round;
    const treesOf = (areaIds: readonly AreaId[]): number => this.#treesOf(areaIds);
    const before = this.#narrative.octave;
    const changed = this.#narrative.update(report.blocks.filter(isTraced), treesOf);
    const demands = this.#demands.update(report.recommendations, treesOf);
    const reweighed = this.#reweigh(changed, before !== this.#narrative.octave);
    const how: Weighing = {
      weight: (root) => this.#weightOf(root),
      placeOf: (id) => report.blockById.get(id)?.index ?? Infinity,
      round,
    };
    this.#narrative.review(changed, reweighed, how);
    this.#demands.review(demands, reweighed, how);
    /** Somebody may still hold an older snapshot of the report; it is read anew then. */
    const current = (): Traces | null => {
      if (this.#round === round) return null;
      ofSnapshot.delete(report);
      return tracesOf(report);
    };
    return {
      groundOf: (view) =>
        current()?.groundOf(view) ?? this.#narrative.ask(wantedOf(view.analysis), treesOf(view.areaIds), how),
      answerTo: (roots, areaIds) =>
        current()?.answerTo(roots, areaIds) ?? this.#demands.ask(roots, treesOf(areaIds), how),
      weightOf: (root) => current()?.weightOf(root) ?? this.#weightOf(root),
    };
  }

  #treesOf(areaIds: readonly AreaId[]): number {
    let trees = 0;
    for (const areaId of areaIds) {
      const tree = this.#treeOf.get(areaId) ?? null;
      let bit = this.#bits.get(tree);
      if (bit === undefined) this.#bits.set(tree, (bit = 1 << Math.min(30, this.#bits.size)));
      trees |= bit;
    }
    return trees;
  }

  #weightOf(root: string): number {
    let weight = this.#weights.get(root);
    if (weight === undefined) {
      const count = this.#narrative.count(root);
      weight = Math.max(1, 1 + this.#narrative.octave - octaveOf(count === 0 ? UNSEEN : count));
      this.#weights.set(root, weight);
    }
    return weight;
  }

  /** The roots whose weight is another now; null for all of them. */
  #reweigh(changed: Change, all: boolean): ReadonlySet<string> | null {
    if (changed.anew || all) {
      this.#weights = new Map();
      return null;
    }
    const reweighed = new Set<string>();
    for (const doc of [...changed.gone, ...changed.come])
      for (const root of doc.analysis.rootSet) {
        const old = this.#weights.get(root);
        if (old === undefined) continue;
        this.#weights.delete(root);
        if (this.#weightOf(root) !== old) reweighed.add(root);
      }
    return reweighed;
  }
}

const isTraced = (view: BlockView): boolean => isNarrative(view.block) && view.areaIds.length > 0;
