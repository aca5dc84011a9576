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
export interface Description {
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
    const { title, columns } = descriptionOf(this.#description);
    // In the order of the schema these stand last among the properties.
    const said = [
      ...(title === "" ? [] : [value("w:tblCaption", title)]),
      ...(columns === "" ? [] : [value("w:tblDescription", columns)]),
    ];
    return {
      "w:tbl": parts.map((part: Record<string, unknown>) =>
        Array.isArray(part["w:tblPr"]) ? { "w:tblPr": [...(part["w:tblPr"] as object[]), ...said] } : part,
      ),
    };
  }
}

const value = (element: string, text: string): object => ({
  [element]: { _attr: { "w:val": xmlText(text) } },
});

/** Each as one line, and no longer than a reader listens to. */
export function descriptionOf({ title, columns }: Description): { title: string; columns: string } {
  const named = columns.filter((column) => column !== "");
  const short = (text: string): string => text.replace(/\s+/g, " ").slice(0, 500);
  return { title: short(title), columns: named.length === 0 ? "" : short(`Columns: ${named.join("; ")}`) };
}

const drawn = (side: string, { style, color, size }: (typeof BORDERS)[keyof typeof BORDERS]): string =>
  `<w:${side} w:val="${style}" w:color="${color}" w:sz="${size}"/>`;

/** The same lines as XML. */
export const TABLE_LINES = [
  drawn("top", BORDERS.top),
  drawn("left", BORDERS.left),
  drawn("bottom", BORDERS.bottom),
  drawn("right", BORDERS.right),
  drawn("insideH", BORDERS.insideHorizontal),
  drawn("insideV", BORDERS.insideVertical),
].join("");
