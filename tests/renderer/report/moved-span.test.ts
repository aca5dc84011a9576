import { expect, test } from "vitest";
import { movedSpan } from "#renderer/report/moved-span.ts";

/** Square brackets show the span, before and after; null: nothing of it is left. */
const shown = (marked: string, after: string): string | null => {
  const from = marked.indexOf("[");
  const to = marked.indexOf("]") - 1;
  const span = movedSpan(marked.replace(/[[\]]/g, ""), after, [from, to]);
  return span && `${after.slice(0, span[0])}[${after.slice(span[0], span[1])}]${after.slice(span[1])}`;
};

test.each([
  ["words before", "Plans [are late].", "All plans are late.", "All plans [are late]."],
  ["words behind", "Plans [are late].", "Plans are late. More.", "Plans [are late]. More."],
  ["a letter inside", "Plans [are late].", "Plans are very late.", "Plans [are very late]."],
  ["letters taken out inside", "Plans [are very late].", "Plans are late.", "Plans [are late]."],
  ["typing at its start", "Plans [are late].", "Plans that are late.", "Plans that [are late]."],
  ["typing at its end", "Plans [are late]", "Plans are late and", "Plans [are late] and"],
  ["its start cut off", "Plans [are late].", "late.", "[late]."],
  ["its end cut off", "Plans [are late] now.", "Plans are now.", "Plans [are ]now."],
])("%s", (_name, marked, after, expected) => expect(shown(marked, after)).toBe(expected));

test("words between two edits stay, and those edited in one of two places keep what is left", () => {
  const before = "One parent asked us [‘how far does it have to go] before you listen?";
  expect(
    shown(before, "Well, one parent asked us ‘how far does it have to go before anybody will listen?"),
  ).toBe("Well, one parent asked us [‘how far does it have to go] before anybody will listen?");
  expect(
    shown(before, "One parent of the many asked us ‘how far really does it have to go before you listen?"),
  ).toBe("One parent of the many asked us [‘how far really does it have to go] before you listen?");
  // A word or two that both texts happen to have are nothing to go by.
  expect(shown("Now [it is late] for all.", "Then it came again to them for good.")).toBeNull();
});

test("nothing is left of words that were replaced", () => {
  expect(shown("Plans [are late] now.", "Plans improved now.")).toBeNull();
  expect(shown("[Plans]", "")).toBeNull();
});
