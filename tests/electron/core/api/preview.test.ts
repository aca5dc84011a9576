import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "#electron/core/app.ts";
import { textOf } from "#shared/domain/block.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { has, readWith, sayWhatIsSkipped } from "#tests/helpers/readers.ts";
import { addReport } from "#tests/helpers/library.ts";
import { readSample } from "#tests/helpers/sample.ts";

sayWhatIsSkipped("pdftotext");

let app: App;
let client: Awaited<ReturnType<typeof appInMemory>>["client"];
let reportId: ReportId;
beforeAll(async () => {
  ({ app, client } = await appInMemory());
  reportId = addReport(app.context.library, (await readSample()).report);
});
afterAll(() => app.close());

test("the preview is the file that the export writes", async () => {
  const preview = await client.exports.preview({ reportId });
  const made = [];
  for await (const event of await client.exports.make({ reportId, format: "pdf", reason: "A test." }))
    if (event.kind === "done") made.push([event.fileName, event.content]);
  expect(made).toEqual([[preview.fileName, preview.content]]);
});

test.skipIf(!has.pdftotext)("every block begins on the page the preview says", async () => {
  const { content, pages } = await client.exports.preview({ reportId });
  const bytes = Buffer.from(content, "base64");
  const words = readWith("pdftotext", (f) => [f, "-"], "r.pdf", bytes).split("\f");
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
  const { blocks } = await client.reports.open({ reportId });
  const pageOf = new Map(pages.map(({ blockId, page }) => [blockId, page]));
  for (const block of blocks) {
    const start = letters(textOf(block)).slice(0, 24);
    expect(letters(words[pageOf.get(block.id)! - 1]!), start).toContain(start);
  }
});

test("a call that is given up before its turn is not set", async () => {
  const job = new AbortController();
  const first = client.exports.preview({ reportId });
  const second = client.exports.preview({ reportId }, { signal: job.signal });
  job.abort();
  await expect(second).rejects.toThrow();
  expect((await first).pages.length).toBeGreaterThan(100);
});
