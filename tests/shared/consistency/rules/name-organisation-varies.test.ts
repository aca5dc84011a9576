import { expect, test } from "vitest";
import { nameOrganisationVaries } from "#shared/consistency/rules/name-organisation-varies.ts";
import { found, foundBriefly } from "#tests/shared/consistency/found.ts";

const of = (...lines: string[]): string[] => foundBriefly(nameOrganisationVaries, { lines });

test("the rarer name is shown, with where the other stands", () => {
  const [finding] = found(nameOrganisationVaries, {
    lines: ["The Fowey Children’s Board", "The Fowey Children’s Board", "The Fowey Children Board"],
  });
  expect(finding!.message).toBe(
    "“Fowey Children Board” here, “Fowey Children’s Board” (paragraph 1) elsewhere. Write the name of one body in one way.",
  );
});

test("apostrophes of either kind, plurals of a kind and quotations are no other name", () => {
  expect(of("The Fowey Children's Board met.", "The Fowey Children’s Board met.")).toEqual([]);
  expect(of("The Early Help Panel met.", "Early Help Panels meet.")).toEqual([]);
  expect(of("The Fowey & Looe Board met.", "They said ‘the Fowey and Looe Board is slow’.")).toEqual([]);
});

test("services of other parts are other services", () => {
  expect(of("The contact, referral and assessment team", "The planning, review and placement team")).toEqual(
    [],
  );
});
