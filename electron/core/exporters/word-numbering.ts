import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";

/** Numbering definitions: one for the paragraphs of the whole report, so that Word counts on across sections. */
export const NUMBERS = "plumbline-paragraphs";
export const BULLETS = "plumbline-bullets";

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: NUMBERS,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: "%1.",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 567, hanging: 567 } } },
        },
      ],
    },
    {
      reference: BULLETS,
      levels: ["•", "–", "▪"].map((text, level) => ({
        level,
        format: LevelFormat.BULLET,
        text,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 851 + level * 425, hanging: 284 } } },
      })),
    },
  ],
};
