import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  chooseFramework,
  loadFrameworks,
  loadUserFrameworks,
  parseFramework,
  SHIPPED_FRAMEWORKS,
} from "#electron/core/frameworks.ts";
import { Framework, frameworkFor } from "#shared/domain/framework.ts";
import { Fault } from "#shared/fault.ts";
import { scratchFolder } from "#tests/helpers/scratch.ts";

const shipped = loadFrameworks();
const slac = shipped.find((framework) => framework.id === "slac-2009");
const source = readFileSync(join(SHIPPED_FRAMEWORKS, "slac-2009.json"), "utf8");
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("no fault was raised");
}

test("ships seven editions of three families, each named for its family and edition", () => {
  expect(shipped.map((framework) => framework.id)).toEqual([
    "slac-2009",
    "slac-2010",
    "slac-2013",
    "sif-2013",
    "ilacs-2018",
    "ilacs-2023",
    "ilacs-2026",
  ]);
  for (const framework of shipped) expect(framework.id).toBe(`${framework.family}-${framework.edition}`);
});

test("lists grades worst first", () => {
  for (const framework of shipped)
    expect(framework.grades.map((grade) => grade.number)).toEqual([4, 3, 2, 1]);
});

test("gives the 2009 framework 15 graded safeguarding areas and 18 for looked after children", () => {
  const graded = slac?.areas.filter((area) => area.kind === "graded").map((area) => area.id.split(".")[0]);
  expect(graded?.filter((tree) => tree === "safeguarding")).toHaveLength(15);
  expect(graded?.filter((tree) => tree === "looked-after")).toHaveLength(18);
});

test("ships the schema that the parser describes", () => {
  const written = JSON.parse(readFileSync(join(SHIPPED_FRAMEWORKS, "framework.schema.json"), "utf8"));
  expect(written).toEqual(z.toJSONSchema(Framework, { io: "input" }));
});

test("names the line of a JSON mistake", () => {
  const broken = source.replace('"family": "slac",', '"family": "slac"');
  const fault = faultOf(() => parseFramework(broken, "mine.json"));
  expect(fault.code).toBe("bad-framework");
  expect(fault.message).toContain(`mine.json cannot be used: line ${lineOf(broken, '"edition"')},`);
});

test("names the line of a wrong value and of an unknown key", () => {
  const wrong = source.replace('"number": 3', '"number": "three"');
  expect(faultOf(() => parseFramework(wrong, "mine.json")).message).toContain(
    `line ${lineOf(wrong, '"three"')}, column ${'      "number": '.length + 1}: grades.1.number`,
  );
  const extra = source.replace('"number": 3', '"colour": "red", "number": 3');
  expect(faultOf(() => parseFramework(extra, "mine.json")).message).toContain(
    `line ${lineOf(extra, '"colour"')}, column ${"      ".length + 1}: grades.1: `,
  );
});

test.each([
  ['"parent": "safeguarding"', '"parent": "nowhere"', "“nowhere” is no area above this one"],
  ['"ifGrade": "inadequate"', '"ifGrade": "dreadful"', "“dreadful” is no grade of this framework"],
  ['"id": "adequate"', '"id": "inadequate"', "the id “inadequate” is used twice"],
  ['"heading": "About this inspection"', '"areaId": "nowhere"', "“nowhere” is no area"],
  ['"recommendations": ["immediately"', '"recommendations": ["soon"', "“soon” is no timescale"],
  [
    '"Lead inspector: {lead}"',
    '"Lead inspector: {leader}"',
    "“{leader}” is no field; there are {provider}, {dates}",
  ],
])("refuses a reference that leads nowhere: %s → %s", (from, to, problem) => {
  const broken = source.replace(from, to);
  const fault = faultOf(() => parseFramework(broken, "mine.json"));
  expect(fault.message).toContain(`line ${lineOf(source, from)},`);
  expect(fault.message).toContain(problem);
});

test("reads an author's own packs, and none from a folder that is not there", () => {
  const folder = scratchFolder("frameworks");
  expect(loadUserFrameworks(join(folder, "absent"))).toEqual([]);
  writeFileSync(join(folder, "own.json"), source.replace('"id": "slac-2009"', '"id": "own-2030"'));
  expect(loadUserFrameworks(folder).map((framework) => framework.id)).toEqual(["own-2030"]);
  writeFileSync(join(folder, "again.json"), source.replace('"id": "slac-2009"', '"id": "own-2030"'));
  expect(faultOf(() => loadUserFrameworks(folder)).code).toBe("bad-framework");
});

const ilacsText = "Inspection of local authority children’s services";
const ilacsNames = [
  "The impact of leaders on social work practice with children and families",
  "The experiences and progress of children who need help and protection",
  "Overall effectiveness",
];

test.each([
  ["ilacs-2018", ["The experiences and progress of children in care and care leavers"], "2022-12-09"],
  [
    "ilacs-2023",
    ["The experiences and progress of children in care", "The experiences and progress of care leavers"],
    "2022-12-16",
  ],
  [
    "ilacs-2023",
    ["The experiences and progress of children in care", "The experiences and progress of care leavers"],
    null,
  ],
])("tells the edition %s by the areas it judges, before the date", (id, names, inspectionDate) => {
  const seen = { text: ilacsText, names: [...ilacsNames, ...names], inspectionDate };
  expect(chooseFramework(shipped, seen)?.id).toBe(id);
});

test("recognises the edition without an overall judgement", () => {
  const names = [
    ...ilacsNames.slice(0, 2),
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
  ];
  const seen = { text: ilacsText, names, inspectionDate: "2026-05-01" };
  expect(chooseFramework(shipped, seen)?.id).toBe("ilacs-2026");
});

test("does not guess: a school report names areas of ours and follows none of our frameworks", () => {
  const names = ["Overall effectiveness", "Leadership and management", "Quality of provision"];
  expect(
    chooseFramework(shipped, { text: "School inspection report", names, inspectionDate: "2010-05-01" }),
  ).toBeNull();
});

test.each([
  ["2009-09-18", "slac-2009"],
  ["2012-09-21", "slac-2010"],
  ["2013-07-19", "slac-2013"],
  ["2014-07-23", "sif-2013"],
  ["2018-02-01", "ilacs-2018"],
  ["2023-07-13", "ilacs-2023"],
  ["2026-11-02", "ilacs-2026"],
  [null, "ilacs-2026"],
  ["1999-01-01", "ilacs-2026"],
])("an inspection that ended %s follows %s", (date, expected) => {
  expect(frameworkFor(shipped, date)?.id).toBe(expected);
});

test("every framework that ships asks questions of its own, from a source it names", () => {
  for (const { id, questions } of shipped) {
    expect(questions.length, id).toBeGreaterThan(1);
    for (const { text, source } of questions) {
      expect(text).toMatch(/\?( |$)/);
      expect(source).toBeTruthy();
    }
  }
});

test("names the line of a question about an area that is not there, and of one asked twice", () => {
  const wrong = source.replace(
    /"areaIds": \[\s*"looked-after\.overall-effectiveness"\s*\]/,
    '"areaIds": ["looked-after.everything"]',
  );
  expect(faultOf(() => parseFramework(wrong, "mine.json")).message).toMatch(
    /“looked-after\.everything” is no area of this framework/,
  );
  const twice = source.replace('"id": "looked-after-and-leavers"', '"id": "singly-or-jointly"');
  expect(faultOf(() => parseFramework(twice, "mine.json")).message).toContain(
    `line ${lineOf(twice, '"id": "singly-or-jointly",\n      "text": "Do the')}`,
  );
});
