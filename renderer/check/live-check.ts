import { backingOf, type Backing } from "#shared/consistency/backing.ts";
import { alignmentOf, chancesFor } from "#shared/consistency/alignment/area-alignment.ts";
import type { AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { createChecker, type Checker } from "#shared/consistency/check.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import { rules } from "#shared/consistency/registry.ts";
import { isOn, summaryOf } from "#shared/consistency/rule-choice.ts";
import type { AreaView, BlockView, Setting, Snapshot } from "#shared/consistency/snapshot.ts";
import { tracesOf } from "#shared/consistency/trace.ts";
import { applyOperations } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import { sameValue } from "#shared/same-value.ts";
import { patchOf } from "#renderer/check/patch.ts";
import type { CheckAnswer, CheckFacts, CheckQuestion, Ground, Grounds } from "#renderer/check/protocol.ts";

const NO_FACTS: CheckFacts = { title: "", inspectionDate: null, judgements: [], evidence: [], figures: [] };

/** Holds one report as the editor has it, and answers each change with what is different from the answer before. */
export class LiveCheck {
  #checker: Checker | null = null;
  #blocks: readonly Block[] = [];
  #facts = NO_FACTS;
  #findings: readonly Finding[] = [];
  #grounds: Grounds = new Map();
  #known = new Map<AreaId, Known>();
  #setting: Setting | null = null;
  #recommendations: readonly BlockView[] = [];
  readonly #model: AlignmentModel | null;

  /** @param model of “reads like”; without it everything else is checked */
  constructor(model: AlignmentModel | null) {
    this.#model = model;
  }

  answer(question: CheckQuestion): CheckAnswer {
    if (question.kind === "load") {
      const on = rules.filter((rule) => isOn(rule, question.choices));
      this.#checker = createChecker(question.framework, on, this.#model);
      this.#blocks = question.blocks;
    } else this.#blocks = applyOperations(this.#blocks, question.operations);
    this.#facts = question.facts ?? this.#facts;
    const { snapshot, findings } = this.#checker!.check({ ...this.#facts, blocks: this.#blocks });
    const patch = patchOf(this.#findings, findings);
    this.#findings = findings;
    return {
      turn: question.turn,
      findings: patch,
      backing: this.#backing(snapshot),
      grounds: this.#groundsNow(snapshot),
      rules: question.kind === "load" ? rules.map((rule) => summaryOf(rule)) : null,
    };
  }

  #groundsNow(snapshot: Snapshot): Grounds | null {
    const traces = tracesOf(snapshot);
    const now = new Map<BlockId, Ground>();
    for (const view of snapshot.recommendations) {
      const { blockId, share } = traces.groundOf(view);
      if (blockId !== null) now.set(view.id, { blockId, share });
    }
    if (sameValue(now, this.#grounds)) return null;
    this.#grounds = now;
    return now;
  }

  #backing(snapshot: Snapshot): Map<AreaId, Backing | null> {
    const changed = new Map<AreaId, Backing | null>();
    const before = this.#known;
    const treated = new Set(snapshot.areas.map(({ id }) => id));
    for (const id of before.keys()) if (!treated.has(id)) changed.set(id, null);
    // Grades, evidence and recommendations may speak to any area.
    const anew =
      this.#setting !== snapshot.setting || !sameViews(this.#recommendations, snapshot.recommendations);
    this.#known = new Map();
    for (const area of snapshot.areas) {
      const known = before.get(area.id);
      const chances = percentages(area, snapshot);
      const next = { area, chances, backing: backingNow(anew ? undefined : known, area, chances, snapshot) };
      this.#known.set(area.id, next);
      if (next.backing !== known?.backing) changed.set(area.id, next.backing);
    }
    this.#setting = snapshot.setting;
    this.#recommendations = snapshot.recommendations;
    return changed;
  }
}

interface Known {
  readonly area: AreaView;
  readonly chances: string;
  readonly backing: Backing;
}

/** Of an area that no edit touches, only what it reads like may be another: that hangs on the rest of the report. */
function backingNow(known: Known | undefined, area: AreaView, chances: string, snapshot: Snapshot): Backing {
  if (known?.area !== area) return backingOf(snapshot, area);
  if (known.chances === chances) return known.backing;
  return { ...known.backing, readsLike: alignmentOf(area, snapshot) };
}

/** As exact as they are shown, so that a letter typed far away changes nothing. */
const percentages = (area: AreaView, snapshot: Snapshot): string =>
  chancesFor(area, snapshot)
    ?.map((chance) => Math.round(100 * chance))
    .join(" ") ?? "";

const sameViews = (a: readonly BlockView[], b: readonly BlockView[]): boolean =>
  a.length === b.length && a.every((view, index) => view === b[index]);
