import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyOperations } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import { Checker, type CheckPort } from "#renderer/check/checker.ts";
import type { Checked, CheckQuestion } from "#renderer/check/protocol.ts";
import { paragraph } from "#tests/renderer/helpers/blocks.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const facts = { title: "Report", inspectionDate: null, judgements: [], evidence: [], figures: [] };

function engine() {
  const questions: CheckQuestion[] = [];
  const answers: Checked[] = [];
  const port: CheckPort = {
    postMessage: (question) => questions.push(question),
    onmessage: null,
    terminate: () => {},
  };
  const checker = new Checker(port, null, {}, (answer) => answers.push(answer));
  const reply = (turn: number): void =>
    void port.onmessage?.({
      data: { turn, findings: [{ put: turn }], backing: new Map(), rules: null },
    } as never);
  return { checker, questions, answers, reply };
}

test("the first question carries the report, later ones what changed", async () => {
  const it = engine();
  const one = paragraph("One.");
  const two = paragraph("Two.");
  it.checker.changed([one], facts, true);
  await vi.advanceTimersByTimeAsync(0);
  it.reply(1);
  it.checker.changed([one, two], facts);
  await vi.advanceTimersByTimeAsync(250);
  expect(it.questions).toMatchObject([
    { kind: "load", turn: 1, blocks: [one] },
    { kind: "change", turn: 2, operations: [{ op: "put", block: two, afterId: one.id }] },
  ]);
});

test("while the engine is busy changes wait together, and only the newest answer counts", async () => {
  const it = engine();
  let blocks: Block[] = [paragraph("One.")];
  it.checker.changed(blocks, facts, true);
  await vi.advanceTimersByTimeAsync(0);
  for (const text of ["Two.", "Three."]) {
    blocks = [...blocks, paragraph(text)];
    it.checker.changed(blocks, facts);
    await vi.advanceTimersByTimeAsync(250);
  }
  expect(it.questions).toHaveLength(1);
  it.reply(1);
  expect(it.questions).toHaveLength(2);
  it.reply(2);
  expect(it.answers.map(({ findings }) => findings)).toEqual([[1], [2]]);
  const [load, change] = it.questions;
  if (load?.kind !== "load" || change?.kind !== "change") throw new Error("unexpected questions");
  expect(applyOperations(load.blocks, change.operations)).toEqual(blocks);
});

test("facts go along only when they are new", async () => {
  const it = engine();
  const blocks = [paragraph("One.")];
  for (const [turn, told] of [facts, { ...facts }, { ...facts, title: "Renamed" }].entries()) {
    it.checker.changed(blocks, told, true);
    await vi.advanceTimersByTimeAsync(0);
    it.reply(turn + 1);
  }
  expect(it.questions.map((question) => question.facts?.title ?? null)).toEqual(["Report", null, "Renamed"]);
});

test("an answer after the end is nobody's", async () => {
  const it = engine();
  it.checker.changed([paragraph("One.")], facts, true);
  await vi.advanceTimersByTimeAsync(0);
  it.checker.stop();
  it.reply(1);
  expect(it.answers).toEqual([]);
});

test("an answer that comes while somebody writes on is not the next question: that waits for a pause", async () => {
  const it = engine();
  const one = paragraph("One.");
  it.checker.changed([one], facts, true);
  await vi.advanceTimersByTimeAsync(0);
  it.checker.changed([one, paragraph("Two.")], facts);
  await vi.advanceTimersByTimeAsync(50);
  it.reply(1);
  it.checker.changed([one, paragraph("Two.")], facts);
  expect(it.questions).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(it.questions).toHaveLength(2);
});
