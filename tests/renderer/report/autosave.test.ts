import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyOperations, type BlockOperation } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import { Fault } from "#shared/fault.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { Autosave, type SaveState } from "#renderer/report/autosave.ts";
import { paragraph } from "#tests/renderer/helpers/blocks.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const AT = "2026-01-05T14:02:00.000Z";

/** A store that answers when told to. */
function desk(start: Block[]) {
  const states: SaveState["kind"][] = [];
  const requests: { base: number; operations: BlockOperation[]; answer: PromiseWithResolvers<void> }[] = [];
  let stored = start;
  let revision = 7;
  const autosave = new Autosave(
    {
      async apply(base, operations) {
        const answer = Promise.withResolvers<void>();
        requests.push({ base, operations, answer });
        await answer.promise;
        if (base !== revision) throw new Fault("conflict", "Changed elsewhere.", "Reload.");
        stored = applyOperations(stored, operations);
        revision += 1;
        return { revision, savedAt: AT };
      },
      faultOf,
      onState: ({ kind }) => states.push(kind),
    },
    { revision: 7, blocks: start, savedAt: AT },
  );
  const answer = async (index: number, fault?: Fault): Promise<void> => {
    if (fault) requests[index]!.answer.reject(fault);
    else requests[index]!.answer.resolve();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { autosave, states, requests, answer, stored: () => stored, revision: () => revision };
}

const one = paragraph("One.");
const two = paragraph("Two.");

test("sends the difference after a pause, and says saved only after the answer", async () => {
  const it = desk([one]);
  it.autosave.changed([one, two]);
  expect(it.states).toEqual(["saving"]);
  await vi.advanceTimersByTimeAsync(399);
  expect(it.requests).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(it.requests).toMatchObject([{ base: 7, operations: [{ op: "put", block: two, afterId: one.id }] }]);
  expect(it.states).toEqual(["saving"]);
  await it.answer(0);
  expect(it.states).toEqual(["saving", "saved"]);
  expect(it.stored()).toEqual([one, two]);
});

test("a fluent writer is saved after a second and a half at the latest", async () => {
  const it = desk([one]);
  for (let at = 0; at < 1500; at += 100) {
    it.autosave.changed([one, paragraph(`Typing ${at}`, { id: "same" as never })]);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(it.requests).toHaveLength(1);
});

test("one request at a time; what is typed meanwhile goes with the next revision", async () => {
  const it = desk([one]);
  it.autosave.changed([one, two]);
  await vi.advanceTimersByTimeAsync(400);
  const three = paragraph("Three.");
  it.autosave.changed([one, two, three]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(it.requests).toHaveLength(1);
  await it.answer(0);
  await vi.advanceTimersByTimeAsync(0);
  expect(it.states).not.toContain("saved");
  expect(it.requests[1]).toMatchObject({ base: 8, operations: [{ op: "put", block: three }] });
  await it.answer(1);
  expect(it.states.at(-1)).toBe("saved");
  expect(it.stored()).toEqual([one, two, three]);
});

test("a failure is told, kept and tried again; nothing typed is lost", async () => {
  const it = desk([one]);
  it.autosave.changed([one, two]);
  await vi.advanceTimersByTimeAsync(400);
  await it.answer(0, new Fault("cannot-write", "The disk is full.", "Make room."));
  expect(it.states.at(-1)).toBe("unsaved");
  it.autosave.retry();
  await vi.advanceTimersByTimeAsync(0);
  await it.answer(1);
  expect(it.states.at(-1)).toBe("saved");
  expect(it.stored()).toEqual([one, two]);
});

test("a conflict stops: it cannot be waited out", async () => {
  const it = desk([one]);
  it.autosave.changed([one, two]);
  await vi.advanceTimersByTimeAsync(400);
  await it.answer(0, new Fault("conflict", "Changed elsewhere.", "Reload."));
  expect(it.states.at(-1)).toBe("unsaved");
  it.autosave.changed([one]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(it.requests).toHaveLength(1);
});

test("a grade is set between two saves, and later saves start from its revision and its blocks", async () => {
  const it = desk([one]);
  it.autosave.changed([one, two]);
  const given = it.autosave.exclusively((base) =>
    Promise.resolve({ revision: base + 10, savedAt: AT, changedBlocks: [{ ...one, areaIds: [] }] }),
  );
  await vi.advanceTimersByTimeAsync(0);
  await it.answer(0);
  expect((await given).revision).toBe(18);
  it.autosave.changed([{ ...one, areaIds: [] }, two, paragraph("Three.")]);
  await vi.advanceTimersByTimeAsync(400);
  expect(it.requests[1]).toMatchObject({ base: 18, operations: [{ op: "put" }] });
});

test("reading the blocks back at the start is no change", async () => {
  const it = desk([one]);
  it.autosave.begin([{ ...one }]);
  await it.autosave.flush();
  expect(it.requests).toHaveLength(0);
  expect(it.states).toEqual([]);
});
