import { FormatMenu } from "#renderer/report/FormatMenu.tsx";
import { LOG_FORMAT_NAMES, LOG_FORMATS, useLogExport } from "#renderer/report/use-export.ts";

const NOTES = { csv: "for any program, plain text", xlsx: "one sheet, every cell text" };

/** Saves the whole log as a spreadsheet. */
export function LogMenu({ label }: { readonly label: string }) {
  const exportLog = useLogExport();
  return (
    <FormatMenu
      label={label}
      look="plain"
      placement="bottom start"
      formats={LOG_FORMATS}
      names={LOG_FORMAT_NAMES}
      notes={NOTES}
      onChoose={(format) => void exportLog(format)}
    />
  );
}
