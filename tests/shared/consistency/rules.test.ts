import { describe, expect, test } from "vitest";
import { rules } from "#shared/consistency/registry.ts";
import { runRule } from "#shared/consistency/run-rule.ts";
import { sketch } from "#shared/consistency/sketch.ts";

for (const rule of rules) {
  describe(`${rule.id}`, () => {
    test.each(rule.examples.flagged)("flags example %#", (example) => {
      expect([...runRule(rule, sketch(example))]).not.toEqual([]);
    });
    test.each(rule.examples.clean)("passes example %#", (example) => {
      expect([...runRule(rule, sketch(example))]).toEqual([]);
    });
    test("tells what it needs to tell", () => {
      expect(rule.examples.flagged.length).toBeGreaterThan(0);
      expect(rule.examples.clean.length).toBeGreaterThan(0);
      expect(rule.guards.length).toBeGreaterThan(0);
      for (const text of [rule.title, rule.why, rule.remedy, rule.source]) expect(text).not.toBe("");
    });
    test("speaks to a person in at most two lines", () => {
      for (const example of rule.examples.flagged)
        for (const { message } of runRule(rule, sketch(example))) {
          expect(message.length).toBeLessThan(280);
          expect(message).toMatch(/[.?]$/);
        }
    });
  });
}

test("rules are listed by id, each once", () => {
  const ids = rules.map((rule) => rule.id);
  expect(ids).toEqual([...new Set(ids)].sort());
});
