import { z } from "zod";
import { STYLE_NAMES, type StyleId, type StyleName } from "#shared/word/style-names.ts";

export const TemplateId = z.string().min(1).max(120).brand<"TemplateId">();
export type TemplateId = z.infer<typeof TemplateId>;

/** A paragraph style of a template. */
export const TemplateStyle = z.strictObject({ id: z.string().max(300), name: z.string().max(300) });
export type TemplateStyle = z.infer<typeof TemplateStyle>;

/** By the id of a style of ours the template's own that stands for it; null where a person wants ours. */
export const StyleChoices = z.record(z.string().max(40), z.string().max(300).nullable());
export type StyleChoices = z.infer<typeof StyleChoices>;

export const WordTemplate = z.strictObject({
  id: TemplateId,
  name: z.string().min(1).max(255),
  styles: z.array(TemplateStyle),
  /** Only what a person chose; the rest is found by name. */
  chosen: StyleChoices,
});
export type WordTemplate = z.infer<typeof WordTemplate>;

type Styled = Pick<WordTemplate, "styles" | "chosen">;

/** Names by which other templates call the same thing. */
const ALSO: Partial<Record<StyleId, readonly string[]>> = {
  Narrative: ["body text", "normal"],
  Quotation: ["quote", "block text"],
  ListBullet: ["list paragraph"],
};

/** The style of the template that stands for ours; null where it has none, and ours is put beside its own. */
export function templateStyle({ styles, chosen }: Styled, id: StyleId): TemplateStyle | null {
  const choice = chosen[id];
  if (choice === null) return null;
  const byId = (wanted: string | undefined) => styles.find((style) => style.id === wanted);
  const byName = (wanted: string) => styles.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const own = STYLE_NAMES.find((each) => each.id === id)!;
  return (
    byId(choice) ??
    byName(own.name) ??
    byId(id) ??
    (ALSO[id] ?? []).map(byName).find((found) => found !== undefined) ??
    null
  );
}

/** Styles of ours that the template has nothing for. */
export const missingStyles = (template: Styled): StyleName[] =>
  STYLE_NAMES.filter(({ id }) => templateStyle(template, id) === null);
