import { type IContext, type IParagraphOptions, type IXmlableObject, Paragraph } from "docx";
import { controlTag } from "#shared/returned/control-tag.ts";

/**
 * A paragraph whose words are inside a content control, by whose tag they are known when the file comes back. The
 * control is within the paragraph, so that Word splits and joins such paragraphs as it does any other; and because
 * LibreOffice 7.4 loses words of controls that stand around paragraphs.
 */
export class ControlledParagraph extends Paragraph {
  readonly #tag: string;
  readonly #tail: number;

  /**
   * @param id of the block, or what the paragraph is generated from
   * @param tail how many children at the end stay outside, such as the grade behind a heading
   */
  constructor(id: string, options: IParagraphOptions, tail = 0) {
    super(options);
    this.#tag = controlTag(id);
    this.#tail = tail;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const written = super.prepForXml(context);
    const parts: unknown = written?.["w:p"];
    if (!Array.isArray(parts)) return written;
    const from = parts.findIndex((part: object) => !("w:pPr" in part));
    // Word asks for words in a control that has none.
    if (from < 0 || !JSON.stringify(parts.slice(from)).includes('"w:r"')) return written;
    const to = parts.length - this.#tail;
    const control = {
      "w:sdt": [
        {
          "w:sdtPr": [
            { "w:tag": { _attr: { "w:val": this.#tag } } },
            { "w15:appearance": { _attr: { "w15:val": "hidden" } } },
          ],
        },
        { "w:sdtContent": parts.slice(from, to) as object[] },
      ],
    };
    return { "w:p": [...parts.slice(0, from), control, ...parts.slice(to)] };
  }
}
