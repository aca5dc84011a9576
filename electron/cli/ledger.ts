import { join } from "node:path";
import type { LibraryOptions } from "#electron/cli/library-options.ts";
import { withReport } from "#electron/cli/library-report.ts";
import { ledgerName } from "#electron/core/exporters/export-name.ts";
import { checkedLedger } from "#electron/core/store/ledger.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { writeFileAtomically } from "#electron/core/write-file.ts";
import { findFramework } from "#shared/domain/framework.ts";
import { chainWords, ledgerLines } from "#shared/review/ledger-lines.ts";

export interface LedgerOptions extends LibraryOptions {
  /** A folder for the print; without one the lines are only listed. */
  readonly out?: string;
}

/** Lists who decided what of a report, and whether the ledger is as it was written. @returns 1 where it is not */
export const printLedger = (name: string, { out, ...options }: LedgerOptions): Promise<number> =>
  withReport(name, options, null, async ({ context }, reportId) => {
    const { read } = context.library;
    const report = getReport(read, reportId);
    const framework = findFramework(context.frameworks, report.frameworkId);
    const { ledger, broken } = checkedLedger(read, reportId);
    for (const line of ledgerLines(ledger, broken, framework)) {
      const { number, at, by, what, reason, evidence, review, hash, standing } = line;
      const told = [at, by, what, review, reason, evidence, hash].filter(
        (part) => part !== null && part !== "",
      );
      const mark = standing === "broken" ? "FAILS HERE " : "";
      console.log(`${number}  ${mark}${told.join("; ").replace(/\s*\n\s*/g, " ")}`);
    }
    console.log(chainWords(ledger.length, broken));
    if (out !== undefined) {
      const { writeLedgerPdf } = await import("#electron/core/exporters/ledger-pdf.ts");
      const path = join(out, ledgerName(report));
      const { at } = context.change();
      await writeFileAtomically(path, await writeLedgerPdf({ report, framework, ledger, broken, at }));
      console.log(path);
    }
    return broken === null ? 0 : 1;
  });
