import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { openJail, type Jail, type JailLimits } from "#electron/core/importers/jail.ts";
import { forkReader } from "#electron/core/importers/jail-process.ts";
import { textOf } from "#shared/domain/block.ts";

const frameworks = loadFrameworks();
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../fixtures/imports/${name}`, import.meta.url));
const unruly = fixture("readers/unruly.mjs");
const bytes = new Uint8Array([1, 2, 3]);

const open: Jail[] = [];
afterEach(() => open.splice(0).forEach((jail) => jail.close()));

function jailOf(limits: Partial<JailLimits>, reader?: string): Jail {
  const start = reader === undefined ? {} : { start: () => forkReader(256, reader) };
  const jail = openJail({ frameworks, limits, ...start });
  open.push(jail);
  return jail;
}

const named = (name: string) => ({ name, bytes });

test("reads a file by its path and by its bytes, and tells the pages", async () => {
  const jail = jailOf({});
  const pages: number[] = [];
  const draft = await jail.read(fixture("isles-of-scilly-2023.pdf"), { onPage: (page) => pages.push(page) });
  expect(draft.frameworkId).toBe("ilacs-2023");
  expect(pages).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].slice(0, pages.length));
  expect(pages.length).toBeGreaterThan(5);
  const note = await jail.read({ name: "note.txt", bytes: new TextEncoder().encode("1. Only a note.") });
  expect(note.blocks.map(textOf)).toEqual(["Only a note."]);
});

test("passes on the reader's own refusal and goes on", async () => {
  const jail = jailOf({});
  await expect(jail.read(fixture("locked.pdf"))).rejects.toMatchObject({ name: "Fault", code: "encrypted" });
  await expect(jail.read(fixture("nowhere.pdf"))).rejects.toMatchObject({ name: "Fault", code: "not-found" });
  expect((await jail.read(fixture("knowsley-2021.pdf"))).judgements).toHaveLength(4);
});

test.each([
  ["hang", { pageMs: 300 }, "too-slow"],
  ["slow pages", { pageMs: 2000, fileMs: 400 }, "too-slow"],
  ["greedy", { memoryBytes: 256 * 1024 * 1024 }, "too-much-memory"],
  ["crash", {}, "unexpected"],
  ["babble", {}, "unexpected"],
  ["nonsense", {}, "unexpected"],
])("ends a reader that does “%s”; the other files of the batch go on", async (name, limits, code) => {
  const jail = jailOf(limits, unruly);
  const batch = [named("good"), named(name), named("good")].map((source) => jail.read(source));
  const [before, bad, after] = await Promise.allSettled(batch);
  expect(before).toMatchObject({ status: "fulfilled", value: { title: "A report" } });
  expect(bad).toMatchObject({ status: "rejected", reason: { name: "Fault", code } });
  expect(after).toMatchObject({ status: "fulfilled", value: { title: "A report" } });
});

test("stops when it is told to, and reads the next file", async () => {
  const jail = jailOf({}, unruly);
  const stop = new AbortController();
  const reading = jail.read(named("hang"), { signal: stop.signal });
  setTimeout(() => stop.abort(), 200);
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  expect((await jail.read(named("good"))).title).toBe("A report");
});

test("keeps one reader for many files, and replaces it in time", async () => {
  const jail = jailOf({ filesPerReader: 3 }, unruly);
  const readers: string[] = [];
  for (let file = 0; file < 5; file++) readers.push((await jail.read(named("good"))).provider);
  expect(new Set(readers.slice(0, 3)).size).toBe(1);
  expect(new Set(readers.slice(3)).size).toBe(1);
  expect(readers[3]).not.toBe(readers[0]);
});

test("leaves no file waiting when it is closed", async () => {
  const jail = jailOf({}, unruly);
  const reading = jail.read(named("hang"));
  setTimeout(() => jail.close(), 200);
  await expect(reading).rejects.toMatchObject({ name: "Fault" });
  await expect(jail.read(named("good"))).rejects.toMatchObject({ name: "Fault" });
});
