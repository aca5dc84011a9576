import type { Checked } from "#electron/cli/check-record.ts";
import { SEVERITIES, type Finding } from "#shared/consistency/finding.ts";
import { findGrade } from "#shared/domain/framework.ts";

const WIDTH = 100;
/** Longer words of the scale go on the next line: “Requires improvement / to be good”. */
const MOST_GRADE = 20;

/** For people: the grades with what carries them, then what to settle, gravest first, then what to look into. */
export function checkText(checked: Checked): string {
  const { record, snapshot, findings } = checked;
  if (record.status === "unreadable" || !snapshot)
    return `${record.file}\n  not read: ${record.error?.message ?? ""}\n`;
  const faults = findings.filter(({ question }) => !question);
  const questions = findings.filter(({ question }) => question);
  const lines = [
    record.file,
    `  ${record.title}`,
    `  ${snapshot.framework.title}`,
    `  ${count(record.paragraphCount, "numbered paragraph")}, ${record.wordCount.toLocaleString("en-GB")} words`,
    "",
    ...gradeTable(checked),
    ...SEVERITIES.flatMap((severity) => faults.filter((finding) => finding.severity === severity)).flatMap(
      (finding) => findingLines(finding, finding.severity),
    ),
    ...(questions.length > 0 ? ["  For the review checklist:", ""] : []),
    ...questions.flatMap((finding) => findingLines(finding, "look at")),
    `  ${summary(faults, questions.length)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * A row for each graded area under the name of its tree: its grade, the grade its narrative reads like (“–” where nothing can be said), what is stated
 * under it, and how many evidence items stand behind it.
 */
function gradeTable({ snapshot, backings }: Checked): string[] {
  const graded = snapshot?.areas.filter(({ grade }) => grade !== null) ?? [];
  if (!snapshot || graded.length === 0) return ["  No grades were found.", ""];
  const rows = graded.map((view) => {
    const backing = backings.get(view.id)!;
    const reads = findGrade(snapshot.framework, backing.readsLike?.readsLike ?? null);
    return {
      tree: view.path.slice(0, -view.area.title.length).replace(/: $/, ""),
      title: view.area.title,
      grade: view.grade!.label,
      reads: reads?.label.toLowerCase() ?? "–",
      counts: [backing.strengths, backing.weaknesses, backing.evidence.length],
    };
  });
  const inTrees = rows.some(({ tree }) => tree !== "");
  const widest = (texts: readonly string[], most: number): number =>
    Math.min(most, Math.max(...texts.map(({ length }) => length)));
  const grade = widest([...rows.map((row) => row.grade), "Grade"], MOST_GRADE);
  const reads = widest([...rows.map((row) => row.reads), "Reads like"], MOST_GRADE);
  const numbers = ["Strengths", "Weaknesses", "Evidence"];
  const rest = [grade, reads, ...numbers.map(({ length }) => length)].reduce(
    (sum, width) => sum + 2 + width,
    2,
  );
  const indent = inTrees ? "  " : "";
  const title = widest([...rows.map((row) => indent + row.title), "Area"], WIDTH - rest);
  const line = (cells: readonly string[], counts: readonly string[]): string =>
    `  ${[
      ...[title, grade, reads].map((width, at) => (cells[at] ?? "").padEnd(width)),
      ...counts.map((text, at) => text.padStart(numbers[at]!.length)),
    ].join("  ")}`.trimEnd();
  const head = line(["Area", "Grade", "Reads like"], numbers);
  return [
    head,
    `  ${"-".repeat(head.length - 2)}`,
    ...rows.flatMap((row, index) => {
      const cells = [
        wrap(row.title, title - indent.length).map((part) => indent + part),
        wrap(row.grade, grade),
        wrap(row.reads, reads),
      ];
      const tree = row.tree !== "" && row.tree !== rows[index - 1]?.tree ? [`  ${row.tree}`] : [];
      const tall = Math.max(...cells.map(({ length }) => length));
      const lines = Array.from({ length: tall }, (_, at) =>
        line(
          cells.map((cell) => cell[at] ?? ""),
          at === 0 ? row.counts.map(String) : [],
        ),
      );
      return [...tree, ...lines];
    }),
    "",
  ];
}

function findingLines(finding: Finding, kind: string): string[] {
  const place = finding.paragraph === null ? "report" : `¶${finding.paragraph}`;
  const lead = `  ${kind.padEnd(7)}  ${place.padEnd(6)}  `;
  const indent = " ".repeat(lead.length);
  return [
    ...wrap(finding.message, WIDTH - lead.length).map((line, i) => (i === 0 ? lead : indent) + line),
    `${indent}${finding.rule}`,
    "",
  ];
}

function summary(faults: readonly Finding[], questions: number): string {
  const of = (severity: Finding["severity"]): number =>
    faults.filter((finding) => finding.severity === severity).length;
  const settle = `${count(of("error"), "error")}, ${count(of("warning"), "warning")}, ${of("advice")} advice`;
  return questions === 0 ? settle : `${settle}; ${count(questions, "question")} for the review checklist`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}
