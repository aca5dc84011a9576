import { check } from "#shared/consistency/check.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import type { Rule } from "#shared/consistency/rule.ts";
import { sketch, type Sketched } from "#shared/consistency/sketch.ts";

/** What one rule says of a sketch. */
export const found = (rule: Rule, sketched: Sketched): readonly Finding[] => check(sketch(sketched), [rule]);

/** Severity and quoted words of each finding: what most edges are about. */
export const foundBriefly = (rule: Rule, sketched: Sketched): string[] =>
  found(rule, sketched).map((finding) => `${finding.severity}: ${finding.quote}`);
