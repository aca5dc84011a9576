import type { Rule } from "#shared/consistency/rule.ts";
import type { Sketched } from "#shared/consistency/sketch.ts";

const LEVEL = { error: "Error", warning: "Warning", advice: "Advice" } as const;
const MODE = {
  deterministic: "certain",
  heuristic: "judged by signs, which the message quotes",
  prompt: "a question to the author",
} as const;

/** docs/rules.md: every rule with its reason, its remedy and what keeps it quiet. Markdown, ends with a line break. */
export function rulesPage(rules: readonly Rule[]): string {
  const lines = [
    "# The consistency rules",
    "",
    "Written by `plumbline rules --markdown` from the rules themselves; change a rule, not this page.",
    "",
    "An error blocks “ready to publish”. A rule may report an unsure case one level lower than it is listed with.",
    "How often each is right: docs/rules-precision.md. What is off by default is asked only once somebody switches it on.",
    "",
    ...rules.map(
      (rule) =>
        `- [${rule.id}](#${anchor(rule.id)}) (${LEVEL[rule.severity].toLowerCase()}${rule.offByDefault ? ", off by default" : ""}): ${rule.title}`,
    ),
  ];
  for (const rule of rules) {
    lines.push(
      "",
      `## ${rule.id}`,
      "",
      `**${rule.title}.** ${LEVEL[rule.severity]}; ${MODE[rule.mode]}${rule.offByDefault ? "; off unless switched on" : ""}. ${rule.number === null ? "Not of" : `No. ${rule.number} of`} the reviewer’s list.`,
      "",
      `- Why: ${rule.why}`,
      `- What to do: ${rule.remedy}`,
      `- Source: ${rule.source}.`,
      ...rule.guards.map((guard) => `- Kept quiet: ${guard}`),
    );
    const example = rule.examples.flagged.find((each) => (each.lines ?? []).length > 0);
    if (example) lines.push("", "Flagged, for instance:", "", "```text", ...shown(example), "```");
  }
  return `${lines.join("\n")}\n`;
}

/** The example’s lines, after the grades they are written under. */
function shown({ grades, lines }: Sketched): string[] {
  const given = Object.entries(grades ?? {}).map(
    ([area, grade]) => `${area} is graded ${grade ?? "not yet"}`,
  );
  return [...(given.length > 0 ? [`(${given.join(", ")})`] : []), ...(lines ?? [])];
}

/** As GitHub makes them from headings. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
