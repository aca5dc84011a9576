import { BorderStyle, type IContext, type ITableOptions, type IXmlableObject, Table, WidthType } from "docx";
import { xmlText } from "#electron/core/exporters/xml-text.ts";

const FULL_WIDTH = { size: 100, type: WidthType.PERCENTAGE } as const;

const line = (color: string, size: number) => ({ style: BorderStyle.SINGLE, size, color });
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" };
/** Lines between rows alone: what stands side by side is told by its column. */
const BORDERS = {
  top: line("6B7880", 6),
  bottom: line("6B7880", 6),
  insideHorizontal: line("B9C2C8", 4),
  insideVertical: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
};

/** What a table is, for those who hear it read: its name, and what its columns say. */
interface Description {
  readonly title: string;
  readonly columns: readonly string[];
}

/** A table as wide as the text, with the alternative text that the library has no option for. */
export class DescribedTable extends Table {
  readonly #description: Description;

  constructor(description: Description, options: ITableOptions) {
    super({ width: FULL_WIDTH, borders: BORDERS, ...options });
    this.#description = description;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const written = super.prepForXml(context);
    const parts: unknown = written?.["w:tbl"];
    if (!Array.isArray(parts)) return written;
    const { title, columns } = this.#description;
    const named = columns.filter((column) => column !== "");
    // In the order of the schema these stand last among the properties.
    const said = [
      ...(title === "" ? [] : [value("w:tblCaption", title)]),
      ...(named.length === 0 ? [] : [value("w:tblDescription", `Columns: ${named.join("; ")}`)]),
    ];
    return {
      "w:tbl": parts.map((part: Record<string, unknown>) =>
        Array.isArray(part["w:tblPr"]) ? { "w:tblPr": [...(part["w:tblPr"] as object[]), ...said] } : part,
      ),
    };
  }
}

const value = (element: string, text: string): object => ({
  [element]: { _attr: { "w:val": xmlText(text).replace(/\s+/g, " ").slice(0, 500) } },
});
