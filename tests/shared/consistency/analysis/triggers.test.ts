import { expect, test } from "vitest";
import { triggered } from "#shared/consistency/analysis/triggers.ts";

test("a pattern is worth trying where a root begins like one of its triggers", () => {
  const worth = triggered([
    { triggers: ["complain"], pattern: "complaints" },
    { triggers: ["drug", "substance"], pattern: "substance misuse" },
    { triggers: [], pattern: "young carers" },
  ]);
  expect([...worth({ rootSet: new Set(["compl", "substanc"]) })]).toEqual([
    "young carers",
    "complaints",
    "substance misuse",
  ]);
  expect([...worth({ rootSet: new Set(["plan"]) })]).toEqual(["young carers"]);
});
