import { EXPORT_FORMATS } from "#shared/api/exports.ts";
import { FormatMenu } from "#renderer/report/FormatMenu.tsx";
import { useSession } from "#renderer/report/session.ts";
import { EXPORT_NAMES, useExport } from "#renderer/report/use-export.ts";

const CHOICES = [...EXPORT_FORMATS, "archive", "letter", "ledger"] as const;
/** Of a Word file it is asked first what it is to hold. */
const NAMES = { ...EXPORT_NAMES, word: "Word…", archive: "Archive", letter: "QA letter…", ledger: "Ledger…" };
const NOTES = {
  word: "for comment and factual accuracy",
  pdf: "for publication, tagged",
  html: "one accessible page",
  archive: "PDF/A-2a, to be kept for good",
  letter: "queries and answers, for internal use",
  ledger: "who decided what and why, for internal use",
};

export function ExportMenu() {
  const makeFile = useExport();
  const { store } = useSession();
  return (
    <FormatMenu
      label="Export…"
      look="primary"
      placement="bottom end"
      formats={CHOICES}
      names={NAMES}
      notes={NOTES}
      apartFrom="letter"
      onChoose={(choice) => {
        if (choice === "letter" || choice === "ledger") store.setState({ internal: choice });
        else if (choice === "archive") void makeFile("pdf", { pdfStandard: "a-2a" });
        else void makeFile(choice);
      }}
    />
  );
}
