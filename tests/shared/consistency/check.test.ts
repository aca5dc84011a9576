import { expect, test } from "vitest";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check, checkReport, createChecker } from "#shared/consistency/check.ts";
import { Finding } from "#shared/consistency/finding.ts";
import { defineRule, type RawFinding } from "#shared/consistency/rule.ts";
import { sketch, sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { plain, type Block } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";

const CONTRADICTION = "grade/contradicted-by-statement";
const report = sketchReport({
  grades: { help: "good", leadership: "inadequate" },
  lines: [
    "Welcome.",
    "help: The quality of help and protection is inadequate.",
    "leadership: Leaders are new.",
  ],
});
const contradictions = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ rule }) => rule === CONTRADICTION);

test("a finding names its place, its words and what to do", () => {
  const [finding] = contradictions(checkReport(report, sketchFramework));
  expect(Finding.parse(finding)).toEqual(finding);
  expect(finding).toMatchObject({
    severity: "error",
    areaId: "help",
    blockId: "b1",
    paragraph: 2,
    quote: "The quality of help and protection is inadequate",
    span: [0, 48],
  });
});

test("an error comes while typing and goes when the grade or the sentence is put right", () => {
  const checker = createChecker(sketchFramework);
  const typed = (text: string, gradeId: string) =>
    contradictions(
      checker.check(sketchReport({ grades: { overall: gradeId }, lines: [`overall: ${text}`] })).findings,
    ).map(({ severity, quote }) => [severity, quote]);
  const wrong = "The overall effectiveness of safeguarding services is good";
  expect(typed("Referrals are late.", "inadequate")).toEqual([]);
  expect(typed(`Referrals are late. ${wrong}.`, "inadequate")).toEqual([["error", wrong]]);
  expect(typed(`Referrals are late. ${wrong}.`, "good")).toEqual([]);
  expect(typed("Referrals are late. The overall effectiveness is inadequate.", "inadequate")).toEqual([]);
});

test("a fingerprint stays when text is put in above, before and behind", () => {
  const [before] = contradictions(checkReport(report, sketchFramework));
  const [, tied, last] = report.blocks as [Block, Block, Block];
  const blocks: Block[] = [
    { ...last, id: BlockId.parse("new"), inlines: plain("A new paragraph.") },
    {
      ...tied,
      inlines: plain("It is late. The quality of help and protection is inadequate. More follows."),
    },
    last,
  ];
  const [after] = contradictions(checkReport({ ...report, blocks }, sketchFramework));
  expect(after!.fingerprint).toBe(before!.fingerprint);
  expect(after!.span).not.toEqual(before!.span);
});

test("the same words twice are two findings with two fingerprints", () => {
  const line = "help: The quality of help and protection is inadequate.";
  const found = contradictions(check(sketch({ grades: { help: "good" }, lines: [line, line] })));
  expect(found).toHaveLength(2);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test("findings come in report order, at one place the gravest first, without duplicates", () => {
  const rule = defineRule({
    id: "layout/probe",
    number: 0,
    severity: "warning",
    mode: "deterministic",
    title: "",
    why: "",
    remedy: "",
    source: "",
    guards: [],
    examples: { flagged: [], clean: [] },
    over: "report",
    *check(): Iterable<RawFinding> {
      const at = (index: number) => ({ areaId: null, blockId: report.blocks[index]!.id, message: "x" });
      yield { ...at(2), span: null };
      yield { ...at(1), span: [4, 8] };
      yield { ...at(1), span: [4, 8], severity: "error", message: "y" };
      yield { ...at(1), span: [4, 8] };
      yield { ...at(1), span: [0, 3] };
    },
  });
  const found = check(buildSnapshot(report, sketchFramework), [rule]);
  expect(found.map(({ blockId, span, severity }) => [blockId, span?.[0] ?? null, severity])).toEqual([
    ["b1", 0, "warning"],
    ["b1", 4, "error"],
    ["b1", 4, "warning"],
    ["b2", null, "warning"],
  ]);
});

test("without a framework the rules that need none still speak", () => {
  const plainReport = sketchReport({
    framework: null,
    lines: [
      "The service is good.",
      "Staff said ‘we are heard. Others did not.",
      "Referrals to CAMHS are slow.",
    ],
  });
  expect(checkReport(plainReport, null).map(({ rule }) => rule)).toEqual([
    "quote/unbalanced",
    "name/abbreviation-undefined",
  ]);
});

test("an empty report has no findings", () => {
  expect(
    checkReport({ title: "", inspectionDate: null, judgements: [], blocks: [] }, sketchFramework),
  ).toEqual([]);
});
