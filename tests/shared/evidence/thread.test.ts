import { expect, test } from "vitest";
import { BlockId, EvidenceId } from "#shared/domain/ids.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { coverageOf, gapsOf } from "#shared/evidence/thread/coverage.ts";
import { leaningOn, sentenceAt, tiesOf } from "#shared/evidence/thread/leaning.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { block, paragraph } from "#tests/helpers/reports.ts";

const item = (id: string, kind: Evidence["kind"], areaIds: string[] = []): Evidence =>
  Evidence.parse({ id, reference: `E-00${id.slice(1)}`, kind, title: id, date: null, areaIds });
const partnerships = "safeguarding.partnerships";
const cited = block({
  kind: "paragraph",
  id: "p1",
  areaIds: [partnerships],
  evidenceIds: ["e1", "e2"],
  bearings: { e2: "contradicts" },
  inlines: [
    { kind: "text", text: "Plans are late. Reviews are on time." },
    { kind: "evidence", evidenceId: "e1" },
    { kind: "text", text: " Nobody knows why." },
  ],
});
const alone = paragraph("Partners meet.", { id: "p2", areaIds: [partnerships], evidenceIds: ["e1"] });
const log = [
  item("e1", "interview"),
  item("e2", "data", ["safeguarding.value-for-money"]),
  item("e3", "survey"),
];

test("a citation belongs to the sentence before it, and a tie without one to the whole paragraph", () => {
  const [first, second] = tiesOf(cited);
  expect(first).toMatchObject({ reason: "supports", sentences: [{ start: 16, end: 36 }] });
  expect(second).toMatchObject({ reason: "contradicts", tied: true, sentences: [] });
  expect(sentenceAt("One. Two.", 0)).toMatchObject({ start: 0, end: 4 });
});

test("from an item one comes to every sentence that leans on it", () => {
  expect(leaningOn([cited, alone], EvidenceId.parse("e1"))).toEqual([
    {
      blockId: BlockId.parse("p1"),
      paragraph: 1,
      reason: "supports",
      sentence: { start: 16, end: 36 },
      quote: "Reviews are on time.",
    },
    {
      blockId: BlockId.parse("p2"),
      paragraph: 2,
      reason: "supports",
      sentence: null,
      quote: "Partners meet.",
    },
  ]);
});

test("the matrix counts what speaks to an area and what its narrative rests on, and marks an only source", () => {
  const framework = loadFrameworks().find(({ id }) => id === "slac-2009")!;
  const rows = coverageOf(framework, [cited, alone], log);
  const row = (id: string) => rows.find(({ area }) => area.id === id)!;
  expect([...row(partnerships).cells].map(([kind, items]) => [kind, items.length])).toEqual([
    ["interview", 1],
    ["data", 1],
  ]);
  expect(row(partnerships).onlyKind).toBeNull();
  expect(row("safeguarding.value-for-money").onlyKind).toBe("data");
  expect(rows.some(({ area }) => area.kind === "group")).toBe(false);
});

test("what was gathered for nothing, what stands on one leg, and what is passed over in silence", () => {
  const gaps = gapsOf([cited, alone], log);
  expect(gaps.unused.map(({ id }) => id)).toEqual(["e3"]);
  expect(gaps.thin.map(({ blockId }) => blockId)).toEqual(["p2"]);
  expect(gaps.unmentioned.map(({ blockId, items }) => [blockId, items[0]!.id])).toEqual([["p1", "e2"]]);
});
