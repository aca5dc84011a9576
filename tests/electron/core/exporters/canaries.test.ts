import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { attach } from "#electron/core/store/attachments.ts";
import { insertReport } from "#electron/core/store/reports.ts";
import type { ExportFormat, ExportOptions } from "#shared/api/exports.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { Figure } from "#shared/domain/figure.ts";
import { GradeId, ReportId } from "#shared/domain/ids.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { has, readWith, sayWhatIsSkipped } from "#tests/helpers/readers.ts";
import { block, paragraph, smallDraft } from "#tests/helpers/reports.ts";

sayWhatIsSkipped("pdftotext", "qpdf");

/** In every field that is not exported; a different end for each, so that a leak names its field. */
const CANARY = "CANARY";
const canary = (field: string): string => `${CANARY}-${field}`;

const reportId = ReportId.parse(canary("report-id"));
let client: Awaited<ReturnType<typeof appInMemory>>["client"];

beforeAll(async () => {
  const desk = await appInMemory();
  ({ client } = desk);
  const { write } = desk.app.context.library;
  await client.review.setDesk({ name: canary("desk"), role: "lead" });
  const draft = smallDraft();
  const item = Evidence.parse({
    id: canary("evidence-id"),
    reference: "E-987",
    kind: "interview",
    title: canary("title"),
    date: "1987-06-05",
    source: canary("source"),
    notes: canary("notes"),
    people: 9_876_543,
    sensitivity: "quotable",
  });
  const figure = Figure.parse({
    id: "figure",
    label: canary("label"),
    value: "469",
    unit: canary("unit"),
    population: canary("population"),
    evidenceId: item.id,
  });
  const cited = block({
    kind: "paragraph",
    id: "cited",
    evidenceIds: [item.id],
    bearings: { [item.id]: "contradicts" },
    inlines: [
      { kind: "text", text: "Of " },
      { kind: "figure", figureId: "figure", text: "469" },
      { kind: "evidence", evidenceId: item.id },
      { kind: "text", text: " children." },
    ],
  });
  insertReport(
    write,
    reportId,
    {
      ...draft,
      judgements: draft.judgements.map((each) => ({ ...each, rationale: canary("rationale") })),
      blocks: [...draft.blocks, cited, paragraph(`Struck out: ${canary("deleted")}.`, { id: "gone" })],
    },
    { name: canary("source-file"), sha256: "" },
    { by: canary("importer"), at: "1987-06-05T04:03:02.001Z" },
    { evidence: [item], figures: [figure] },
  );
  const file = { name: canary("file-name"), mediaType: "text/plain", bytes: Buffer.from(canary("file")) };
  attach(write, item.id, file, { by: canary("attacher"), at: "1987-06-05T04:03:02.001Z" });
  const revision = async (): Promise<number> => (await client.reports.open({ reportId })).revision;
  await client.reports.apply({
    reportId,
    baseRevision: await revision(),
    operations: [{ op: "remove", blockId: paragraph("", { id: "gone" }).id }],
  });
  await client.reports.setGrade({
    reportId,
    baseRevision: await revision(),
    areaId: draft.judgements[1]!.areaId,
    gradeId: GradeId.parse("good"),
    rationale: canary("moved"),
  });
  const about = { reportId, comment: { blockId: cited.id, quote: "children", offset: 7 } };
  await client.comments.add({ ...about, comment: { ...about.comment, text: canary("comment") } });
  await client.comments.add({
    ...about,
    comment: {
      ...about.comment,
      text: canary("private"),
      suggestion: canary("suggestion"),
      isPrivate: true,
      assignedTo: canary("assigned"),
    },
  });
  await client.versions.name({ reportId, revision: await revision(), name: canary("version") });
  await client.findings.dispose({
    reportId,
    dispositions: [
      {
        fingerprint: "f",
        basis: "b",
        rule: "quote/unbalanced",
        areaId: null,
        blockId: null,
        state: "dismissed",
        reason: canary("dismissed"),
      },
    ],
  });
  await client.review.move({
    reportId,
    baseRevision: await revision(),
    to: "in-review",
    reason: canary("stage"),
  });
  await client.dictionary.add({ dictionary: "shared", word: canary("word") });
});

async function made(format: ExportFormat, options: Partial<ExportOptions> = {}): Promise<Buffer> {
  const reason = canary("reason");
  for await (const event of await client.exports.make({ reportId, format, options, reason })) {
    if (event.kind !== "done") continue;
    expect(event.fileName).not.toContain(CANARY);
    return Buffer.from(event.content, "base64");
  }
  throw new Error("No file was made");
}

const SECRETS = [CANARY, "E-987", "1987-06-05", "June 1987", "9876543", "contradicts"];

/** In the bytes as they are, and as the encodings in which a file may hold text. */
function leaks(bytes: Buffer): string[] {
  const text = bytes.toString("latin1");
  return SECRETS.filter((secret) =>
    [
      secret,
      Buffer.from(secret, "utf16le").toString("latin1"),
      Buffer.from(secret, "utf16le").swap16().toString("latin1"),
      Buffer.from(secret).toString("hex"),
      Buffer.from(secret).toString("base64").replace(/=+$/, "").slice(0, -1),
    ].some((form) => text.toLowerCase().includes(form.toLowerCase())),
  );
}

test("canaries that are exported are found: the search sees what is there", async () => {
  expect(leaks(Buffer.from(`x ${canary("y")}`))).toEqual([CANARY]);
  expect(leaks(Buffer.from(canary("y"), "utf16le"))).toEqual([CANARY]);
  expect((await client.reports.open({ reportId })).evidence[0]?.notes).toBe(canary("notes"));
});

test("no part of a Word file holds what is not exported", async () => {
  const parts = unzipSync(await made("word"));
  // The file says which report it is a copy of; that name is random, and here it is a canary.
  for (const [name, content] of Object.entries(parts)) {
    const found = leaks(Buffer.from(content));
    expect(found, name).toEqual(name === "docProps/custom.xml" ? [CANARY] : []);
    expect(leaks(Buffer.from(name)), name).toEqual([]);
  }
  const custom = Buffer.from(parts["docProps/custom.xml"]!).toString();
  expect(custom.replace(canary("report-id"), "")).not.toContain(CANARY);
});

test("comments that are asked for are in the Word file, and notes to oneself are not", async () => {
  const parts = Object.values(unzipSync(await made("word", { comments: true })));
  const said = parts.map((content) => Buffer.from(content).toString()).join("");
  expect(said.match(/<w:comment /g)).toHaveLength(1);
  expect(said).toContain(canary("comment"));
  for (const field of ["private", "suggestion", "assigned", "notes", "dismissed"])
    expect(said).not.toContain(canary(field));
});

test("the HTML page holds none of it", async () => {
  expect(leaks(await made("html"))).toEqual([]);
});

test.skipIf(!has.qpdf || !has.pdftotext).each(["ua-1", "a-2a"] as const)(
  "no stream of the PDF (%s) holds any of it, nor does its text",
  async (pdfStandard) => {
    const bytes = await made("pdf", { pdfStandard });
    const inflated = readWith("qpdf", (f) => ["--qdf", "--object-streams=disable", f, "-"], "r.pdf", bytes);
    expect(leaks(Buffer.from(inflated))).toEqual([]);
    expect(leaks(Buffer.from(readWith("pdftotext", (f) => [f, "-"], "r.pdf", bytes)))).toEqual([]);
    expect(leaks(Buffer.from(readWith("pdfinfo", (f) => [f], "r.pdf", bytes)))).toEqual([]);
  },
);
