import { expect, test } from "vitest";
import { timeDateAfterInspection } from "#shared/consistency/rules/time-date-after-inspection.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

const inspected = "2009-09-30";

test("asks about a date after the fieldwork", () => {
  expect(
    foundBriefly(timeDateAfterInspection, { inspected, lines: ["help: It is to end on 1 January 2010."] }),
  ).toEqual(["advice: 1 January 2010"]);
});

test.each(["help: It ended in October 2009.", "help: It will end in 2010.", "Published in December 2009."])(
  "leaves alone: %s",
  (line) => expect(foundBriefly(timeDateAfterInspection, { inspected, lines: [line] })).toEqual([]),
);
