import { beforeEach, expect, test } from "vitest";
import { heldUpBy } from "#shared/publication/publication-item.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { addReport } from "#tests/helpers/library.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";

let app: Awaited<ReturnType<typeof appInMemory>>;
let reportId: ReportId;
const named = paragraph("Jane Smith leads the service.", { id: "named" });
beforeEach(async () => {
  app = await appInMemory();
  const draft = smallDraft();
  reportId = addReport(app.app.context.library, {
    ...draft,
    frameworkId: null,
    judgements: [],
    blocks: [named, ...draft.blocks],
  });
});

const make = async (reason = ""): Promise<string[]> => {
  const kinds = [];
  for await (const { kind } of await app.client.exports.make({ reportId, format: "html", reason }))
    kinds.push(kind);
  return kinds;
};
const held = async () => heldUpBy(await app.client.exports.check({ reportId }));

test("what holds a report up is refused without a reason, and nothing is made", async () => {
  expect((await held()).map(({ quote }) => quote)).toEqual(["Jane Smith"]);
  await expect(make()).rejects.toMatchObject({
    data: { code: "held-up", message: expect.stringContaining("One thing has to be settled") },
  });
  await expect(make("  ")).rejects.toMatchObject({ data: { code: "held-up" } });
});

test("a reason lets it out, is kept, and is not asked for again until something else is found", async () => {
  expect(await make("She agreed to be named.")).toContain("done");
  expect(await held()).toEqual([]);
  expect(await app.client.exports.check({ reportId })).toMatchObject([
    { quote: "Jane Smith", letOut: { reason: "She agreed to be named." } },
  ]);
  expect(await make()).toContain("done");
  await app.client.reports.apply({
    reportId,
    baseRevision: (await app.client.reports.open({ reportId })).revision,
    operations: [
      { op: "put", block: paragraph("Jane Smith and Peter Jones lead.", { id: "named" }), afterId: null },
    ],
  });
  expect((await held()).map(({ quote }) => quote)).toEqual(["Peter Jones"]);
  // A file without anything new to let out does not make the first reason forgotten.
  expect((await app.client.exports.check({ reportId })).map(({ letOut }) => letOut?.reason)).toEqual([
    "She agreed to be named.",
    undefined,
  ]);
});
