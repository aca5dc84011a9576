import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appInMemory } from "#tests/helpers/app.ts";
import { scratchFolder } from "#tests/helpers/scratch.ts";

let home: string;
const before = process.env["PLUMBLINE_HOME"];
beforeEach(() => {
  home = scratchFolder("words");
  process.env["PLUMBLINE_HOME"] = home;
});
afterEach(() => {
  if (before === undefined) delete process.env["PLUMBLINE_HOME"];
  else process.env["PLUMBLINE_HOME"] = before;
});

test("one's own words are a text file, shared ones are in the library; each word once, in order", async () => {
  const { app, client } = await appInMemory();
  try {
    expect(await client.dictionary.read()).toMatchObject({ personal: [], shared: [] });
    await client.dictionary.add({ dictionary: "personal", word: "Zephyr" });
    await client.dictionary.add({ dictionary: "personal", word: " child’s-play " });
    await client.dictionary.add({ dictionary: "personal", word: "zephyr" });
    const after = await client.dictionary.add({ dictionary: "shared", word: "genogramming" });
    expect(after).toMatchObject({ personal: ["child’s-play", "zephyr"], shared: ["genogramming"] });
    expect(readFileSync(join(home, "words.txt"), "utf8")).toBe("child’s-play\nzephyr\n");
    await client.dictionary.add({ dictionary: "shared", word: "Genogramming" });
    expect(await client.dictionary.remove({ dictionary: "shared", word: "GENOGRAMMING" })).toMatchObject({
      shared: [],
    });
    expect(await client.dictionary.remove({ dictionary: "personal", word: "child's-play" })).toMatchObject({
      personal: ["zephyr"],
    });
  } finally {
    app.close();
  }
});

test("a file mended by hand is read; what is no word in it is passed over", async () => {
  writeFileSync(join(home, "words.txt"), "alpha # mine\r\n\r\ntwo words\n-x\nBeta\nalpha\n");
  const { app, client } = await appInMemory();
  try {
    expect((await client.dictionary.read()).personal).toEqual(["alpha", "Beta"]);
  } finally {
    app.close();
  }
});

test("more than a word is refused", async () => {
  const { app, client } = await appInMemory();
  try {
    await expect(client.dictionary.add({ dictionary: "personal", word: "two words" })).rejects.toThrow();
    await expect(client.dictionary.add({ dictionary: "personal", word: "a\nb" })).rejects.toThrow();
  } finally {
    app.close();
  }
});

test("the field words are words, and none is there twice", async () => {
  const { app, client } = await appInMemory();
  try {
    const { field } = await client.dictionary.read();
    expect(field).toContain("wellbeing");
    expect(new Set(field).size).toBe(field.length);
  } finally {
    app.close();
  }
});
