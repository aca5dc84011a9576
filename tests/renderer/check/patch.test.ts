import fc from "fast-check";
import { expect, test } from "vitest";
import { applyPatch, patchOf } from "#renderer/check/patch.ts";

const item = fc.record({ name: fc.string() });

test("a patch makes of the old list the new one, and carries only what is new", () => {
  fc.assert(
    fc.property(fc.array(item), fc.array(fc.oneof(fc.nat(), item)), (before, wanted) => {
      // A number stands for an item that stayed; one list holds no object twice.
      const after = [
        ...new Set(
          wanted.flatMap((each) =>
            typeof each === "number" ? before.slice(each % (before.length + 1)).slice(0, 1) : [each],
          ),
        ),
      ];
      const patch = patchOf(before, after);
      expect(applyPatch(before, structuredClone(patch))).toEqual(after);
      const put = patch.filter((piece) => "put" in piece);
      expect(put).toHaveLength(after.filter((each) => !before.includes(each)).length);
    }),
  );
});

test("what stayed together goes as one run", () => {
  const [a, b, c, d] = [{}, {}, {}, {}];
  expect(patchOf([a, b, c], [a, b, d, c])).toEqual([[0, 2], { put: d }, [2, 1]]);
});
