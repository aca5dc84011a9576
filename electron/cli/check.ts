import { type Checked, checkDraft, unreadable } from "#electron/cli/check-record.ts";
import {
  checkCsv,
  type CheckSummary,
  CSV_HEADER,
  summaryCsv,
  summaryOf,
  summaryText,
} from "#electron/cli/check-summary.ts";
import { checkText } from "#electron/cli/check-text.ts";
import { type KeptCheck, keptChecks } from "#electron/cli/kept-checks.ts";
import { expandPaths } from "#electron/cli/paths.ts";
import { ProgressLine } from "#electron/cli/progress.ts";
import { readFiles } from "#electron/cli/read-files.ts";
import { sarifLog } from "#electron/cli/sarif.ts";
import { allFrameworks } from "#electron/core/app.ts";
import { rules } from "#shared/consistency/registry.ts";
import { isOn } from "#shared/consistency/rule-choice.ts";
import type { Framework } from "#shared/domain/framework.ts";

export type CheckFormat = "text" | "json" | "csv" | "sarif";

export interface CheckOptions {
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  /** All reports as one, in place of each. */
  readonly summary?: boolean;
  /** A file in which what is done is noted, so that a run that was stopped goes on from there. */
  readonly resume?: string;
}

const say = (words: string): number => {
  process.stderr.write(`plumbline: ${words}\n`);
  return 2;
};

/** Checks every file and prints as it goes. @returns the exit status: see docs/check-output.md */
export async function check(
  paths: readonly string[],
  format: CheckFormat,
  options: CheckOptions = {},
): Promise<number> {
  const unknown = [...(options.with ?? []), ...(options.without ?? [])].find(
    (id) => !rules.some((rule) => rule.id === id),
  );
  if (unknown !== undefined) return say(`there is no rule ${unknown}. “plumbline rules” lists them.`);
  // What is kept of a file is enough for these.
  if (options.resume !== undefined && (format === "sarif" || (format === "text" && !options.summary)))
    return say("--resume goes with --format json or csv, or with --summary.");
  const choices = Object.fromEntries([
    ...(options.with ?? []).map((id) => [id, true] as const),
    ...(options.without ?? []).map((id) => [id, false] as const),
  ]);
  const asked = rules.filter((rule) => isOn(rule, choices));
  const files = expandPaths(paths);
  if (files.length === 0)
    return say("no .docx, .pdf or .txt file was found there. Name a file, or another folder.");
  const frameworks = allFrameworks();
  const kept = options.resume === undefined ? null : keptChecks(options.resume);
  const known = files.map((file) => kept?.find(file) ?? null);
  const pending = files.filter((_, index) => known[index] === null);
  const progress = new ProgressLine();
  let done = files.length - pending.length;
  const show = (index: number): void =>
    progress.show(`${done} of ${files.length} checked; reading ${pending[index]}`);
  const reading = readFiles(pending, frameworks, show);
  const all: KeptCheck[] = [];
  const logged: Checked[] = [];
  if (format === "csv" && !options.summary) process.stdout.write(CSV_HEADER);
  for (const before of known) {
    let checked: KeptCheck;
    if (before) checked = before;
    else {
      const next = await reading.next();
      if (next.done) break;
      const { file, result } = next.value;
      const fresh =
        "fault" in result
          ? unreadable(file, result.fault)
          : checkDraft(file, result.draft, frameworks, asked);
      checked = keep(fresh);
      kept?.add(checked);
      done += 1;
      progress.clear();
      if (format === "sarif") logged.push(fresh);
      if (format === "text" && !options.summary) process.stdout.write(`${checkText(fresh)}\n`);
    }
    all.push(checked);
    if (options.summary) continue;
    if (format === "json") process.stdout.write(`${JSON.stringify(checked.record)}\n`);
    if (format === "csv") process.stdout.write(checkCsv(checked, frameworks));
  }
  await reading.return(undefined);
  const summary = options.summary ? summaryOf(all, frameworks) : null;
  if (format === "sarif") process.stdout.write(`${JSON.stringify(sarifLog(logged, summary), null, 2)}\n`);
  else if (summary) writeSummary(summary, format, frameworks);
  return Math.max(0, ...all.map(statusOf));
}

const keep = ({ record, frameworkId, facts }: Checked): KeptCheck => ({ record, frameworkId, facts });

function writeSummary(summary: CheckSummary, format: CheckFormat, frameworks: readonly Framework[]): void {
  if (format === "json") process.stdout.write(`${JSON.stringify(summary)}\n`);
  else process.stdout.write(format === "csv" ? summaryCsv(summary) : summaryText(summary, frameworks));
}

function statusOf({ record }: KeptCheck): number {
  if (record.status === "unreadable") return 2;
  return record.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
