import { backingOf, type Backing } from "#shared/consistency/backing.ts";
import { createChecker, type Checker } from "#shared/consistency/check.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import { rules } from "#shared/consistency/registry.ts";
import { isOn, summaryOf } from "#shared/consistency/rule-choice.ts";
import type { AreaView, Setting, Snapshot } from "#shared/consistency/snapshot.ts";
import { applyOperations } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { patchOf } from "#renderer/check/patch.ts";
import type { CheckAnswer, CheckFacts, CheckQuestion } from "#renderer/check/protocol.ts";

const NO_FACTS: CheckFacts = { title: "", inspectionDate: null, judgements: [], evidence: [] };

/** Holds one report as the editor has it, and answers each change with what is different from the answer before. */
export class LiveCheck {
  #checker: Checker | null = null;
  #blocks: readonly Block[] = [];
  #facts = NO_FACTS;
  #findings: readonly Finding[] = [];
  #areas = new Map<AreaId, AreaView>();
  #setting: Setting | null = null;

  answer(question: CheckQuestion): CheckAnswer {
    if (question.kind === "load") {
      const on = rules.filter((rule) => isOn(rule, question.choices));
      this.#checker = createChecker(question.framework, on);
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
      rules: question.kind === "load" ? rules.map((rule) => summaryOf(rule, question.choices)) : null,
    };
  }

  #backing(snapshot: Snapshot): Map<AreaId, Backing | null> {
    const changed = new Map<AreaId, Backing | null>();
    const before = this.#areas;
    this.#areas = new Map(snapshot.areas.map((area) => [area.id, area]));
    for (const id of before.keys()) if (!this.#areas.has(id)) changed.set(id, null);
    for (const area of snapshot.areas)
      if (before.get(area.id) !== area || this.#setting !== snapshot.setting)
        changed.set(area.id, backingOf(snapshot, area));
    this.#setting = snapshot.setting;
    return changed;
  }
}
