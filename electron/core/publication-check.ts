import { listComments } from "#electron/core/store/comments.ts";
import type { ReadDb } from "#electron/core/store/database.ts";
import { listDispositions } from "#electron/core/store/dispositions.ts";
import { listLetOut } from "#electron/core/store/exports.ts";
import { listFactualChecks } from "#electron/core/store/factual-checks.ts";
import { readSettings } from "#electron/core/store/settings.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import { rules } from "#shared/consistency/registry.ts";
import { isOn, parseChoices, RULES_SETTING } from "#shared/consistency/rule-choice.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { Report } from "#shared/domain/report.ts";
import { type CheckedItem, heldUpBy } from "#shared/publication/publication-item.ts";
import { publicationItems, RULES_OF_PUBLICATION } from "#shared/publication/publication-items.ts";
import { Fault } from "#shared/fault.ts";

/** What to settle before a report of the library leaves the desk, with what was let out before. */
export function publicationCheck(db: ReadDb, report: Report, framework: Framework | null): CheckedItem[] {
  const choices = parseChoices(readSettings(db)[RULES_SETTING]);
  const asked = rules.filter((rule) => RULES_OF_PUBLICATION.includes(rule.id) || isOn(rule, choices));
  const letOut = listLetOut(db, report.id);
  return publicationItems({
    blocks: report.blocks,
    framework,
    findings: check(buildSnapshot(report, framework), asked),
    dispositions: listDispositions(db, report.id),
    comments: listComments(db, report.id),
    factualCheck: listFactualChecks(db, report.id).find(({ closed }) => !closed) ?? null,
  }).map((item) => ({ ...item, letOut: letOut.get(item.fingerprint) ?? null }));
}

/**
 * What is let out although it is not settled, and why, to be kept with the file.
 *
 * @param reason why it may go out as it is; asked for only where something is not settled
 * @param again what is done once more with a reason: “export”
 * @throws Fault `held-up` where something is not settled and no reason is given
 */
export function requireSettled(
  items: readonly CheckedItem[],
  reason: string,
  again: string,
): { readonly letOut: string[]; readonly reason: string } {
  const held = heldUpBy(items);
  if (held.length > 0 && reason.trim() === "")
    throw new Fault(
      "held-up",
      `${held.length === 1 ? "One thing has" : `${held.length} things have`} to be settled before this report leaves the desk.`,
      `Put it right, or ${again} again and say why it may go out as it is.`,
    );
  return {
    letOut: held.map(({ fingerprint }) => fingerprint),
    reason: held.length > 0 ? reason.trim() : "",
  };
}
