import { expect, test } from "vitest";
import { angleOf } from "#renderer/panels/PlumbLine.tsx";

test("the line hangs upright while the balance is usual, wherever its middle lies", () => {
  expect(angleOf({ position: 0.4, direction: "true" }, 30)).toBe(0);
});

test("it leans to the right for better, to the left for worse, and never beyond what can be drawn", () => {
  expect(angleOf({ position: 1, direction: "better" }, 78)).toBeCloseTo(52.4, 1);
  expect(angleOf({ position: 0, direction: "worse" }, -78)).toBeCloseTo(-52.4, 1);
  expect(angleOf({ position: 3, direction: "better" }, 234)).toBe(58);
  expect(angleOf({ position: 2.9, direction: "worse" }, 0)).toBe(-12);
});
