import { expect, test } from "vitest";
import { leanOf } from "#shared/consistency/lean.ts";

test.each([
  [9, 1, 0, "better"],
  [1, 9, 0, "true"],
  [5, 5, 0, "true"],
  [12, 4, 1, "true"],
  [4, 12, 1, "worse"],
  [19, 1, 1, "better"],
  [9, 1, 2, "true"],
  [5, 5, 2, "worse"],
  [8, 2, 3, "worse"],
  [20, 0, 3, "true"],
])(
  "%i strengths and %i weaknesses under the grade of rank %i stand %s",
  (strengths, weaknesses, rank, direction) => {
    expect(leanOf(strengths, weaknesses, rank, 4)).toMatchObject({ direction });
  },
);

test("position is that of the grade whose usual balance it is, and never beyond the scale", () => {
  expect(leanOf(46, 54, 0, 4)?.position).toBeCloseTo(0);
  expect(leanOf(72, 28, 0, 4)?.position).toBeCloseTo(1);
  expect(leanOf(81, 19, 0, 4)?.position).toBeCloseTo(1.5);
  expect(leanOf(0, 10, 0, 4)?.position).toBe(0);
  expect(leanOf(10, 0, 0, 4)?.position).toBe(3);
});

test("too little to weigh, no grade, or another scale: no lean", () => {
  expect(leanOf(3, 2, 0, 4)).toBeNull();
  expect(leanOf(9, 9, null, 4)).toBeNull();
  expect(leanOf(9, 9, 1, 6)).toBeNull();
});
