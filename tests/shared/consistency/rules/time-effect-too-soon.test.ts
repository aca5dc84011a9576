import { expect, test } from "vitest";
import { timeEffectTooSoon } from "#shared/consistency/rules/time-effect-too-soon.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([["A recently formed panel has improved understanding.", "is it old enough"]])(
  "flags %s",
  (line, message) => {
    const [finding] = found(timeEffectTooSoon, { lines: [line] });
    expect(finding?.message).toContain(message);
  },
);

test.each([
  "# A recently formed panel has improved plans",
  "A recently formed panel has improved 30 plans since 2008.",
  "The new form is liked, but practice has improved in other teams.",
  "The new plan will ensure that practice has improved.",
])("leaves alone: %s", (line) => expect(found(timeEffectTooSoon, { lines: [line] })).toEqual([]));
