import { EXPORT_FORMATS } from "#shared/api/exports.ts";
import { FormatMenu } from "#renderer/report/FormatMenu.tsx";
import { EXPORT_NAMES, useExport } from "#renderer/report/use-export.ts";

const CHOICES = [...EXPORT_FORMATS, "archive"] as const;
/** Of a Word file it is asked first what it is to hold. */
const NAMES = { ...EXPORT_NAMES, word: "Word…", archive: "Archive" };
const NOTES = {
  word: "for comment and factual accuracy",
  pdf: "for publication, tagged",
  html: "one accessible page",
  archive: "PDF/A-2a, to be kept for good",
};

export function ExportMenu() {
  const makeFile = useExport();
  return (
    <FormatMenu
      label="Export…"
      look="primary"
      placement="bottom end"
      formats={CHOICES}
      names={NAMES}
      notes={NOTES}
      onChoose={(choice) =>
        void (choice === "archive" ? makeFile("pdf", { pdfStandard: "a-2a" }) : makeFile(choice))
      }
    />
  );
}
