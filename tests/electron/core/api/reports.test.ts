import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "#electron/core/app.ts";
import { plain } from "#shared/domain/block.ts";
import { AreaId, GradeId, type ReportId } from "#shared/domain/ids.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { addReport } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

let app: App;
let client: Awaited<ReturnType<typeof appInMemory>>["client"];
let reportId: ReportId;
beforeAll(async () => {
  ({ app, client } = await appInMemory());
  reportId = addReport(app.context.library, smallDraft());
});
afterAll(() => app.close());

test("an edit, a grade and a new title are three revisions", async () => {
  const { blocks } = await client.reports.open({ reportId });
  const block = { ...blocks[1]!, inlines: plain("Now good.") } as (typeof blocks)[number];
  const operations = [{ op: "put" as const, block, afterId: blocks[0]!.id }];
  expect((await client.reports.apply({ reportId, baseRevision: 1, operations })).revision).toBe(2);
  const areaId = AreaId.parse("safeguarding.overall-effectiveness");
  const graded = await client.reports.setGrade({
    reportId,
    baseRevision: 2,
    areaId,
    gradeId: GradeId.parse("good"),
    rationale: "",
  });
  expect(graded).toMatchObject({ revision: 3, judgement: { gradeId: "good" } });
  expect(graded.changedBlocks).toHaveLength(1);
  expect((await client.reports.describe({ reportId, baseRevision: 3, title: "Renamed" })).revision).toBe(4);
  expect(await client.reports.open({ reportId })).toMatchObject({ title: "Renamed", revision: 4 });
});

test("a stale revision is a conflict that says the text is still there", async () => {
  const operations = [{ op: "remove" as const, blockId: smallDraft().blocks[0]!.id }];
  await expect(client.reports.apply({ reportId, baseRevision: 1, operations })).rejects.toMatchObject({
    code: "FAULT",
    data: { code: "conflict", remedy: expect.stringContaining("still in the window") },
  });
});

test("links are refused unless they are web or mail addresses", async () => {
  const { blocks, revision } = await client.reports.open({ reportId });
  const inlines = [{ kind: "text" as const, text: "x", href: "javascript:alert(1)" }];
  const block = { ...blocks[1]!, inlines } as (typeof blocks)[number];
  const operations = [{ op: "put" as const, block, afterId: blocks[0]!.id }];
  await expect(client.reports.apply({ reportId, baseRevision: revision, operations })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

test("archiving hides a report and brings it back", async () => {
  await client.reports.archive({ reportId, archived: true });
  expect(await client.library.list({})).toEqual([]);
  expect(await client.library.list({ archived: true })).toHaveLength(1);
  await client.reports.archive({ reportId, archived: false });
  expect(await client.library.list({})).toHaveLength(1);
});

test("a fault of our own never shows its cause", async () => {
  const closed = await appInMemory();
  closed.app.close();
  await expect(closed.client.library.list({})).rejects.toMatchObject({
    data: { code: "unexpected", message: expect.not.stringContaining("database") },
  });
});

test("an export streams its steps and ends with the file", async () => {
  const events = [];
  const reason = "A draft for the team.";
  for await (const event of await client.exports.make({ reportId, format: "html", reason }))
    events.push(event);
  expect(events.map(({ kind }) => kind)).toEqual(["step", "step", "done"]);
  const done = events.at(-1);
  if (done?.kind !== "done") throw new Error("no file");
  expect(done.fileName).toBe("anyshire-2009-09-30.html");
  expect(Buffer.from(done.content, "base64").toString()).toContain("<title>Renamed</title>");
});

test("evidence gets its number from the report", async () => {
  const draft = { id: null, kind: "interview" as const, title: "Head of service", date: null };
  const item = await client.evidence.put({
    reportId,
    evidence: {
      ...draft,
      source: "",
      people: null,
      notes: "",
      areaIds: [],
      direction: "context",
      sensitivity: "paraphrase",
    },
  });
  expect(item.reference).toBe("E-001");
  await client.evidence.remove({ reportId, evidenceId: item.id });
  expect((await client.reports.open({ reportId })).evidence).toEqual([]);
});

test("a removed item comes back under its reference, and a file kept with it leaves only as a copy", async () => {
  const fields = { id: null, kind: "interview" as const, title: "Head of service", date: null };
  const rest = { source: "", people: null, notes: "", areaIds: [] };
  const item = await client.evidence.put({
    reportId,
    evidence: { ...fields, ...rest, direction: "weakness", sensitivity: "never" },
  });
  const at = { reportId, evidenceId: item.id };
  const big = new Uint8Array(50 * 1024 * 1024).fill(7);
  const { attachments } = await client.evidence.attach({ ...at, file: new File([big], "../notes:1.txt") });
  expect(attachments).toMatchObject([
    { name: "notes 1.txt", size: big.length, mediaType: "application/octet-stream" },
  ]);
  await expect(
    client.evidence.attach({ ...at, file: new File([big, "!"], "film.mp4") }),
  ).rejects.toMatchObject({ data: { code: "too-large", message: expect.stringContaining("51 MB") } });
  await client.evidence.remove(at);
  const hash = attachments[0]!.hash;
  await expect(client.exports.attachment({ ...at, hash })).rejects.toMatchObject({
    data: { code: "not-found" },
  });
  expect(await client.evidence.restore(at)).toEqual({ ...item, attachments });
  for await (const event of await client.exports.attachment({ ...at, hash })) {
    if (event.kind !== "done") throw new Error("no file");
    expect(event.fileName).toBe("notes 1.txt");
    expect(Buffer.from(event.content, "base64").equals(big)).toBe(true);
  }
  expect((await client.evidence.detach({ ...at, hash })).attachments).toEqual([]);
});
