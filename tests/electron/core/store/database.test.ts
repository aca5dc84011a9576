import { createHash, randomBytes } from "node:crypto";
import { fork } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, expect, test } from "vitest";
import { listBlocks } from "#electron/core/store/blocks.ts";
import { APPLICATION_ID, openLibrary, type ReadDb } from "#electron/core/store/database.ts";
import { listComments } from "#electron/core/store/comments.ts";
import { listEvidence } from "#electron/core/store/evidence.ts";
import { listFigures } from "#electron/core/store/figures.ts";
import { createKeyFile, randomKey, readKeyFile } from "#electron/core/store/key.ts";
import { migrate, SCHEMA_VERSION } from "#electron/core/store/migrate.ts";
import { migrations } from "#electron/core/store/migrations/index.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { search } from "#electron/core/store/search.ts";
import { ReportId } from "#shared/domain/ids.ts";
import { addReport, storeAt } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";
import { scratchFolder } from "#tests/helpers/scratch.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = scratchFolder("library");
  path = join(folder, "library.plumbline");
});

/** Every file of the folder and what is in it. */
const state = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );

function filledLibrary(): { key: string; reportId: ReturnType<typeof addReport> } {
  const key = randomKey();
  const library = openLibrary(path, key);
  const reportId = addReport(library, smallDraft());
  library.close();
  return { key, reportId };
}

test("what was saved is there after reopening, and none of it is readable in the file", () => {
  const { key, reportId } = filledLibrary();
  const bytes = readFileSync(path);
  expect(bytes.includes("Partnership")).toBe(false);
  expect(bytes.includes("SQLite format 3")).toBe(false);
  const library = openLibrary(path, key);
  expect(getReport(library.read, reportId).blocks).toHaveLength(5);
  library.close();
});

test("the settings that durability and safety rest on are in force", () => {
  const library = openLibrary(path, randomKey());
  const pragma = (name: string): unknown =>
    Object.values(library.read.prepare(`PRAGMA ${name}`).get() as Record<string, unknown>)[0];
  expect({
    journal: pragma("journal_mode"),
    synchronous: pragma("synchronous"),
    locking: pragma("locking_mode"),
    foreignKeys: pragma("foreign_keys"),
    trustedSchema: pragma("trusted_schema"),
    secureDelete: pragma("secure_delete"),
    applicationId: pragma("application_id"),
    version: pragma("user_version"),
  }).toEqual({
    journal: "wal",
    synchronous: 2,
    locking: "exclusive",
    foreignKeys: 1,
    trustedSchema: 0,
    secureDelete: 1,
    applicationId: APPLICATION_ID,
    version: SCHEMA_VERSION,
  });
  library.close();
});

test("a wrong key is refused and the file is as it was", () => {
  filledLibrary();
  const before = state();
  expect(() => openLibrary(path, randomKey())).toThrow(expect.objectContaining({ code: "wrong-key" }));
  expect(state()).toEqual(before);
});

test("a library of a newer Plumbline is refused and the file is as it was", () => {
  const { key } = filledLibrary();
  const db = new Database(path);
  db.pragma("cipher='chacha20'");
  db.pragma(`key='raw:${key}'`);
  db.pragma(`user_version=${SCHEMA_VERSION + 7}`);
  db.close();
  const before = state();
  expect(() => openLibrary(path, key)).toThrow(expect.objectContaining({ code: "newer-library" }));
  expect(state()).toEqual(before);
});

test("another program's SQLite file is refused and is as it was", () => {
  const db = new Database(path);
  db.exec("CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
  db.close();
  const before = state();
  expect(() => openLibrary(path, randomKey())).toThrow(expect.objectContaining({ code: "foreign-file" }));
  expect(state()).toEqual(before);
});

test("a file of noise is refused and is as it was", () => {
  Database(path).close();
  const db = openLibrary(path, randomKey());
  db.close();
  const before = state();
  expect(() => openLibrary(path, randomBytes(32).toString("hex"))).toThrow(
    expect.objectContaining({ code: "wrong-key" }),
  );
  expect(state()).toEqual(before);
});

test("a second process is refused while the library is open, and wins once it is free", async () => {
  const { key } = filledLibrary();
  const holder = fork(join(import.meta.dirname, "hold-library.ts"), [path, key], { stdio: "ignore" });
  await new Promise((resolve) => holder.once("message", resolve));
  expect(() => openLibrary(path, key)).toThrow(expect.objectContaining({ code: "in-use" }));
  const gone = new Promise((resolve) => holder.once("exit", resolve));
  holder.kill("SIGKILL");
  await gone;
  openLibrary(path, key).close();
});

test("a key file is private, opens its library again, and its passphrase is asked for", () => {
  const keyPath = `${path}.key`;
  const key = createKeyFile(keyPath, "correct horse");
  if (process.platform !== "win32") expect(statSync(keyPath).mode & 0o777).toBe(0o600);
  expect(readFileSync(keyPath, "utf8")).not.toContain(key);
  expect(readKeyFile(keyPath, "correct horse")).toBe(key);
  expect(() => readKeyFile(keyPath, "wrong")).toThrow(expect.objectContaining({ code: "wrong-key" }));
  expect(() => readKeyFile(keyPath, null)).toThrow(expect.objectContaining({ code: "wrong-key" }));
  expect(() => createKeyFile(keyPath, null)).toThrow();
});

test("migrations are numbered without gaps, and each leaves its own version", () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  expect(storeAt(1).pragma("user_version", { simple: true })).toBe(1);
});

test("0001-initial makes the expected schema", () => {
  const rows = storeAt(1)
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_search_%' ORDER BY name",
    )
    .all();
  expect(rows.map((row) => (row as { name: string }).name)).toEqual([
    "block_areas",
    "block_evidence",
    "block_search",
    "blocks",
    "evidence",
    "evidence_areas",
    "evidence_search",
    "judgement_changes",
    "judgements",
    "operations",
    "reports",
    "settings",
  ]);
});

test("0002-dispositions leaves what was there and takes answers to findings", () => {
  const db = storeAt(1);
  db.exec(
    `INSERT INTO reports (id, title, provider, stage, revision, created_at, changed_at)
     VALUES ('r', 'Report', '', 'draft', 3, '', '')`,
  );
  migrate(db, 2);
  expect(db.prepare("SELECT title, revision FROM reports").all()).toEqual([{ title: "Report", revision: 3 }]);
  db.exec(
    `INSERT INTO dispositions (report_id, fingerprint, basis, rule, state, reason, given_by, given_at)
     VALUES ('r', 'f', 'b', 'quote/unbalanced', NULL, '', '', '')`,
  );
  db.exec("DELETE FROM reports");
  expect(db.prepare("SELECT count(*) AS left FROM dispositions").get()).toEqual({ left: 0 });
});

test("0004-evidence-log keeps items, ties and figures as they were", () => {
  const db = storeAt(3);
  db.exec(`
    INSERT INTO reports (id, title, provider, stage, revision, created_at, changed_at)
      VALUES ('r', 'Report', '', 'draft', 3, '', '');
    INSERT INTO blocks (seq, report_id, id, position, kind, content, text, words)
      VALUES (1, 'r', 'b', 1, 'paragraph', '{"kind":"paragraph","id":"b","inlines":[]}', '', 0);
    INSERT INTO evidence (report_id, id, reference, kind, title, date, source, people, notes, speaks_for) VALUES
      ('r', 'one', 'E-001', 'interview', 'Head', '2009-09-14', '', 3, 'Mailbox.', 'neither'),
      ('r', 'two', 'E-002', 'data', 'Return', NULL, '', NULL, '', 'weakness');
    INSERT INTO block_evidence (block_seq, evidence_id, ordinal) VALUES (1, 'one', 0);
    INSERT INTO figures (report_id, id, label, value, as_at, evidence_id) VALUES ('r', 'f', 'Plans', '9', NULL, 'two');
  `);
  // Read with the readers of today, who know the latest tables alone.
  migrate(db, migrations.length);
  const library = db as unknown as ReadDb;
  const reportId = ReportId.parse("r");
  const fields = { source: "", areaIds: [], sensitivity: "paraphrase", attachments: [] };
  expect(listEvidence(library, reportId)).toEqual([
    {
      ...fields,
      id: "one",
      reference: "E-001",
      kind: "interview",
      title: "Head",
      date: "2009-09-14",
      people: 3,
      notes: "Mailbox.",
      direction: "context",
    },
    {
      ...fields,
      id: "two",
      reference: "E-002",
      kind: "data",
      title: "Return",
      date: null,
      people: null,
      notes: "",
      direction: "weakness",
    },
  ]);
  expect(listBlocks(library, reportId)).toMatchObject([{ evidenceIds: ["one"], bearings: {} }]);
  expect(listFigures(library, reportId)).toMatchObject([
    { evidenceId: "two", unit: "", population: "", derived: null, counts: null },
  ]);
  expect(search(library, "mailbox", 5)).toHaveLength(1);
});

test("0007-review keeps reports, and what was in review or out for accuracy is in review", () => {
  const db = storeAt(6);
  const insert = db.prepare(
    "INSERT INTO reports (id, title, provider, stage, revision, created_at, changed_at) VALUES (?, '', '', ?, 1, '', '')",
  );
  for (const stage of ["draft", "review", "accuracy-check", "published"]) insert.run(stage, stage);
  migrate(db, 7);
  expect(db.prepare("SELECT id, stage, assigned_to, due_on FROM reports ORDER BY rowid").all()).toEqual([
    { id: "draft", stage: "draft", assigned_to: "", due_on: null },
    { id: "review", stage: "in-review", assigned_to: "", due_on: null },
    { id: "accuracy-check", stage: "in-review", assigned_to: "", due_on: null },
    { id: "published", stage: "published", assigned_to: "", due_on: null },
  ]);
});

test("0006-exports leaves what was there and takes what was let out", () => {
  const db = storeAt(5);
  db.exec(
    "INSERT INTO reports (id, title, provider, stage, revision, created_at, changed_at) VALUES ('r', 'Report', '', 'draft', 3, '', '')",
  );
  migrate(db, 6);
  expect(db.prepare("SELECT title FROM reports").all()).toEqual([{ title: "Report" }]);
  db.exec(
    "INSERT INTO exports (report_id, revision, format, let_out, reason, made_by, made_at) VALUES ('r', 3, 'pdf', '[]', '', '', '')",
  );
  db.exec("DELETE FROM reports");
  expect(db.prepare("SELECT count(*) AS left FROM exports").get()).toEqual({ left: 0 });
});

test("0008-suggestions keeps what was said", () => {
  const db = storeAt(7);
  db.exec(`
    INSERT INTO reports (id, title, provider, stage, revision, created_at, changed_at)
      VALUES ('r', 'Report', '', 'draft', 3, '', '');
    INSERT INTO comments (report_id, id, quote, at_offset, text, written_by, written_at)
      VALUES ('r', 'c', 'adequate', 4, 'Is it?', 'Ann', '2026-01-02T03:04:05.000Z');
  `);
  migrate(db, 8);
  expect(listComments(db as unknown as ReadDb, ReportId.parse("r"))).toMatchObject([
    { id: "c", quote: "adequate", assignedTo: "", isPrivate: false, suggestion: null, finding: null },
  ]);
});

test("0009-packages leaves what was there and takes packages", () => {
  const db = storeAt(8);
  db.exec(
    "INSERT INTO reports (id, title, provider, stage, revision, created_at, changed_at) VALUES ('r', 'Report', '', 'draft', 3, '', '')",
  );
  migrate(db, 9);
  db.exec("INSERT INTO packages VALUES ('p', 'r', 'l', 4, '', 3, '{}', '', '')");
  expect(db.prepare("SELECT title FROM reports").all()).toEqual([{ title: "Report" }]);
  db.exec("DELETE FROM reports");
  expect(db.prepare("SELECT count(*) AS left FROM packages").get()).toEqual({ left: 0 });
});

test("0011-report-facts leaves what was there and keeps numbers with their report", () => {
  const db = storeAt(10);
  db.exec(
    "INSERT INTO reports (id, title, provider, stage, revision, created_at, changed_at) VALUES ('r', 'Report', '', 'draft', 3, '', '')",
  );
  migrate(db, 11);
  db.exec("INSERT INTO report_facts VALUES ('r', 3, '0.1.0 {}', '{}')");
  expect(db.prepare("SELECT title FROM reports").all()).toEqual([{ title: "Report" }]);
  db.exec("DELETE FROM reports");
  expect(db.prepare("SELECT count(*) AS left FROM report_facts").get()).toEqual({ left: 0 });
});
