import { expect, test } from "vitest";
import { buildSnapshot, type Checkable } from "#shared/consistency/build-snapshot.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";
import { tracesOf } from "#shared/consistency/trace.ts";
import { plain, type Block } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";

const lines = [
  "help: Private fostering visits are late and poorly recorded.",
  "leadership: Supervision of newly qualified staff is irregular.",
  "help: Health assessments of disabled children are delayed.",
  "leadership: The police share information about domestic abuse.",
  "help: Missing children are offered return interviews.",
  "leadership: Leaders know their services.",
  "! now: Ensure private fostering visits are recorded.",
  "! soon: Ensure supervision of newly qualified staff is regular and frequent.",
  "! later: Ensure foster carers receive training in first aid.",
];
/** The nearest paragraph, and how well each recommendation is met there. */
const said = (report: Snapshot): unknown =>
  report.recommendations.map((view) => {
    const { blockId, share, inPlace, missing } = tracesOf(report).groundOf(view);
    return { blockId, share: share.toFixed(3), inPlace: inPlace.toFixed(3), missing };
  });
/** The same framework, unknown to every index that is kept. */
const unknown = (): Framework => ({ ...sketchFramework });
const edited = (report: Checkable, at: number, text: string): Checkable => ({
  ...report,
  blocks: report.blocks.map((block, k) => (k === at ? ({ ...block, inlines: plain(text) } as Block) : block)),
});

test("a recommendation is traced to the paragraph that holds its telling words", () => {
  const report = buildSnapshot(sketchReport({ lines }), unknown());
  const [fostering, supervision, aid] = report.recommendations.map((view) => tracesOf(report).groundOf(view));
  expect(fostering).toEqual({ blockId: "b0", share: 1, inPlace: 1, missing: [] });
  expect(supervision!.blockId).toBe("b1");
  expect(supervision!.missing).toContain("frequent");
  expect(aid!.share).toBeLessThan(0.4);
});

test("a weakness is traced to the recommendation that answers it", () => {
  const report = buildSnapshot(sketchReport({ lines }), unknown());
  const weakness = (at: number) => report.blocks[at]!.analysis.roots[0]!;
  expect(tracesOf(report).answerTo(weakness(0), []).blockId).toBe("b6");
  expect(tracesOf(report).answerTo(weakness(2), []).share).toBeLessThan(0.4);
});

test("after edits the answer is the one a fresh reading gives", () => {
  const framework = unknown();
  let report: Checkable = sketchReport({ lines });
  const steps: ((before: Checkable) => Checkable)[] = [
    (before) => edited(before, 2, "Supervision of newly qualified staff is not frequent."),
    (before) => edited(before, 0, "Nothing is said here."),
    (before) => edited(before, 8, "Ensure return interviews are offered to missing children."),
    (before) => ({ ...before, blocks: before.blocks.filter((_, k) => k !== 1) }),
    (before) => ({ ...before, blocks: before.blocks.toReversed() }),
  ];
  let snapshot = buildSnapshot(report, framework);
  said(snapshot);
  for (const step of steps) {
    report = step(report);
    snapshot = buildSnapshot(report, framework, snapshot);
    expect(said(snapshot)).toEqual(said(buildSnapshot(report, unknown())));
  }
});

test("a paragraph that comes to fit better is found though no weight has changed", () => {
  const framework = unknown();
  const some = ["Private fostering is known.", "Visits are recorded."];
  const report = sketchReport({
    lines: [
      ...Array.from({ length: 18 }, (_, k) => `help: ${some[k % 2]!}`),
      "! now: Ensure private fostering visits are recorded.",
    ],
  });
  let snapshot: Snapshot | null = null;
  const bestOf = (each: Checkable) => {
    snapshot = buildSnapshot(each, framework, snapshot);
    return tracesOf(snapshot).groundOf(snapshot.recommendations[0]!).blockId;
  };
  expect(bestOf(report)).toBe("b0");
  expect(bestOf(edited(report, 11, "Private fostering visits are recorded."))).toBe("b11");
  expect(bestOf(report)).toBe("b0");
});

test("an older snapshot still answers for itself", () => {
  const framework = unknown();
  const first = buildSnapshot(sketchReport({ lines }), framework);
  const before = said(first);
  const traces = tracesOf(first);
  said(buildSnapshot(edited(sketchReport({ lines }), 0, "Other words."), framework, first));
  expect(said(first)).toEqual(before);
  expect(traces.groundOf(first.recommendations[0]!).blockId).toBe("b0");
});
