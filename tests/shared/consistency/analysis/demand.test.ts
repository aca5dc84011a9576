import { expect, test } from "vitest";
import { demandOf } from "#shared/consistency/analysis/demand.ts";
import { sketch } from "#shared/consistency/sketch.ts";

const of = (text: string) => demandOf(sketch({ lines: [`! ${text}`] }).blocks[0]!.analysis);

test.each([
  ["Ensure visits are made.", "order", null],
  ["Ensure the Children’s Trust provides leadership.", "order", "Children’s Trust"],
  ["Ensure that the Cornwall and Isles of Scilly PCT acts.", "order", "Cornwall and Isles of Scilly PCT"],
  ["The board should monitor plans.", "duty", "The board"],
  ["The quality of plans.", "topic", null],
  ["Support for young carers.", "topic", null],
])("%s", (text, form, actor) => expect(of(text)).toMatchObject({ form, actor }));

test("a second action is told from a second verb", () => {
  const text = "Improve stability and review the fostering service.";
  const [from, to] = of(text).second!;
  expect(text.slice(from, to)).toBe("and review the");
  expect(of("Improve and maintain the quality of plans.").second).toBeNull();
  expect(of("Ensure homes are found to enable moves and support placement stability.").second).toBeNull();
});
