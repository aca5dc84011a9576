import type { PackagePreview } from "#shared/api/packages.ts";
import { ROLE_WORDS } from "#shared/review/words.ts";
import { counted, shortDate, timeOfDay } from "#renderer/ui/words.ts";

/** “Made by Rae Reviewer, reviewer, on 3 Jun 2026, 10:04.” */
export const sentBy = ({ from, sentAt }: Pick<PackagePreview, "from" | "sentAt">): string =>
  `Made by ${from.name}, ${ROLE_WORDS[from.role]}, on ${shortDate(sentAt)}, ${timeOfDay(sentAt)}.`;

/** What comes in by itself, each in a few words. */
export function broughtBy(
  preview: Pick<
    PackagePreview,
    "kind" | "comments" | "evidence" | "withheld" | "ledgerLines" | "answers" | "assignment"
  >,
): string[] {
  const fresh = preview.kind === "new" ? "" : "new ";
  const { comments, evidence, withheld, ledgerLines, answers } = preview;
  return [
    comments > 0 && counted(comments, `${fresh}comment`),
    answers.length > 0 &&
      counted(answers.length, `${fresh}answer to a finding`, `${fresh}answers to findings`),
    evidence > 0 && counted(evidence, `${fresh}item of evidence`, `${fresh}items of evidence`),
    preview.kind === "new" &&
      withheld > 0 &&
      `${counted(withheld, "of them is", "of them are")} withheld: only reference, kind, areas and direction came`,
    preview.assignment !== null && assignmentWords(preview.assignment),
    ledgerLines > 0 && counted(ledgerLines, `${fresh}line of the ledger`, `${fresh}lines of the ledger`),
  ].filter((words) => words !== false);
}

function assignmentWords({ theirs, becomes }: NonNullable<PackagePreview["assignment"]>): string {
  const whole = theirs.assignedTo === becomes.assignedTo && theirs.dueOn === becomes.dueOn;
  const who = theirs.assignedTo === "" ? "to nobody" : `to ${theirs.assignedTo}`;
  const until = theirs.dueOn === null ? "with no day it is due" : `due on ${shortDate(theirs.dueOn)}`;
  return `the review as assigned there: ${who}, ${until}${whole ? "" : "; what was changed here too stays"}`;
}
