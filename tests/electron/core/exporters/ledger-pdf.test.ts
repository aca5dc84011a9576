import { beforeEach, expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { insertReport } from "#electron/core/store/reports.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { AreaId, GradeId, ReportId } from "#shared/domain/ids.ts";
import { deskOf, type TestDesk } from "#tests/helpers/desks.ts";
import { change } from "#tests/helpers/library.ts";
import { flat, has, readWith, sayWhatIsSkipped } from "#tests/helpers/readers.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";

sayWhatIsSkipped("pdftotext");

const reportId = ReportId.parse("ledger");
const areaId = AreaId.parse("safeguarding.partnerships");
const framework = loadFrameworks().find(({ id }) => id === "slac-2009")!;
const adequate = framework.grades.find(({ id }) => id === "adequate")!;
const good = framework.grades.find(({ id }) => id === "good")!;

let desk: TestDesk;
beforeEach(async () => {
  desk = await deskOf("Lee *Lead*", "lead");
  const draft = smallDraft();
  const evidence = ["quotable", "never"].map((sensitivity, n) =>
    Evidence.parse({
      id: `e${n}`,
      reference: `E-00${n + 1}`,
      kind: "interview",
      date: null,
      sensitivity,
      title: `Title ${sensitivity}`,
      notes: `Note ${sensitivity}`,
      source: `Source ${sensitivity}`,
    }),
  );
  const tied = paragraph("Partners meet.", { id: "tied", areaIds: [areaId], evidenceIds: ["e0", "e1"] });
  insertReport(
    desk.app.context.library.write,
    reportId,
    { ...draft, blocks: [...draft.blocks, tied] },
    { name: "", sha256: "" },
    change,
    { evidence },
  );
});

const revision = async () => (await desk.client.reports.open({ reportId })).revision;
async function decide(): Promise<void> {
  const { client } = desk;
  const grade = async (gradeId: string) =>
    client.reports.setGrade({
      reportId,
      baseRevision: await revision(),
      areaId,
      gradeId: GradeId.parse(gradeId),
      rationale: "The board #meets*.",
    });
  await grade("good");
  await client.review.move({ reportId, baseRevision: await revision(), to: "in-review" });
  await client.review.setDesk({ name: "Rae Reviewer", role: "reviewer" });
  await client.review.signOff({ reportId, baseRevision: await revision(), areaId, signed: true });
  await client.review.approve({ reportId, baseRevision: await revision() });
  await client.review.setDesk({ name: "Lee *Lead*", role: "lead" });
  await grade("adequate");
}

async function printed(): Promise<{ name: string; bytes: Uint8Array; text: string }> {
  for await (const event of await desk.client.exports.ledger({ reportId })) {
    if (event.kind !== "done") continue;
    const bytes = Buffer.from(event.content, "base64");
    const text = flat(readWith("pdftotext", (file) => ["-layout", file, "-"], "ledger.pdf", bytes));
    return { name: event.fileName, bytes, text };
  }
  throw new Error("No ledger was made");
}
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}#*→]+/gu, "");

test.skipIf(!has.pdftotext)(
  "the print tells every line: who, what, why, on what evidence, before or after review, and that the chain holds",
  async () => {
    await decide();
    const { ledger } = await desk.client.review.state({ reportId });
    expect(ledger.map(({ fact }) => fact.kind)).toEqual([
      "grade",
      "stage",
      "sign-off",
      "approval",
      "stage",
      "grade",
    ]);
    const { name, bytes, text } = await printed();
    expect(name).toBe("anyshire-ledger-2009-09-30-internal.pdf");
    expect(text).toContain(ledger.at(-1)!.hash);
    for (const { hash } of ledger) expect(text).toContain(hash.slice(0, 12));
    for (const words of ["The chain holds: all 6 lines are as they were written", "For internal use only"])
      expect(text).toContain(words);
    // Cells stand beside each other on the page; each is read by itself in the tree.
    const inOrder = letters(flat(readWith("pdftotext", (file) => ["-raw", file, "-"], "ledger.pdf", bytes)));
    for (const words of [
      `${adequate.number} ${adequate.label} → ${good.number} ${good.label}`,
      `${good.number} ${good.label} → ${adequate.number} ${adequate.label}`,
      "Stage: Draft → In review",
      "Signed off",
      "Approved the report as it then stood",
      "The board #meets*.",
      "On E-001, E-002",
      "Before review",
      "After review",
      "Lee *Lead*",
      "Rae Reviewer",
    ])
      expect(inOrder, words).toContain(letters(words));
    for (const secret of ["Note", "Title", "Source", "FAILS"]) expect(text).not.toContain(secret);
    expect(Buffer.from(bytes).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(readWith("pdfinfo", (file) => [file], "ledger.pdf", bytes)).toContain("Tagged:          yes");
    const tree = readWith("pdfinfo", (file) => ["-struct", file], "ledger.pdf", bytes);
    for (const tag of ["Table", "THead", "TH"]) expect(tree).toContain(tag);
  },
);

test.skipIf(!has.pdftotext).each([
  [
    "UPDATE ledger SET written_by = 'Somebody else' WHERE number = 2",
    "Line 2 fails first: it does not follow from the one before",
  ],
  ["DELETE FROM ledger WHERE number = 3", "Line 3 fails first: it was removed"],
  [
    "UPDATE ledger SET fact = 'nothing' WHERE number = 4",
    "Line 4 fails first: it was altered so that it cannot",
  ],
  ["DELETE FROM ledger WHERE number = 6", "Line 6 fails first: it was removed, for the report’s own log"],
])("the print says in words which line fails, and marks it: %s", async (sql, words) => {
  await decide();
  desk.app.context.library.write.exec(`DROP TRIGGER ledger_is_only_added_to; ${sql}`);
  const { text } = await printed();
  expect(letters(text)).toContain(letters("The ledger is not as it was written."));
  expect(letters(text)).toContain(letters(words));
  expect(text.match(/FAILS HERE/g)).toHaveLength(1);
  expect(text).not.toContain("The chain holds");
});

test.skipIf(!has.pdftotext)("a report of which nothing was decided says so", async () => {
  const { text } = await printed();
  expect(text).toContain("Nothing has been decided yet.");
});
