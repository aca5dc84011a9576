import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "#electron/core/app.ts";
import type { ImportEvent } from "#shared/api/imports.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { SAMPLE } from "#tests/helpers/sample.ts";

let app: App;
let client: Awaited<ReturnType<typeof appInMemory>>["client"];
beforeAll(async () => ({ app, client } = await appInMemory()));
afterAll(() => app.close());

const sample = (): File => new File([readFileSync(SAMPLE)], "Cornwall 2009.txt");

async function eventsOf(files: File[], signal?: AbortSignal): Promise<ImportEvent[]> {
  const events: ImportEvent[] = [];
  for await (const event of await client.imports.files({ files }, signal && { signal })) events.push(event);
  return events;
}

test("a batch: refused files say why, leave nothing behind, and the others go on", async () => {
  const events = await eventsOf([
    new File(["<!doctype html><title>404</title>"], "report.pdf"),
    sample(),
    new File([], "empty.pdf"),
  ]);
  const last = new Map(events.map((event) => [event.index, event]));
  expect([...last.values()].map(({ kind, file }) => [file, kind])).toEqual([
    ["report.pdf", "refused"],
    ["Cornwall 2009.txt", "done"],
    ["empty.pdf", "refused"],
  ]);
  expect(last.get(0)).toMatchObject({ fault: { code: "not-a-pdf", remedy: expect.stringMatching(/\.$/) } });
  expect(last.get(1)).toMatchObject({ paragraphs: 67 });
  expect(await client.library.list({})).toHaveLength(1);
});

test("what was read stands in the library with its grades, ties and recommendations", async () => {
  const [summary] = await client.library.list({});
  const report = await client.reports.open({ reportId: summary!.id });
  expect(report.judgements.filter(({ gradeId }) => gradeId !== null)).toHaveLength(33);
  expect(report.blocks.filter(({ kind }) => kind === "recommendation")).toHaveLength(25);
  expect(summary).toMatchObject({ provider: "Cornwall", frameworkId: "slac-2009", paragraphs: 67 });
  expect(await client.library.search({ query: "One Cornwall" })).not.toEqual([]);
});

test("a cancelled batch stops and adds nothing more", async () => {
  const before = (await client.library.list({})).length;
  const controller = new AbortController();
  const files = [sample(), sample(), sample()];
  const events: ImportEvent[] = [];
  try {
    for await (const event of await client.imports.files({ files }, { signal: controller.signal })) {
      events.push(event);
      controller.abort();
    }
  } catch {
    // How a cancelled stream ends differs between transports; what counts is what is in the library.
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(events.some(({ kind }) => kind === "done")).toBe(false);
  expect(await client.library.list({})).toHaveLength(before);
});
