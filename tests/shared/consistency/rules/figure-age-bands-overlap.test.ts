import { expect, test } from "vitest";
import { figureAgeBandsOverlap } from "#shared/consistency/rules/figure-age-bands-overlap.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([
  ["Those under 12 years old see a worker, those over 12 years old a mentor.", "leave out those aged 12"],
  ["Children aged 5–11 and aged 11–16 attend.", "both include children aged 11"],
])("flags %s", (line, message) => {
  const [finding] = found(figureAgeBandsOverlap, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "Children aged 0–5 years attend. People aged five and over do not.",
  "Grants went to 5–11 projects and 11–16 teams.",
  "There are over 10 children, and under 10 staff.",
])("leaves alone: %s", (line) => expect(found(figureAgeBandsOverlap, { lines: [line] })).toEqual([]));
