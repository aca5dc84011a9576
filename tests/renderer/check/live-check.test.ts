import { expect, test } from "vitest";
import { checkReport } from "#shared/consistency/check.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { plain, type Block } from "#shared/domain/block.ts";
import { LiveCheck } from "#renderer/check/live-check.ts";
import { applyPatch } from "#renderer/check/patch.ts";
import type { CheckFacts } from "#renderer/check/protocol.ts";

const report = sketchReport({
  grades: { help: "good", leadership: "inadequate" },
  lines: ["help: The quality of help and protection is inadequate.", "leadership: Leaders are new."],
});
const facts: CheckFacts = report;

function loaded() {
  const live = new LiveCheck();
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
