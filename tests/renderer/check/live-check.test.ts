import { expect, test } from "vitest";
import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";
import { checkReport } from "#shared/consistency/check.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { plain, type Block } from "#shared/domain/block.ts";
import { AreaId } from "#shared/domain/ids.ts";
import { LiveCheck } from "#renderer/check/live-check.ts";
import { applyPatch } from "#renderer/check/patch.ts";
import type { CheckAnswer, CheckFacts } from "#renderer/check/protocol.ts";

const report = sketchReport({
  grades: { help: "good", leadership: "inadequate" },
  lines: ["help: The quality of help and protection is inadequate.", "leadership: Leaders are new."],
});
const facts: CheckFacts = report;

function loaded() {
  const live = new LiveCheck(null);
  const first = live.answer({
    kind: "load",
    turn: 1,
    framework: sketchFramework,
    choices: {},
    blocks: report.blocks,
    facts,
  });
  return { live, first };
}

test("the first answer holds everything, the next only what an edit changed", () => {
  const { live, first } = loaded();
  expect([...first.backing.keys()]).toEqual(["help", "leadership"]);
  const put = { ...report.blocks[1]!, inlines: plain("Staff said ‘we are heard.") } as Block;
  const next = live.answer({
    kind: "change",
    turn: 2,
    operations: [{ op: "put", block: put, afterId: report.blocks[0]!.id }],
    facts: null,
  });
  expect([...next.backing.keys()]).toEqual(["leadership"]);
  const blocks = [report.blocks[0]!, put];
  expect(applyPatch(applyPatch([], first.findings), next.findings)).toEqual(
    checkReport({ ...report, blocks }, sketchFramework),
  );
  expect(next.findings.filter((piece) => "put" in piece).length).toBeGreaterThan(0);
});

test("an area nobody treats any longer loses its backing; other facts change every area’s", () => {
  const { live } = loaded();
  const judgements = report.judgements.filter(({ areaId }) => areaId === "help");
  const next = live.answer({
    kind: "change",
    turn: 2,
    operations: [{ op: "remove", blockId: report.blocks[1]!.id }],
    facts: { ...facts, judgements },
  });
  expect([...next.backing].map(([id, backing]) => [id, backing !== null])).toEqual([
    ["leadership", false],
    ["help", true],
  ]);
});

test("what an area reads like follows the rest of the report, and nothing else of it is told again", () => {
  const read = sketchReport({
    grades: { help: "good", leadership: "good" },
    lines: ["help: Help is given to all who ask.", "leadership: Leaders know how their services are run."],
  });
  const live = new LiveCheck(sketchModel);
  const ask = { turn: 1, framework: sketchFramework, choices: {}, facts: read };
  const first = live.answer({ ...ask, kind: "load", blocks: read.blocks }).backing;
  const type = (words: string) => {
    const block = { ...read.blocks[1]!, inlines: plain(words) } as Block;
    const operations = [{ op: "put" as const, block, afterId: read.blocks[0]!.id }];
    return live.answer({ kind: "change", turn: 2, operations, facts: null }).backing;
  };
  const help = AreaId.parse("help");
  const after = type("Leaders let every plan drift and all visits come late.").get(help)!;
  expect(after.readsLike!.restOfReport).toBeLessThan(first.get(help)!.readsLike!.restOfReport);
  expect(after.supports).toBe(first.get(help)!.supports);
  expect([...type("Leaders let every plan drift and all visits come late!").keys()]).toEqual(["leadership"]);
});

test("another recommendation may answer any area’s weaknesses", () => {
  const weak = sketchReport({
    grades: { help: "inadequate" },
    lines: ["help: Core group attendance is poor.", "! now: Ensure homes are inspected."],
  });
  const live = new LiveCheck(null);
  const ask = { turn: 1, framework: sketchFramework, choices: {}, facts: weak };
  const answered = (answer: CheckAnswer) =>
    answer.backing.get(AreaId.parse("help"))?.supports.map(({ answeredBy }) => answeredBy);
  expect(answered(live.answer({ ...ask, kind: "load", blocks: weak.blocks }))).toEqual([null]);
  const block = { ...weak.blocks[1]!, inlines: plain("Ensure core group attendance is recorded.") } as Block;
  const operations = [{ op: "put" as const, block, afterId: weak.blocks[0]!.id }];
  expect(answered(live.answer({ kind: "change", turn: 2, operations, facts: null }))).toEqual(["b1"]);
});
