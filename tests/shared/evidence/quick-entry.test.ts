import { expect, test } from "vitest";
import { Area } from "#shared/domain/framework.ts";
import { areaBegun, readQuickEntry } from "#shared/evidence/quick-entry.ts";

const areas = [
  { id: "safe", title: "Children and young people are safe", shortTitle: "Children are safe" },
  { id: "feel-safe", title: "Children and young people feel safe", shortTitle: "Children feel safe" },
  { id: "participation", title: "Participation and engagement" },
].map((area) => Area.parse(area));
const TODAY = "2026-06-20";
const read = (line: string) => readQuickEntry(line, areas, TODAY);

test("reads kind, people, area, source and direction, and leaves the rest as the title", () => {
  const { fields, unknownAreas } = read(
    "Focus group with 12 parents at Redruth #participation @parents of under-fives +",
  );
  expect(unknownAreas).toEqual([]);
  expect(fields).toEqual({
    kind: "focus-group",
    title: "Focus group with 12 parents at Redruth",
    date: null,
    source: "parents of under-fives",
    people: 12,
    notes: "",
    areaIds: ["participation"],
    direction: "strength",
    sensitivity: "paraphrase",
  });
});

test.each([
  ["Visit to the contact centre today", TODAY, "Visit to the contact centre"],
  ["Visit yesterday evening", "2026-06-19", "Visit evening"],
  ["Interview 12 June, duty manager", "2026-06-12", "Interview, duty manager"],
  ["Interview on 24 December", "2025-12-24", "Interview"],
  ["Case audit 12/06/2026", "2026-06-12", "Case audit"],
  ["Case audit 3/4/26", "2026-04-03", "Case audit"],
  ["Case audit 31/02/2026", null, "Case audit 31/02/2026"],
])("a day: %s", (line, date, title) => {
  expect(read(line).fields).toMatchObject({ date, title });
});

test.each([
  ["Spoke to the head of service", "interview"],
  ["21 case files read", "case-file"],
  ["Observed a strategy meeting", "observation"],
  ["Survey of foster carers", "survey"],
  ["Complaint about the out-of-hours team", "correspondence"],
  ["Previous inspection report", "other-inspection"],
  ["Minutes of the board", "document"],
])("a kind: %s", (line, kind) => {
  expect(read(line).fields.kind).toBe(kind);
});

test.each([
  ["x +", "strength"],
  ["x -", "weakness"],
  ["x ±", "both"],
  ["x +/-", "both"],
  ["x + -", "both"],
  ["x", "context"],
  ["well-known e-mail", "context"],
])("a direction: %s", (line, direction) => {
  expect(read(line).fields.direction).toBe(direction);
});

test.each([
  ["five young people in care", 5],
  ["12 looked after children", 12],
  ["Interview with a parent", null],
])("a number of people: %s", (line, people) => {
  expect(read(line).fields.people).toBe(people);
});

test("an area is named by id, short title or prefix; what fits none or several is said", () => {
  expect(read('x #"children feel safe"').fields.areaIds).toEqual(["feel-safe"]);
  expect(read("x #part").fields.areaIds).toEqual(["participation"]);
  expect(read("x #children").unknownAreas).toEqual(["children"]);
  expect(read("x #housing #part")).toMatchObject({
    unknownAreas: ["housing"],
    fields: { areaIds: ["participation"] },
  });
});

test("a source ends at the next mark or its own quotation mark", () => {
  expect(read("x @duty desk #part").fields.source).toBe("duty desk");
  expect(read('x @"duty desk" at night').fields).toMatchObject({ source: "duty desk", title: "x at night" });
  expect(read("write to a@b.example").fields.source).toBe("");
});

test("the area that is being named is known while it is typed", () => {
  expect(areaBegun("Visit #part")).toEqual({ name: "part", from: 7 });
  expect(areaBegun('Visit #"children f')).toBeNull();
  expect(areaBegun("Visit #part ")).toBeNull();
});
