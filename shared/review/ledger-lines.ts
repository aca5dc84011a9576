import { spokenDay } from "#shared/document/draft-from-framework.ts";
import { findGrade, type Framework, nameOfArea } from "#shared/domain/framework.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import type { LedgerBreak, LedgerEntry, LedgerFact, Role } from "#shared/domain/ledger.ts";
import { STAGE_WORDS } from "#shared/review/words.ts";

/** A line of the ledger in words, the same on the screen and in print. */
export interface LedgerLine {
  readonly number: number;
  /** Of the report; null, as all that is not known, where the line is missing or cannot be read. */
  readonly revision: number | null;
  readonly at: string | null;
  readonly by: string;
  readonly role: Role | null;
  readonly what: string;
  /** Why; empty where none was given or wanted. */
  readonly reason: string;
  /** References of the evidence a grade was moved on, or that there was none; empty of other lines. */
  readonly evidence: string;
  /** “Before review”; empty of lines that move no grade. */
  readonly review: string;
  readonly hash: string;
  /** `broken`: here the ledger is first not as it was written. `after`: behind that. */
  readonly standing: "sound" | "broken" | "after";
}

/**
 * Every line in its order, with a line for one that is missing or cannot be read.
 *
 * @param broken where the ledger is first not as it was written
 */
export function ledgerLines(
  ledger: readonly LedgerEntry[],
  broken: LedgerBreak | null,
  framework: Framework | null,
): LedgerLine[] {
  const lines = ledger.map(({ number, revision, fact, by, role, at, hash }, index): LedgerLine => {
    // Of two lines with one number it is their order that tells them apart.
    const place = broken?.how === "altered" ? index + 1 : number;
    return {
      number,
      revision,
      at,
      by,
      role,
      hash,
      ...factWords(fact, framework),
      standing:
        broken === null || place < broken.number
          ? "sound"
          : place === broken.number && broken.how === "altered"
            ? "broken"
            : "after",
    };
  });
  if (broken === null || broken.how === "altered") return lines;
  const gap: LedgerLine = {
    number: broken.number,
    revision: null,
    at: null,
    by: "",
    role: null,
    what: broken.how === "unreadable" ? "What stands here is no line of a ledger." : "This line is missing.",
    reason: "",
    evidence: "",
    review: "",
    hash: "",
    standing: "broken",
  };
  return [...lines, gap].toSorted((a, b) => a.number - b.number);
}

/** Whether the ledger is as it was written, and what to do where it is not. */
export function chainWords(lines: number, broken: LedgerBreak | null): string {
  if (broken)
    return `The ledger is not as it was written. ${breakWords(broken)} Do not rely on what it tells from there on: compare it with the copy of another desk, or bring back a backup from before.`;
  if (lines === 0) return "Nothing has been decided yet.";
  return lines === 1
    ? "The chain holds: the one line is as it was written."
    : `The chain holds: all ${lines} lines are as they were written, each following from the one before.`;
}

function breakWords({ number, how }: LedgerBreak): string {
  switch (how) {
    case "altered":
      return number === 1
        ? "Line 1 fails first: it was altered after it was written."
        : `Line ${number} fails first: it does not follow from the one before, so it was altered after it was written, or line ${number - 1} was.`;
    case "missing":
      return `Line ${number} fails first: it was removed.`;
    case "unreadable":
      return `Line ${number} fails first: it was altered so that it cannot be read.`;
    case "cut-off":
      return `Line ${number} fails first: it was removed, for the report’s own log has a decision that no line tells.`;
  }
}

type Words = Pick<LedgerLine, "what" | "reason" | "evidence" | "review">;

function factWords(fact: LedgerFact, framework: Framework | null): Words {
  const area = (areaId: AreaId): string => (framework ? nameOfArea(framework, areaId) : areaId);
  const none = { reason: "", evidence: "", review: "" };
  switch (fact.kind) {
    case "grade":
      return {
        what: `Grade of ${area(fact.areaId)}: ${gradeWords(framework, fact.from)} → ${gradeWords(framework, fact.to)}`,
        reason: fact.reason,
        evidence:
          fact.evidence.length === 0 ? "No evidence was tied to the area." : `On ${fact.evidence.join(", ")}`,
        review: fact.afterReview ? "After review" : "Before review",
      };
    case "stage":
      return {
        ...none,
        what: `Stage: ${STAGE_WORDS[fact.from]} → ${STAGE_WORDS[fact.to]}`,
        reason: fact.reason,
      };
    case "approval":
      return { ...none, what: "Approved the report as it then stood" };
    case "sign-off":
      return {
        ...none,
        what: `${fact.basis === null ? "Took back the sign-off of" : "Signed off"} ${area(fact.areaId)}`,
      };
    case "facts-issued":
      return {
        ...none,
        what: `Issued to ${fact.to} for factual accuracy on ${spokenDay(fact.issuedOn)}, to be answered by ${spokenDay(fact.dueOn)}`,
      };
    case "facts-changed":
      return {
        ...none,
        what: `Changed after a comment on factual accuracy, ${fact.place}: “${fact.before}” → “${fact.after}”`,
      };
    case "facts-closed":
      return {
        ...none,
        what: fact.closed
          ? `Closed the check of factual accuracy: ${fact.accepted} accepted, ${fact.inPart} in part, ${fact.notAccepted} not`
          : "Opened the check of factual accuracy again",
      };
  }
}

function gradeWords(framework: Framework | null, gradeId: GradeId | null): string {
  if (gradeId === null) return "not graded";
  const grade = framework && findGrade(framework, gradeId);
  return grade ? `${grade.number} ${grade.label}` : gradeId;
}
