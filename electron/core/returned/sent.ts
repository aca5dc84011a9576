import { randomUUID } from "node:crypto";
import { exportContext } from "#electron/core/exporters/export-context.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import type { Block } from "#shared/domain/block.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
import { BlockId } from "#shared/domain/ids.ts";
import type { Sent } from "#shared/returned/returned-report.ts";

/** Characters that no file can hold or that show nothing are not in one that comes back either. */
function printable(block: Block): Block {
  const plain = (text: string): string => xmlText(text).replace(/\u00AD/g, "");
  const inlines = block.inlines.map((inline) =>
    "text" in inline ? { ...inline, text: plain(inline.text) } : inline,
  );
  return block.kind === "table"
    ? { ...block, inlines, rows: block.rows.map((row) => row.map((text) => plain(text).trim())) }
    : { ...block, inlines };
}

/** What a file of this report prints, so that one that comes back can be held against it. */
export function sentAs(input: ExportInput): Sent {
  const context = exportContext(input);
  const { report, framework } = input;
  return {
    title: report.title,
    blocks: report.blocks.map(printable),
    printed(inline) {
      if (inline.kind === "evidence" || inline.kind === "note") return "";
      const number = inline.kind === "reference" ? context.numbers.get(inline.blockId) : undefined;
      return number?.toString() ?? inline.text;
    },
    timescales: framework?.timescales ?? [],
    grades: framework?.grades.map(({ label }) => label) ?? [],
    gradeBehind: (block) => (block.graded ? context.gradeLabel(block.areaIds[0]) : null),
    shows: (block) => block.kind !== "findings-record" || context.record.length > 0,
    newId: () => BlockId.parse(randomUUID()),
  };
}
