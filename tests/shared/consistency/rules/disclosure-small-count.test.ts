import { expect, test } from "vitest";
import { disclosureSmallCount } from "#shared/consistency/rules/disclosure-small-count.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([["Two young people were in custody.", "“Two young people”, with “custody”"]])(
  "flags %s",
  (line, message) => {
    const [finding] = found(disclosureSmallCount, { lines: [line] });
    expect(finding?.message).toContain(message);
  },
);

test.each([
  "A tier-three mental health service for children is open.",
  "In one case the plan was late and the police were told.",
  "Twenty children were in custody.",
  "Two young people attend the council.",
])("leaves alone: %s", (line) => expect(found(disclosureSmallCount, { lines: [line] })).toEqual([]));
