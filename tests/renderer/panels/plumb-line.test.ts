import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { BackingStatement } from "#shared/consistency/backing.ts";
import { Framework } from "#shared/domain/framework.ts";
import { leanOf } from "#renderer/panels/PlumbLine.tsx";

const framework = Framework.parse(JSON.parse(readFileSync("resources/frameworks/slac-2009.json", "utf8")));
const worst = framework.grades[0]!;
const best = framework.grades.at(-1)!;
const say = (polarity: BackingStatement["polarity"]): BackingStatement => ({ polarity }) as BackingStatement;

test("the line hangs upright when nothing speaks against the grade", () => {
  expect(leanOf(framework, worst, { supports: [say("weakness")], opposes: [] }).share).toBe(0);
  expect(leanOf(framework, best, { supports: [], opposes: [] }).share).toBe(0);
});

test("strengths pull a low grade towards the better end, weaknesses a high one towards the worse", () => {
  expect(leanOf(framework, worst, { supports: [say("weakness")], opposes: [say("strength")] })).toEqual({
    share: 0.5,
    towardsBetter: true,
  });
  expect(leanOf(framework, best, { supports: [], opposes: [say("weakness")] })).toEqual({
    share: 1,
    towardsBetter: false,
  });
});
