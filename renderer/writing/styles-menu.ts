import type { Block } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { KeyName } from "#renderer/commands/keymap.ts";
import type { TextShape } from "#renderer/editor/nodes/block-states.ts";

/** One way a block of text can be set, with the name and the key under which it is offered everywhere. */
export interface Style {
  readonly id: string;
  readonly title: string;
  readonly shape: TextShape;
  readonly key?: KeyName;
}

const SPEAKERS = {
  child: "a child",
  parent: "a parent",
  carer: "a carer",
  staff: "staff",
  partner: "a partner",
  other: "somebody else",
} as const;

/** Every style, in the order of the menu; areas for improvement by the framework's timescales. */
export function stylesOf(framework: Framework | null): Style[] {
  const heading = (level: 1 | 2 | 3 | 4): Style => ({
    id: `heading-${level}`,
    title: `Heading ${level}`,
    shape: { kind: "heading", level, graded: false, printedGrade: null },
    ...(level < 4 && { key: `heading${level as 1 | 2 | 3}` as const }),
  });
  const recommendation = (id: string, title: string, timescaleId: string | null): Style => ({
    id,
    title,
    shape: { kind: "recommendation", timescaleId, justifiedBy: [] } as TextShape,
  });
  return [
    {
      id: "paragraph",
      title: "Numbered paragraph",
      shape: { kind: "paragraph", numbered: true },
      key: "paragraph",
    },
    { id: "unnumbered", title: "Paragraph without a number", shape: { kind: "paragraph", numbered: false } },
    heading(1),
    heading(2),
    heading(3),
    heading(4),
    { id: "bullet", title: "Bullet", shape: { kind: "bullet", level: 1 }, key: "bullet" },
    ...Object.entries(SPEAKERS).map(([speaker, who]): Style => ({
      id: `quotation-${speaker}`,
      title: `Quotation from ${who}`,
      shape: { kind: "quotation", speaker: speaker as keyof typeof SPEAKERS },
    })),
    recommendation("recommendation", "Area for improvement", null),
    ...(framework?.timescales ?? []).map(({ id, label }) =>
      recommendation(`recommendation-${id}`, `Area for improvement: ${label}`, id),
    ),
  ];
}

/** The style a block has; null for what no style makes: a table, a footnote, the record. */
export function styleOf(styles: readonly Style[], block: Block | null): Style | null {
  if (!block) return null;
  return styles.find(({ shape }) => isSet(shape, block)) ?? null;
}

function isSet(shape: TextShape, block: Block): boolean {
  if (shape.kind === "heading") return block.kind === "heading" && block.level === shape.level;
  if (shape.kind === "paragraph") return block.kind === "paragraph" && block.numbered === shape.numbered;
  if (shape.kind === "quotation") return block.kind === "quotation" && block.speaker === shape.speaker;
  if (shape.kind === "recommendation")
    return block.kind === "recommendation" && block.timescaleId === shape.timescaleId;
  return block.kind === shape.kind;
}

/** What a block is called where it is spoken of. */
export function kindWords(styles: readonly Style[], block: Block | null): string {
  if (block?.kind === "table") return "Table";
  if (block?.kind === "footnote") return "Footnote";
  if (block?.kind === "findings-record") return "Record of main findings";
  return styleOf(styles, block)?.title ?? "Style";
}
