import { expect, test } from "vitest";
import { migrate } from "#electron/core/store/migrate.ts";
import { missingStyles } from "#shared/word/word-template.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { addReport, storeAt } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";
import { councilTemplate, LACKING } from "#tests/helpers/word-template.ts";

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test("0010-word-templates has room for templates and takes none from what was there", () => {
  const db = storeAt(9);
  db.prepare("INSERT INTO settings (name, value) VALUES ('rules', '{}')").run();
  migrate(db, 10);
  expect(db.prepare("SELECT count(*) AS n FROM word_templates").get()).toEqual({ n: 0 });
  expect(db.prepare("SELECT name FROM settings").all()).toEqual([{ name: "rules" }]);
});

test("a template is taken in, its styles chosen, used for a file, removed and brought back", async () => {
  const { app, client } = await appInMemory();
  const reportId = addReport(app.context.library, smallDraft());
  const file = new File([new Uint8Array(councilTemplate())], "Council report.dotx");
  const { id } = await client.templates.add({ file });
  const listed = async () => client.templates.list();
  expect((await listed())[0]).toMatchObject({ name: "Council report", chosen: {} });
  expect(missingStyles((await listed())[0]!).map((style) => style.id)).toEqual(LACKING);
  await client.templates.choose({ id, chosen: { Quotation: "CouncilBox" } });
  expect((await listed())[0]!.chosen).toEqual({ Quotation: "CouncilBox" });

  const options = { comments: false, changesSince: null, annex: true, templateId: id } as const;
  const events = await all(
    await client.exports.make({ reportId, format: "word", options, reason: "A test." }),
  );
  const done = events.at(-1);
  expect(done).toMatchObject({ kind: "done", fileName: "anyshire-2009-09-30-internal.docx" });

  await client.templates.remove({ id });
  expect(await listed()).toEqual([]);
  await expect(
    all(await client.exports.make({ reportId, format: "word", options, reason: "A test." })),
  ).rejects.toMatchObject({ data: { message: expect.stringContaining("no longer in the library") } });
  await client.templates.restore({ id });
  expect(await listed()).toHaveLength(1);
  await client.templates.remove({ id });
  await client.templates.add({ file });
  await expect(client.templates.restore({ id })).rejects.toMatchObject({ data: { code: "not-found" } });
  app.close();
});
