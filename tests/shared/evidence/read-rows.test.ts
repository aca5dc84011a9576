import { expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { guessMapping, headerSignature } from "#shared/evidence/mapping.ts";
import { columnName, readRows } from "#shared/evidence/read-rows.ts";

const framework = loadFrameworks().find(({ id }) => id === "slac-2009")!;
const sheet = (...rows: string[][]) => ({ name: "Log", rows });

test("columns are told by their headings, wherever the headings stand", () => {
  const log = sheet(
    ["Anyshire fieldwork log"],
    [],
    [
      "Ref.",
      "Date of activity",
      "Type",
      "Summary",
      "Who we met",
      "No. of people",
      "Notes",
      "Area",
      "+/-",
      "Sensitivity",
      "Initials",
    ],
    [
      "E-001",
      "14/09/2009",
      "Interview",
      "Head of service",
      "Children’s services",
      "1",
      "Plans.",
      "Value for money",
      "-",
      "Never",
      "AB",
    ],
  );
  const mapping = guessMapping([sheet(["About this file"]), log], framework);
  expect(mapping).toMatchObject({
    sheet: 1,
    headerRow: 2,
    columns: [
      "reference",
      "date",
      "kind",
      "title",
      "source",
      "people",
      "notes",
      "areas",
      "direction",
      "sensitivity",
      null,
    ],
  });
  expect(headerSignature(log, 2)).toBe(
    headerSignature(
      sheet(
        [],
        [],
        log.rows[2]!.map((cell) => ` ${cell.toUpperCase()}`),
      ),
      2,
    ),
  );
});

test("without headings, columns are told by their values", () => {
  const rows = Array.from({ length: 9 }, (_, index) => [
    `A${index}`,
    `${index + 1}/9/2009`,
    index % 2 ? "Focus group" : "Home visit",
    `Talked with person ${index} about their plan`,
    String(index),
  ]);
  expect(guessMapping([sheet(...rows)], framework)).toMatchObject({
    headerRow: null,
    columns: ["reference", "date", "kind", "title", "people"],
  });
});

const mapping = {
  sheet: 0,
  headerRow: 0,
  columns: ["reference", "date", "kind", "title", "people", "areas"] as const,
  words: { kind: { mtg: "interview" }, areas: { elsewhere: "" } },
  kind: "document" as const,
};
const read = (...rows: string[][]) =>
  readRows(
    sheet(["Ref", "Date", "Kind", "Title", "People", "Areas"], ...rows),
    { ...mapping, columns: [...mapping.columns] },
    framework,
  );

test("a row is an item or says in words, with its row and column, why it is none", () => {
  const { items, problems, unknown } = read(
    ["e-007", "1/9/2009", "Mtg", "  A   meeting ", "c. 3", "Elsewhere; Safeguarding.Partnerships"],
    [],
    ["CF/12", "n/a", "Séance", "A séance", "-", "The weather"],
    ["", "32/9/2009", "", "", "some", ""],
    ["", "", "Séance", "Another", "", ""],
  );
  expect(items).toMatchObject([
    {
      row: 2,
      reference: "E-007",
      fields: {
        kind: "interview",
        title: "A meeting",
        date: "2009-09-01",
        people: 3,
        areaIds: ["safeguarding.partnerships"],
      },
    },
    {
      row: 4,
      reference: null,
      fields: {
        kind: "document",
        date: null,
        people: null,
        notes: "Reference in the spreadsheet: CF/12",
        areaIds: [],
      },
    },
    { row: 6, fields: { title: "Another" } },
  ]);
  expect(problems).toEqual([
    { row: 5, column: "D", message: expect.stringMatching(/no title.*\.$/) },
    { row: 5, column: "B", message: "“32/9/2009” is no date. A date is written like 31/12/2009." },
    { row: 5, column: "E", message: expect.stringMatching(/“some” is no number of people/) },
  ]);
  expect(unknown).toEqual([
    { field: "areas", words: "The weather", rows: 1 },
    { field: "kind", words: "Séance", rows: 2 },
  ]);
});

test("columns are named as spreadsheets name them", () => {
  expect([0, 25, 26, 51, 52, 199].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "GR"]);
});
