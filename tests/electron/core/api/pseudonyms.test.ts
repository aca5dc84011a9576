import { createRouterClient } from "@orpc/server";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { router } from "#electron/core/api/router.ts";
import { openApp } from "#electron/core/app.ts";
import { openLibrary } from "#electron/core/store/database.ts";
import { readKeyFile } from "#electron/core/store/key.ts";
import { pseudonymTable } from "#electron/core/store/pseudonyms.ts";
import { ReportId } from "#shared/domain/ids.ts";
import { scratchFolder } from "#tests/helpers/scratch.ts";

const JANE = { real: "Jane Smith", pseudonym: "Child A" };

test("the table is a file of its own, encrypted like the library, and goes whole", async () => {
  const folder = scratchFolder("names");
  const path = join(folder, "mine.plumbline");
  const names = `${path}.names`;
  const open = async () => {
    const app = await openApp({ path, sample: true, passphrase: "correct horse" });
    return { app, client: createRouterClient(router, { context: app.context }) };
  };
  const first = await open();
  const [report] = await first.client.library.list({ archived: false });
  const reportId = report!.id;
  expect(await first.client.pseudonyms.list({ reportId })).toEqual({ entries: [], total: 0 });
  expect(existsSync(names)).toBe(false);
  await first.client.pseudonyms.keep({ reportId, entries: [JANE] });
  // Whatever is asked for later, a name keeps what it was given, however it is written.
  const after = await first.client.pseudonyms.keep({
    reportId,
    entries: [
      { real: "jane  smith", pseudonym: "Child Z" },
      { real: "Ann Webb", pseudonym: "Person A" },
    ],
  });
  expect(after).toEqual({ entries: [JANE, { real: "Ann Webb", pseudonym: "Person A" }], total: 2 });
  first.app.close();
  for (const file of readdirSync(folder))
    expect(readFileSync(join(folder, file)).includes("Jane"), file).toBe(false);

  const second = await open();
  expect((await second.client.pseudonyms.list({ reportId })).entries[0]).toEqual(JANE);
  expect(await second.client.pseudonyms.purge()).toEqual({ purged: 2 });
  expect(readdirSync(folder).filter((file) => file.includes(".names"))).toEqual([]);
  expect(await second.client.pseudonyms.list({ reportId })).toEqual({ entries: [], total: 0 });
  await second.client.pseudonyms.keep({ reportId, entries: [JANE] });
  expect((await second.client.pseudonyms.list({ reportId })).total).toBe(1);
  second.app.close();

  // The library itself never held a name.
  const library = openLibrary(path, readKeyFile(`${path}.key`, "correct horse"));
  const tables = library.read.prepare("SELECT name FROM sqlite_master").pluck().all();
  expect(tables.filter((name) => String(name).includes("pseudonym"))).toEqual([]);
  library.close();
});

test("another key does not open it, and the library is not kept from opening", () => {
  const path = join(scratchFolder("names"), "mine.plumbline");
  const reportId = ReportId.parse("11111111-1111-4111-8111-111111111111");
  const mine = pseudonymTable(path, "a".repeat(64));
  mine.keep(reportId, [JANE]);
  mine.close();
  const other = pseudonymTable(path, "b".repeat(64));
  expect(() => other.list(reportId)).toThrow(expect.objectContaining({ code: "wrong-key" }));
  other.close();
});

test("names are kept for reports there are", async () => {
  const app = await openApp({ path: null });
  const client = createRouterClient(router, { context: app.context });
  const reportId = ReportId.parse("11111111-1111-4111-8111-111111111111");
  await expect(client.pseudonyms.keep({ reportId, entries: [JANE] })).rejects.toThrow();
  expect(await client.pseudonyms.purge()).toEqual({ purged: 0 });
  app.close();
});
