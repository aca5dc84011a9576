import type { Report } from "#shared/domain/report.ts";

type Named = Pick<Report, "provider" | "title" | "inspectionDate">;

/** “cornwall-ledger-2009-09-30-internal.pdf” */
export const ledgerName = (report: Named): string => exportName(report, "-internal.pdf", "ledger");

/**
 * A file name that every system takes: “cornwall-2009-09-30.docx”.
 *
 * @param what it is, where it is not the report itself: “ledger”
 */
export function exportName(report: Named, extension: string, what = ""): string {
  const name = [report.provider || report.title, what, report.inspectionDate ?? ""].join(" ").trim();
  const safe = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  return `${safe || "report"}${extension}`;
}
