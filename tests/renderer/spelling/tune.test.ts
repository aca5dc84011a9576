import { expect, test } from "vitest";
import { isWorthSaying } from "#renderer/spelling/tune.ts";

/** A slip at the bracketed words of a text. */
function says(
  marked: string,
  suggestions: readonly string[],
  kind: "spelling" | "grammar" = "spelling",
): boolean {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const text = marked.replace(/[[\]]/g, "");
  return isWorthSaying(text, { kind, span: [start, end], message: "", suggestions });
}

test.each([
  ["They [seperate] them", ["separate"]],
  ["the council [recieve]s", ["receive"], false],
  ["[Saftey] is good", ["Safety"]],
  ["The [Goverment] met", ["Government"]],
  ["The [Commitee] met", ["Committee"]],
  ["[Teh] plan", ["The"], false],
  ["[LSCB] met", ["Lab"], false],
  ["the [IROs] met", ["Iris"], false],
  ["the [DfE]’s view", ["Def"], false],
  ["[Kirklees] has", ["Kirk's"], false],
  ["in [Rutland]", ["Jutland"], false],
  ["Mrs [Griffiths] said", ["Griffith's"], false],
  ["[Ofsted’s] view", ["Oersted's"], false],
  ["section [s47]", ["sac"], false],
  ["www.ofsted.gov.[uk] says", ["uh"], false],
  ["mail lead@[plumb].org", ["plum"], false],
])("%s: %o", (marked, suggestions, expected = true) => {
  expect(says(marked, suggestions)).toBe(expected);
});

test.each([
  ["[an] good plan", true],
  ["section 15[A] of the Act", false],
  ["she [had had] three workers", false],
  ["care leavers [in in]-house care", false],
  ["informed by [a] SMART plan", false],
  ["[the the] plan", true],
])("grammar: %s: %o", (marked, expected) => {
  expect(says(marked, ["x"], "grammar")).toBe(expected);
});
