import type { GradedName } from "#electron/core/importers/reading/grades.ts";
import type { SourceBlock } from "#electron/core/importers/reading/source-block.ts";
import type { Area } from "#shared/domain/framework.ts";
import type { TimescaleId } from "#shared/domain/ids.ts";

/** What a report is made of, before anything is tied to an area. */
export type Element = ElementKind & {
  /** What it was made of; its words are theirs, without the number or the grade. */
  readonly from?: readonly SourceBlock[];
};

type ElementKind =
  | {
      readonly kind: "heading";
      readonly text: string;
      /** From the document's own tags; 0 where it has none. */
      readonly level: number;
      /** Areas of this name: several where trees share a wording. */
      readonly areas: readonly Area[];
      /** True for the heading of a part that judges nothing. */
      readonly section: boolean;
      readonly grade: GradedName | null;
    }
  | { readonly kind: "numbered"; readonly number: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string; readonly imprint: boolean }
  | { readonly kind: "item"; readonly text: string; readonly level: number }
  | { readonly kind: "quotation"; readonly text: string }
  | { readonly kind: "timescale"; readonly id: TimescaleId }
  | {
      readonly kind: "table";
      readonly rows: string[][];
      readonly header: boolean;
      readonly caption?: SourceBlock;
    }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "record" };

export type HeadingElement = Extract<Element, { kind: "heading" }>;
