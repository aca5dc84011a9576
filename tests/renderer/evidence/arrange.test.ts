import { expect, test } from "vitest";
import { Evidence } from "#shared/domain/evidence.ts";
import { ParagraphBlock, plain } from "#shared/domain/block.ts";
import { AreaId, BlockId, EvidenceId } from "#shared/domain/ids.ts";
import { arrange, type EvidenceOrder, NO_FILTER, usesOf } from "#renderer/evidence/arrange.ts";

const item = (number: number, fields: Partial<Evidence> = {}): Evidence =>
  Evidence.parse({
    id: `e${number}`,
    reference: `E-${String(number).padStart(3, "0")}`,
    kind: "interview",
    title: `Title ${number}`,
    date: null,
    ...fields,
  });

const items = [
  item(1, { kind: "survey", people: 40, notes: "Parents trust the *school*", areaIds: [AreaId.parse("a")] }),
  item(2, { people: 9, date: "2026-01-02", direction: "weakness" }),
  item(3, { kind: "survey", areaIds: [AreaId.parse("b"), AreaId.parse("a")], source: "Parents" }),
];
const block = ParagraphBlock.parse({
  kind: "paragraph",
  id: BlockId.parse("p1"),
  evidenceIds: ["e2"],
  inlines: [...plain("x"), { kind: "evidence", evidenceId: "e2" }, { kind: "evidence", evidenceId: "e1" }],
});
const uses = usesOf([block]);
const order: EvidenceOrder = { by: "reference", descending: false, group: "none" };
const shown = (filter: Partial<typeof NO_FILTER>, by: Partial<EvidenceOrder> = {}): string[] =>
  arrange(items, { ...NO_FILTER, ...filter }, { ...order, ...by }, uses, null).map((line) =>
    line.kind === "group" ? `${line.title} ${line.count}` : line.item.reference,
  );

test("a block that ties and cites an item uses it once", () => {
  expect([...uses]).toEqual([
    [EvidenceId.parse("e2"), [block]],
    [EvidenceId.parse("e1"), [block]],
  ]);
});

test("every word is looked for, in title, source, notes and reference", () => {
  expect(shown({ words: "parents" })).toEqual(["E-001", "E-003"]);
  expect(shown({ words: "school PARENTS" })).toEqual(["E-001"]);
  expect(shown({ words: "e-002" })).toEqual(["E-002"]);
});

test("kind, area, direction and not cited narrow it", () => {
  expect(shown({ kind: "survey" })).toEqual(["E-001", "E-003"]);
  expect(shown({ areaId: AreaId.parse("b") })).toEqual(["E-003"]);
  expect(shown({ direction: "weakness" })).toEqual(["E-002"]);
  expect(shown({ uncited: true })).toEqual(["E-003"]);
});

test("numbers sort as numbers, and what is not known stands last either way", () => {
  expect(shown({}, { by: "people" })).toEqual(["E-002", "E-001", "E-003"]);
  expect(shown({}, { by: "people", descending: true })).toEqual(["E-001", "E-002", "E-003"]);
  expect(shown({}, { by: "cited", descending: true })).toEqual(["E-001", "E-002", "E-003"]);
});

test("an item stands under each of its areas; what has none comes last", () => {
  expect(shown({}, { group: "area" })).toEqual([
    "b 1",
    "E-003",
    "a 2",
    "E-001",
    "E-003",
    "No area 1",
    "E-002",
  ]);
  expect(shown({}, { group: "kind" })).toEqual(["Interview 1", "E-002", "Survey 2", "E-001", "E-003"]);
});
