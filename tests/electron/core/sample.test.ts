import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withSampleEvidence } from "#electron/core/sample.ts";
import { createChecker } from "#shared/consistency/check.ts";
import { rules } from "#shared/consistency/registry.ts";
import { readSample } from "#tests/helpers/sample.ts";

const read = async () => {
  const { report, framework } = await readSample();
  return { report, framework, ...withSampleEvidence(report.blocks, randomUUID) };
};

test("the log of the sample is what paragraph 2 of the report says was evaluated", async () => {
  const { evidence } = await read();
  const people = (from: number, to: number): number =>
    evidence.slice(from, to).reduce((sum, item) => sum + (item.people ?? 0), 0);
  const titled = (words: RegExp) => evidence.filter(({ title }) => words.test(title));
  // Children and young people stand first in the log, then parents and carers.
  expect([people(0, 9), people(9, 15)]).toEqual([79, 41]);
  expect(evidence.filter(({ kind }) => kind === "case-file")).toHaveLength(21);
  expect(titled(/^Serious case review/)).toHaveLength(4);
  expect(titled(/^Unannounced inspection/).map(({ date }) => date?.slice(0, 7))).toEqual(["2009-07"]);
});

test("what the report does not say is marked as invented, and every area belongs to the framework", async () => {
  const { evidence, framework } = await read();
  const invented = evidence.filter(({ notes }) => /invented for the sample\./i.test(notes));
  expect(invented.length).toBeGreaterThan(evidence.length / 2);
  const areas = new Set(framework.areas.map(({ id }) => id));
  expect(evidence.flatMap(({ areaIds }) => areaIds).filter((id) => !areas.has(id))).toEqual([]);
});

test("its ties come to lie on narrative, some of them qualify or contradict, and no rule finds anything new", async () => {
  const { report, framework, blocks, evidence } = await read();
  const tied = blocks.filter(({ evidenceIds }) => evidenceIds.length > 0);
  expect(new Set(tied.map(({ kind }) => kind))).toEqual(new Set(["paragraph"]));
  expect(new Set(blocks.flatMap(({ bearings }) => Object.values(bearings)))).toEqual(
    new Set(["qualifies", "contradicts"]),
  );
  const found = (with_: typeof report) =>
    createChecker(framework, rules)
      .check(with_)
      .findings.map(({ rule, message }) => `${rule} ${message}`);
  const before = new Set(found(report));
  expect(found({ ...report, blocks, evidence }).filter((line) => !before.has(line))).toEqual([]);
});
