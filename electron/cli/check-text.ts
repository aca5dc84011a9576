import { backings, type Checked } from "#electron/cli/check-record.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";

const WIDTH = 100;

/** For people: the grades with what carries them, then the findings in report order. */
export function checkText({ record, snapshot, findings }: Checked): string {
  if (record.status === "unreadable" || !snapshot)
    return `${record.file}\n  not read: ${record.error?.message ?? ""}\n`;
  const lines = [
    record.file,
    `  ${record.title}`,
    `  ${snapshot.framework.title}; ${count(record.paragraphCount, "numbered paragraph")}, ${record.wordCount.toLocaleString("en-GB")} words`,
    "",
    ...gradeTable(snapshot),
    ...findings.flatMap((finding) => findingLines(finding)),
    `  ${summary(findings)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** A row for each graded area: its grade, what is stated under it, and how many evidence items stand behind it. */
export function gradeTable(snapshot: Snapshot): string[] {
  const rows = backings(snapshot);
  if (rows.length === 0) return ["  No grades were found.", ""];
  const title = Math.min(52, Math.max(...rows.map(({ view }) => view.path.length)));
  const grade = Math.max(...rows.map(({ view }) => view.grade!.label.length));
  const head = `  ${"Area".padEnd(title)}  ${"Grade".padEnd(grade)}  Strengths  Weaknesses  Evidence`;
  return [
    head,
    `  ${"-".repeat(head.length - 2)}`,
    ...rows.map(
      ({ view, backing }) =>
        `  ${clip(view.path, title).padEnd(title)}  ${view.grade!.label.padEnd(grade)}  ${String(backing.strengths).padStart(9)}  ${String(backing.weaknesses).padStart(10)}  ${String(backing.evidence.length).padStart(8)}`,
    ),
    "",
  ];
}

function findingLines(finding: Finding): string[] {
  const place = finding.paragraph === null ? "report" : `¶${finding.paragraph}`;
  const lead = `  ${finding.severity.padEnd(7)}  ${place.padEnd(6)}  `;
  const indent = " ".repeat(lead.length);
  return [
    ...wrap(finding.message, WIDTH - lead.length).map((line, i) => (i === 0 ? lead : indent) + line),
    `${indent}${finding.rule}`,
    "",
  ];
}

export function summary(findings: readonly Finding[]): string {
  const of = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${count(of("error"), "error")}, ${count(of("warning"), "warning")}, ${of("advice")} advice`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

const clip = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`;

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
