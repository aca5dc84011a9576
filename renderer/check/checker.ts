import type { RuleChoices } from "#shared/consistency/rule-choice.ts";
import type { Block } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { diffBlocks } from "#shared/document/operations.ts";
import { applyPatch } from "#renderer/check/patch.ts";
import type { CheckAnswer, Checked, CheckFacts, CheckQuestion } from "#renderer/check/protocol.ts";

/** As much of a Worker as is used, so that a test can stand in for one. */
export interface CheckPort {
  postMessage(question: CheckQuestion): void;
  onmessage: ((event: MessageEvent<CheckAnswer>) => unknown) | null;
  terminate(): void;
}

/** Long enough that a fast typist does not ask at every key, short enough that a finding does not lag behind. */
const PAUSE_MS = 90;
/**
 * An answer that takes long to be taken in, in a report of thousands of paragraphs, is asked for less often: the pause is
 * so many times what the last one took. Else one slow key would make a pause, and its answer the next key slow.
 */
const PAUSE_TIMES = 4;
const LONGEST_PAUSE_MS = 400;

/**
 * Asks the checker after each change, and passes on only the answer to the newest question. Answers tell what has
 * changed since the one before, so that every one is taken in, stale or not.
 */
export class Checker {
  private turn = 0;
  private answered = 0;
  private known: readonly Block[] | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private next: { blocks: readonly Block[]; facts: CheckFacts } | null = null;
  private facts: CheckFacts | null = null;
  private checked: Checked = { blocks: [], rules: [], findings: [], backing: new Map(), grounds: new Map() };
  /** The blocks of the question that is out. */
  private asked: readonly Block[] = [];
  private choices: RuleChoices;
  /** What it took to take the last answer in, and to draw it, in milliseconds. */
  private took = 0;

  private readonly port: CheckPort;
  private readonly framework: Framework | null;

  constructor(
    port: CheckPort,
    framework: Framework | null,
    choices: RuleChoices,
    onAnswer: (checked: Checked) => void,
  ) {
    this.choices = choices;
    this.port = port;
    this.framework = framework;
    port.onmessage = ({ data }) => {
      const began = performance.now();
      // After what the answer has set going.
      setTimeout(() => (this.took = performance.now() - began));
      this.answered = data.turn;
      this.checked = updated(this.checked, data, this.asked);
      if (data.turn === this.turn) onAnswer(this.checked);
      // What is still being written is waited for, as always.
      if (this.timer === null) this.ask();
    };
  }

  /** @param soon without waiting for a pause: a grade was given, a report was opened */
  changed(blocks: readonly Block[], facts: CheckFacts, soon = false): void {
    this.next = { blocks, facts };
    if (this.timer !== null) clearTimeout(this.timer);
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, PAUSE_TIMES * this.took));
    this.timer = setTimeout(
      () => {
        this.timer = null;
        this.ask();
      },
      soon ? 0 : pause,
    );
  }

  /** Other rules are asked from now on. */
  choose(choices: RuleChoices, blocks: readonly Block[], facts: CheckFacts): void {
    this.choices = choices;
    this.known = null;
    this.changed(blocks, facts, true);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.port.onmessage = null;
    this.port.terminate();
  }

  /** One question at a time: while the engine is busy, newer changes wait together. */
  private ask(): void {
    if (!this.next || this.answered < this.turn) return;
    const { blocks, facts } = this.next;
    this.next = null;
    const turn = ++this.turn;
    this.port.postMessage(
      this.known === null
        ? { kind: "load", turn, framework: this.framework, choices: this.choices, blocks, facts }
        : {
            kind: "change",
            turn,
            operations: diffBlocks(this.known, blocks),
            facts: this.facts && sameFacts(this.facts, facts) ? null : facts,
          },
    );
    this.known = blocks;
    this.asked = blocks;
    this.facts = facts;
  }
}

const sameFacts = (a: CheckFacts, b: CheckFacts): boolean =>
  a.title === b.title &&
  a.inspectionDate === b.inspectionDate &&
  a.judgements === b.judgements &&
  a.evidence === b.evidence &&
  a.figures === b.figures;

function updated(before: Checked, answer: CheckAnswer, blocks: readonly Block[]): Checked {
  const { findings, backing: changes, rules, grounds } = answer;
  const backing = changes.size === 0 ? before.backing : withChanges(before.backing, changes);
  return {
    blocks,
    rules: rules ?? before.rules,
    findings: applyPatch(before.findings, findings),
    backing,
    grounds: grounds ?? before.grounds,
  };
}

function withChanges<K, V>(before: ReadonlyMap<K, V>, changes: ReadonlyMap<K, V | null>): ReadonlyMap<K, V> {
  const after = new Map(before);
  for (const [key, changed] of changes)
    if (changed) after.set(key, changed);
    else after.delete(key);
  return after;
}

export const startWorker = (): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "plumbline-checker" });
