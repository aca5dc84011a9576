import type { Evidence } from "#shared/domain/evidence.ts";
import type { PackedEvidence } from "#shared/domain/review-package.ts";
import { counted } from "#renderer/ui/words.ts";

/** @param which “other ” where some go whole */
const rests = (count: number, which: "" | "other "): string =>
  count === 0 ? "" : ` Of ${counted(count, `${which}item`)} only reference, kind, areas and direction go.`;

/** What each choice of evidence sends, in numbers. */
export function packedNotes(
  evidence: readonly Pick<Evidence, "sensitivity">[],
): Readonly<Record<PackedEvidence, string>> {
  const all = evidence.length;
  const of = (kind: Evidence["sensitivity"]): number =>
    evidence.filter(({ sensitivity }) => sensitivity === kind).length;
  const [quotable, both] = [of("quotable"), of("quotable") + of("paraphrase")];
  const whole = (count: number): string =>
    `${counted(count, "item goes", "items go")} whole, with notes and files.${rests(all - count, count === 0 ? "" : "other ")}`;
  return {
    none: all === 0 ? "There is no evidence in this report." : `No item goes whole.${rests(all, "")}`,
    quotable: whole(quotable),
    paraphrase: whole(both),
  };
}

/** What stays whatever is chosen, in a sentence; empty where nothing has to. */
export function stayingWords(evidence: readonly Pick<Evidence, "sensitivity">[]): string {
  const never = evidence.filter(({ sensitivity }) => sensitivity === "never").length;
  if (never === 0) return "";
  return `${counted(never, "item")} that may never be used outside always ${never === 1 ? "stays" : "stay"} here.`;
}
