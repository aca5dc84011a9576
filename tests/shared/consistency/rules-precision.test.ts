import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "#shared/consistency/registry.ts";

/** Fewer findings give no share. */
const ENOUGH = 5;
/** Rules that are true less often are advice at most, and off by default. */
const ADVICE_BELOW = 0.8;
const OFF_BELOW = 0.5;

const rows = readFileSync("docs/rules-precision.md", "utf8")
  .split("\n")
  .filter((line) => /^\| [a-z]+\/[a-z-]+ /.test(line))
  .map((line) => {
    const [id, severity, sampled, ...counts] = line
      .split("|")
      .slice(1, -2)
      .map((cell) => cell.trim());
    const [right, arguable, wrong] = counts.map(Number);
    return {
      id: id!,
      severity: severity!,
      sampled: Number.parseInt(sampled!, 10),
      right: right!,
      arguable: arguable!,
      wrong: wrong!,
    };
  });
const rowOf = new Map(rows.map((row) => [row.id, row]));

test("every rule has one row, in order of id", () => {
  expect(rows.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
});

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ id, rule }) => {
  const row = rowOf.get(id)!;

  test("is listed as it is, and its counts add up", () => {
    expect(row.severity).toBe(`${rule.severity}${rule.offByDefault ? ", off" : ""}`);
    expect(row.right + row.arguable + row.wrong).toBe(row.sampled);
    expect(row.sampled).toBeLessThanOrEqual(10);
  });

  test("stands no higher than it was right", () => {
    const share = row.sampled < ENOUGH ? null : row.right / row.sampled;
    if (share === null ? row.wrong > 0 : share < ADVICE_BELOW) expect(rule.severity).toBe("advice");
    expect(rule.offByDefault === true).toBe(share !== null && share < OFF_BELOW);
  });
});
