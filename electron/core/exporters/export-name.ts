import type { Report } from "#shared/domain/report.ts";

/** A file name that every system takes: “cornwall-2009-09-30.docx”. */
export function exportName(
  report: Pick<Report, "provider" | "title" | "inspectionDate">,
  extension: string,
): string {
  const name = [report.provider || report.title, report.inspectionDate ?? ""].join(" ").trim();
  const safe = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  return `${safe || "report"}${extension}`;
}
