import type { Finding } from "#shared/consistency/finding.ts";
import type { Framework, FrameworkQuestion } from "#shared/domain/framework.ts";

const asked = new WeakMap<Framework, readonly Finding[]>();

/** What a framework itself asks of a report that follows it, for the review checklist. The same findings each time. */
export function frameworkQuestions(framework: Framework | null): readonly Finding[] {
  if (!framework) return [];
  let questions = asked.get(framework);
  if (!questions) asked.set(framework, (questions = framework.questions.map(findingOf)));
  return questions;
}

const findingOf = ({ id, text, areaIds }: FrameworkQuestion): Finding => ({
  rule: `framework/${id}`,
  severity: "advice",
  areaId: areaIds[0] ?? null,
  blockId: null,
  paragraph: null,
  quote: "",
  span: null,
  message: text,
  question: true,
  fix: null,
  fingerprint: `framework:${id}`,
});
