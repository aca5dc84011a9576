import { type Checked, checkDraft, unreadable } from "#electron/cli/check-record.ts";
import { checkText } from "#electron/cli/check-text.ts";
import { expandPaths } from "#electron/cli/paths.ts";
import { ProgressLine } from "#electron/cli/progress.ts";
import { readFiles } from "#electron/cli/read-files.ts";
import { sarifLog } from "#electron/cli/sarif.ts";
import { rules } from "#shared/consistency/registry.ts";
import { isOn } from "#shared/consistency/rule-choice.ts";
import { allFrameworks } from "#electron/core/app.ts";

export type CheckFormat = "text" | "json" | "sarif";

/** Checks every file and prints as it goes. @returns the exit status: see docs/check-output.md */
export async function check(
  paths: readonly string[],
  format: CheckFormat,
  choice: { readonly with?: readonly string[]; readonly without?: readonly string[] } = {},
): Promise<number> {
  const unknown = [...(choice.with ?? []), ...(choice.without ?? [])].find(
    (id) => !rules.some((rule) => rule.id === id),
  );
  if (unknown !== undefined) {
    process.stderr.write(`plumbline: there is no rule ${unknown}. “plumbline rules” lists them.\n`);
    return 2;
  }
  const choices = Object.fromEntries([
    ...(choice.with ?? []).map((id) => [id, true] as const),
    ...(choice.without ?? []).map((id) => [id, false] as const),
  ]);
  const asked = rules.filter((rule) => isOn(rule, choices));
  const files = expandPaths(paths);
  if (files.length === 0) {
    process.stderr.write(
      "plumbline: no .docx, .pdf or .txt file was found there. Name a file, or another folder.\n",
    );
    return 2;
  }
  const frameworks = allFrameworks();
  const progress = new ProgressLine();
  const kept: Checked[] = [];
  let status = 0;
  let done = 0;
  const show = (index: number): void =>
    progress.show(`${done} of ${files.length} checked; reading ${files[index]}`);
  for await (const { file, result } of readFiles(files, frameworks, show)) {
    const checked =
      "fault" in result ? unreadable(file, result.fault) : checkDraft(file, result.draft, frameworks, asked);
    done += 1;
    status = Math.max(status, statusOf(checked));
    progress.clear();
    if (format === "json") process.stdout.write(`${JSON.stringify(checked.record)}\n`);
    else if (format === "text") process.stdout.write(`${checkText(checked)}\n`);
    else kept.push(checked);
  }
  if (format === "sarif") process.stdout.write(`${JSON.stringify(sarifLog(kept), null, 2)}\n`);
  return status;
}

function statusOf({ record }: Checked): number {
  if (record.status === "unreadable") return 2;
  return record.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
