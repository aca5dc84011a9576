import { expect, test } from "vitest";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import { rules } from "#shared/consistency/registry.ts";
import { knownFigures } from "#tests/shared/consistency/seed/known-figures.ts";
import { knownGrades } from "#tests/shared/consistency/seed/known-grades.ts";
import { knownText } from "#tests/shared/consistency/seed/known-text.ts";
import { readSeed } from "#tests/shared/consistency/seed/read-seed.ts";

const { draft, framework } = await readSeed();
const findings = check(buildSnapshot(draft, framework), rules);
const numberOf = new Map(rules.map(({ id, number }) => [id, number]));
const all = [...knownGrades, ...knownFigures, ...knownText];
const named = all.map((each) => ({ ...each, place: each.paragraph === null ? "–" : `¶${each.paragraph}` }));

const isFound = ({ rule, paragraph, words }: (typeof all)[number]): boolean =>
  findings.some(
    (finding) =>
      numberOf.get(finding.rule as (typeof rules)[number]["id"]) === rule &&
      (paragraph === null || finding.paragraph === paragraph) &&
      (finding.quote.includes(words) || finding.message.includes(words)),
  );

test.each(named.filter(({ notFound }) => notFound === undefined))(
  "rule $rule finds $place “$words”",
  (known) => expect(isFound(known)).toBe(true),
);

test.each(named.filter(({ notFound }) => notFound !== undefined))(
  "rule $rule does not find $place “$words”: $notFound",
  (known) => expect(isFound(known)).toBe(false),
);
