import { expect, test } from "vitest";
import { timeRelativeWithoutDate } from "#shared/consistency/rules/time-relative-without-date.ts";
import { found } from "#tests/shared/consistency/found.ts";

const times = (count: number, text: string) => ({ lines: Array.from({ length: count }, () => text) });

test("counts the words and lists the paragraphs", () => {
  const [finding] = found(timeRelativeWithoutDate, times(8, "Staffing is currently low."));
  expect(finding!.message).toBe(
    "“currently” 8 times without a date (paragraphs 1, 2, 3, 4, 5, 6 …). Say when, or leave the word out.",
  );
});

test.each([
  "# Currently open",
  "Plans are kept up to date.",
  "At the time of the inspection it was currently low.",
  "They said ‘it is currently low’.",
])("leaves alone: %s", (line) => expect(found(timeRelativeWithoutDate, times(8, line))).toEqual([]));
