import { expect, test } from "vitest";
import { figurePartsDoNotSum } from "#shared/consistency/rules/figure-parts-do-not-sum.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("shows the sum and quotes from the total to the last part", () => {
  const [finding] = found(figurePartsDoNotSum, {
    lines: [
      "There were 606 children in care. They comprise 166 under-fives, 390 pupils and 98 young adults.",
    ],
  });
  expect(finding!.message).toBe(
    "166 + 390 + 98 = 654, but the total is given as 606. Check the figures against their source.",
  );
  expect(finding!.quote).toBe(
    "606 children in care. They comprise 166 under-fives, 390 pupils and 98 young adults",
  );
});

test.each([
  "The team of 12 consists of 4 inspectors, 3 lawyers and 5 clerks.",
  "In 2012, 40 staff left. They comprised about 12 managers and 20 clerks.",
  "The board comprises 4 officers and 3 members.",
  "There are 30 homes. They comprise 10 units for boys, such as 3 hostels, and 5 for girls.",
])("leaves alone: %s", (line) => expect(found(figurePartsDoNotSum, { lines: [line] })).toEqual([]));
