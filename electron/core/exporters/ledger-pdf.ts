import { typeset } from "#electron/core/exporters/typesetter.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { LedgerBreak, LedgerEntry } from "#shared/domain/ledger.ts";
import type { Report } from "#shared/domain/report.ts";
import { chainWords, ledgerLines, type LedgerLine } from "#shared/review/ledger-lines.ts";
import { ROLE_WORDS } from "#shared/review/words.ts";

/** What the print of a ledger is made of. */
export interface LedgerPrint {
  readonly report: Pick<Report, "title" | "provider">;
  readonly framework: Framework | null;
  readonly ledger: readonly LedgerEntry[];
  readonly broken: LedgerBreak | null;
  /** When it is printed; ISO time. */
  readonly at: string;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** As many signs of a hash stand in its line; the last of all is printed whole. */
const SHORT_HASH = 12;

/**
 * PDF/UA-1, from resources/print/ledger.typ. Evidence is told by its references alone, whatever its sensitivity; what
 * people wrote as reasons is in it, so it is for internal use.
 */
export async function writeLedgerPdf(print: LedgerPrint): Promise<Uint8Array> {
  const order = { template: "ledger", data: JSON.stringify(ledgerData(print)), standard: "ua-1" } as const;
  return (await typeset(order)).bytes;
}

/** What resources/print/ledger.typ reads; change both together. */
function ledgerData({ report, framework, ledger, broken, at }: LedgerPrint): object {
  const facts = [
    { name: "Report", value: report.title },
    { name: "Provider", value: report.provider },
    { name: "Printed on", value: day.format(new Date(at)) },
    { name: "Lines", value: String(ledger.length) },
    { name: "Hash of the last line", value: ledger.at(-1)?.hash ?? "" },
  ];
  return {
    title: "Ledger",
    facts: facts.filter(({ value }) => value !== ""),
    chain: chainWords(ledger.length, broken),
    broken: broken !== null,
    columns: ["Line", "When", "Who", "What was decided", "Why, and on what evidence", "Hash"],
    rows: ledgerLines(ledger, broken, framework).map(rowOf),
  };
}

const MARKS: Record<LedgerLine["standing"], string> = {
  sound: "",
  broken: "FAILS HERE",
  after: "After the break",
};

function rowOf(line: LedgerLine): object {
  const { number, revision, at, by, role, what, reason, evidence, review, hash, standing } = line;
  return {
    number: String(number),
    mark: MARKS[standing],
    when: at === null ? "" : moment.format(new Date(at)),
    revision: revision === null ? "" : `Revision ${revision}`,
    who: role === null ? "" : by || "Somebody",
    role: role === null ? "" : ROLE_WORDS[role],
    what,
    review,
    reason,
    evidence,
    hash: hash.slice(0, SHORT_HASH),
  };
}
