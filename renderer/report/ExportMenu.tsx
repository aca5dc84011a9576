import { EXPORT_FORMATS } from "#shared/api/exports.ts";
import { FormatMenu } from "#renderer/report/FormatMenu.tsx";
import { EXPORT_NAMES, useExport } from "#renderer/report/use-export.ts";

/** Of a Word file it is asked first what it is to hold. */
const NAMES = { ...EXPORT_NAMES, word: "Word…" };
const NOTES = {
  word: "for comment and factual accuracy",
  pdf: "for publication, tagged",
  html: "one accessible page",
};

export function ExportMenu() {
  const makeFile = useExport();
  return (
    <FormatMenu
      label="Export…"
      look="primary"
      placement="bottom end"
      formats={EXPORT_FORMATS}
      names={NAMES}
      notes={NOTES}
      onChoose={(format) => void makeFile(format)}
    />
  );
}
