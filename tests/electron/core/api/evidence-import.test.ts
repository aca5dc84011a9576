import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { App } from "#electron/core/app.ts";
import { logAsCsv, logAsXlsx } from "#electron/core/exporters/evidence-log.ts";
import { readSheets } from "#electron/core/importers/spreadsheet/read-sheets.ts";
import { addToLibrary } from "#electron/core/api/imports.ts";
import type { EvidenceImportEvent, EvidenceReadEvent } from "#shared/api/evidence-import.ts";
import { DIRECTIONS, Evidence, EVIDENCE_KINDS, fieldsOf, SENSITIVITIES } from "#shared/domain/evidence.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { ImportedReport } from "#shared/domain/report.ts";
import { guessMapping } from "#shared/evidence/mapping.ts";
import { readRows } from "#shared/evidence/read-rows.ts";
import {
  book,
  csv,
  LOG,
  mutated,
  type Rows,
  seeded,
  utf16,
} from "#tests/electron/core/importers/spreadsheet-files.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

let app: App;
let client: Awaited<ReturnType<typeof appInMemory>>["client"];
let reportId: ReportId;
beforeAll(async () => ({ app, client } = await appInMemory()));
afterAll(() => app.close());
beforeEach(() => {
  const draft = ImportedReport.parse(smallDraft());
  reportId = addToLibrary(app.context, draft, { name: "draft.txt", bytes: new Uint8Array() });
});

async function read(
  content: BlobPart,
  name = "log.csv",
): Promise<Extract<EvidenceReadEvent, { kind: "read" }>> {
  for await (const event of await client.evidenceImport.read({ reportId, file: new File([content], name) })) {
    if (event.kind === "refused") throw new Error(event.fault.message);
    if (event.kind === "read") return event;
  }
  throw new Error("nothing was read");
}

async function commit(
  { readingId, mapping }: Pick<Extract<EvidenceReadEvent, { kind: "read" }>, "readingId" | "mapping">,
  duplicates: "merge" | "skip" | "add" = "skip",
  leaveOutProblems = false,
): Promise<Extract<EvidenceImportEvent, { kind: "done" }>> {
  const input = { reportId, readingId, mapping, duplicates, leaveOutProblems };
  for await (const event of await client.evidenceImport.commit(input))
    if (event.kind === "done") return event;
  throw new Error("nothing was imported");
}

type ReadFile = Extract<EvidenceReadEvent, { kind: "read" }>;
const preview = ({ readingId, mapping }: Pick<ReadFile, "readingId" | "mapping">) =>
  client.evidenceImport.preview({ reportId, readingId, mapping });

const log = async (): Promise<Evidence[]> => (await client.reports.open({ reportId })).evidence;

test.each([
  ["commas", csv(LOG)],
  ["semicolons", csv(LOG, ";")],
  ["tabs", csv(LOG, "\t")],
  ["a byte order mark", `\uFEFF${csv(LOG)}`],
  ["UTF-16", utf16(csv(LOG))],
  ["UTF-16, big end first", utf16(csv(LOG), false)],
  [
    "Windows’ own letters",
    new Uint8Array(
      Buffer.from(
        csv(LOG).replace(/[’“”]/g, (sign) => String.fromCharCode({ "’": 0x92, "“": 0x93, "”": 0x94 }[sign]!)),
        "latin1",
      ),
    ),
  ],
  ["Excel", book(LOG)],
  ["LibreOffice", book(LOG, "ods")],
] as [string, BlobPart][])("a log in %s becomes items", async (_what, content) => {
  const { mapping } = await read(content, "log");
  expect(mapping.columns).toEqual(["reference", "date", "kind", "title", "source", "people", "notes"]);
  await commit(await read(content, "log"));
  expect(await log()).toMatchObject([
    { reference: "E-001", date: "2009-09-14", kind: "interview", people: 1, source: "Children’s services" },
    { reference: "E-002", date: "2009-09-15", kind: "focus-group", people: 12, notes: "“They listen.”" },
    { reference: "E-003", date: "2009-09-16", kind: "case-file", people: null },
  ]);
});

test("real dates of Excel are dates, and a mapping is remembered for the same headings", async () => {
  const rows: Rows = [
    ["Day it was", "Title", "Sort"],
    [40178, "A visit to the home", "Séance"],
  ];
  const file = book(rows, "xlsx", (sheet) => void (sheet.A2 = { t: "n", v: 40178, z: "dd/mm/yyyy" }));
  const first = await read(file);
  expect(first.remembered).toBe(false);
  const mapping = {
    ...first.mapping,
    columns: ["date", "title", "kind"] as ("date" | "title" | "kind")[],
    words: { kind: { seance: "observation" } },
  };
  expect(
    (await client.evidenceImport.preview({ reportId, readingId: first.readingId, mapping })).unknown,
  ).toEqual([]);
  await commit({ ...first, mapping });
  expect(await log()).toMatchObject([{ reference: "E-001", date: "2009-12-31", kind: "observation" }]);
  expect(await read(file)).toMatchObject({ remembered: true, mapping });
});

test("all or nothing: a row that cannot be read stops the import unless it is left out", async () => {
  const content = csv([...LOG, ["E-004", "31/02/2009", "Interview", "Too late in February", "", "", ""]]);
  const reading = await read(content);
  const shown = await preview(reading);
  expect(shown).toMatchObject({ count: 3, problemRows: 1, problems: [{ row: 5, column: "B" }] });
  await expect(commit(reading)).rejects.toMatchObject({
    code: "FAULT",
    message: "One row cannot be read as evidence.",
  });
  expect(await log()).toEqual([]);
  expect(await commit(reading, "skip", true)).toMatchObject({ added: 3, leftOut: 1 });
  // What was imported is not kept in memory besides.
  await expect(preview(reading)).rejects.toMatchObject({
    data: { code: "not-found" },
  });
});

test("duplicates are merged, skipped or added, and the whole import is undone but for what was used since", async () => {
  await commit(await read(csv(LOG)));
  const before = await log();
  const again: Rows = [
    [...LOG[0]!, "Area"],
    [
      "E-001",
      "14/09/2009",
      "Interview",
      "Head of service",
      "Children’s services",
      "3",
      "More.",
      "safeguarding.partnerships",
    ],
    ["", "16/9/2009", "Case file", "CASE 12!", "", "2", "", ""],
    ["", "17/9/2009", "Case file", "Case 13", "", "", "", ""],
    ["", "17/9/2009", "Case file", "Case 14", "", "", "", ""],
    ["", "17/9/2009", "Case file", "Case 15", "", "", "", ""],
    ["", "17/9/2009", "Case file", "case 15", "", "4", "", ""],
  ];
  const reading = await read(csv(again));
  const { duplicates } = await preview(reading);
  expect(duplicates.map(({ row, of }) => [row, of.kind === "item" ? of.reference : of.row])).toEqual([
    [2, "E-001"],
    [3, "E-003"],
    [7, 6],
  ]);
  const done = await commit(reading, "merge");
  expect(done).toMatchObject({ added: 3, merged: 3, skipped: 0 });
  const after = await log();
  expect(
    after.map(({ reference, people, notes, areaIds }) => [reference, people, notes, areaIds.length]),
  ).toEqual([
    ["E-001", 1, "Plans are kept.\n\nMore.", 1],
    ["E-002", 12, "“They listen.”", 0],
    ["E-003", 2, "No plan on file, for six months.", 0],
    ["E-004", null, "", 0],
    ["E-005", null, "", 0],
    ["E-006", 4, "", 0],
  ]);
  const { blocks, revision } = await client.reports.open({ reportId });
  const [, , , tied, edited] = after;
  const block = { ...blocks[1]!, evidenceIds: [tied!.id] };
  await client.reports.apply({
    reportId,
    baseRevision: revision,
    operations: [{ op: "put", block, afterId: blocks[0]!.id }],
  });
  await client.evidence.put({
    reportId,
    evidence: { ...fieldsOf(edited!), id: edited!.id, notes: "Seen again." },
  });
  const undone = await client.evidenceImport.undo({ reportId, importId: done.importId });
  expect(undone).toMatchObject({
    removed: 1,
    restored: 2,
    left: [
      { reference: "E-004", why: "tied" },
      { reference: "E-005", why: "edited" },
    ],
  });
  expect((await log()).slice(0, 3)).toEqual(before);
  expect((await log()).map(({ reference }) => reference)).toEqual([
    "E-001",
    "E-002",
    "E-003",
    "E-004",
    "E-005",
  ]);
  await expect(client.evidenceImport.undo({ reportId, importId: done.importId })).rejects.toMatchObject({
    data: { code: "not-found" },
  });
});

test("a fault of an import says what is wrong, and nothing is left behind", async () => {
  const events = [];
  const file = new File(["%PDF-1.7"], "log.csv");
  for await (const event of await client.evidenceImport.read({ reportId, file })) events.push(event);
  expect(events).toMatchObject([
    { kind: "reading" },
    { kind: "refused", fault: { message: "This is a PDF, not a spreadsheet." } },
  ]);
  const controller = new AbortController();
  controller.abort();
  const stopped = await client.evidenceImport
    .read({ reportId, file: new File([csv(LOG)], "log.csv") }, { signal: controller.signal })
    .catch(() => null);
  for await (const event of stopped ?? []) expect(event.kind).toBe("reading");
  expect(await log()).toEqual([]);
});

const text = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", maxLength })
    .map((each) => each.replace(/\p{Cc}|[\uD800-\uDFFF\uFFFD-\uFFFF]/gu, ""));
const opening = fc.constantFrom("", "=", "+", "-", "@", "'", "''=", "'=1+1", "-5");
const written = (maxLength: number) => fc.tuple(opening, text(maxLength)).map((parts) => parts.join(""));
const squeezed = (words: string): string => words.replace(/\s+/g, " ").trim();

test("an exported log reads back with nothing lost, and no cell of it is a formula", () => {
  const framework = app.context.frameworks.find(({ id }) => id === "slac-2009")!;
  const areas = framework.areas.filter(({ kind }) => kind !== "group").map(({ id }) => id);
  const item = fc.record({
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    title: written(40).map((words) => squeezed(words) || "Untitled"),
    date: fc.constantFrom(null, "2009-12-31", "1999-02-28"),
    source: written(30).map((words) => words.trim()),
    people: fc.option(fc.integer({ min: 0, max: 500 })),
    notes: fc
      .tuple(written(60), written(20))
      .map(([a, b]) => (`${a}${b}`.trim() === "" ? "" : `${a}\n- ${b}`)),
    areaIds: fc.uniqueArray(fc.constantFrom(...areas), { maxLength: 3 }),
    direction: fc.constantFrom(...DIRECTIONS),
    sensitivity: fc.constantFrom(...SENSITIVITIES),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (fields) => {
      const items = fields.map((each, index) =>
        Evidence.parse({ ...each, id: randomUUID(), reference: `E-${String(index + 1).padStart(3, "0")}` }),
      );
      const asCsv = logAsCsv(items, framework);
      for (const [name, bytes] of [
        ["log.csv", asCsv],
        ["log.xlsx", logAsXlsx(items, framework)],
      ] as const) {
        const sheets = readSheets({ name, bytes });
        const back = readRows(sheets[0]!, guessMapping(sheets, framework), framework);
        expect(back.problems).toEqual([]);
        expect(back.items.map(({ reference, fields: each }) => ({ reference, ...each }))).toEqual(
          items.map((each) => ({ reference: each.reference, ...fieldsOf(each) })),
        );
      }
      expect(new TextDecoder().decode(asCsv)).not.toMatch(/(?:^|[\r\n,])"?[=+@\t]/);
    }),
    { numRuns: 60 },
  );
});

test("10,000 rows of a messy spreadsheet", async () => {
  const random = seeded(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const dates = ["14/09/2009", "15.9.09", "16 September 2009", "2009-09-17", "40074", "n/a", ""];
  const kinds = ["Interview", "Meeting w/ staff", "FOCUS GROUP", "case file audit", "Séance", "visit", ""];
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    `E-${String(index + 1).padStart(5, "0")}`,
    pick(dates),
    pick(kinds),
    `Item ${index}: what was said about plan ${Math.floor(random() * 1e6)}`,
    pick(["Head of service", " Parents ", "Care council", ""]),
    pick(["c. 12", "2 parents", "7", "", "-"]),
    "A note of some length, with “quotes”, commas, and\na second line. ".repeat(1 + Math.floor(random() * 6)),
    pick(["Partnerships", "safeguarding.partnerships; Value for money", "", "?"]),
    pick(["+", "-", "both", ""]),
  ]);
  const messy: Rows = [
    ["Fieldwork log"],
    [],
    ["Ref", "Date", "Type", "Summary", "Who", "Numbers seen", "Notes", "Area", "+/-"],
    ...rows,
  ];
  for (const [name, content] of [
    ["log.csv", csv(messy)],
    ["log.xlsx", book(messy)],
  ] as [string, BlobPart][]) {
    const started = performance.now();
    const reading = await read(content, name);
    const at = performance.now();
    const shown = await preview(reading);
    const seen = performance.now();
    const done = await commit(reading, "skip", true);
    const end = performance.now();
    console.log(
      `${name}: read ${(at - started).toFixed(0)} ms, preview ${(seen - at).toFixed(0)} ms, import ${(end - seen).toFixed(0)} ms`,
    );
    expect(shown).toMatchObject({ count: 10_000, problemCount: 0 });
    expect(done).toMatchObject({ added: 10_000, skipped: 0 });
    const back = await client.evidenceImport.undo({ reportId, importId: done.importId });
    expect(back).toMatchObject({ removed: 10_000, left: [], evidence: [] });
  }
});

test(
  "of a damaged file every row that was promised goes in, or none, and undo leaves the log as it was",
  { timeout: 120_000 },
  async () => {
    const random = seeded(20_261_124);
    const honest: [string, Uint8Array<ArrayBuffer>][] = [
      ["log.csv", new TextEncoder().encode(csv(LOG))],
      ["log.xlsx", book(LOG)],
      ["log.ods", book(LOG, "ods")],
    ];
    const before = await log();
    const outcomes = { refused: 0, nothing: 0, imported: 0 };
    for (let file = 0; file < 150; file += 1) {
      const [name, bytes] = honest[file % honest.length]!;
      let read: ReadFile | null = null;
      for await (const event of await client.evidenceImport.read({
        reportId,
        file: new File([mutated(bytes, random)], name),
      }))
        if (event.kind === "read") read = event;
      if (!read) {
        outcomes.refused += 1;
        expect(await log()).toEqual(before);
        continue;
      }
      const { count } = await preview(read);
      const done = await commit(read, "add", true).catch(() => null);
      outcomes[done ? "imported" : "nothing"] += 1;
      expect(await log()).toHaveLength(before.length + (done ? count : 0));
      if (done) await client.evidenceImport.undo({ reportId, importId: done.importId });
      expect(await log()).toEqual(before);
    }
    // Each way out was taken, or the damage was no damage.
    expect(Math.min(outcomes.refused, outcomes.imported)).toBeGreaterThan(10);
  },
);
