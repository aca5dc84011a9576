import { readListPlace, readRunLook, type ListPlace } from "#electron/core/importers/word/styles.ts";
import type { XmlReader } from "#electron/core/importers/word/xml.ts";

const PLAIN_LIST: ListPlace = { numId: null, level: null };

export interface ParagraphProperties {
  readonly styleId: string | null;
  readonly outline: number | null;
  readonly list: ListPlace;
  readonly deleted: boolean;
}
export const NO_PROPERTIES: ParagraphProperties = {
  styleId: null,
  outline: null,
  list: PLAIN_LIST,
  deleted: false,
};

/** Of the paragraph whose properties were just opened. */
export function readParagraphProperties(reader: XmlReader): ParagraphProperties {
  let { styleId, outline, list, deleted } = NO_PROPERTIES;
  reader.children((name) => {
    if (name === "w:pStyle") styleId = reader.attribute("w:val");
    else if (name === "w:outlineLvl") outline = Number(reader.attribute("w:val"));
    else if (name === "w:numPr") list = readListPlace(reader);
    else if (name === "w:rPr") deleted = readRunLook(reader).deleted ?? false;
  });
  return { styleId, outline, list, deleted };
}
