import { loadFrameworks } from "#electron/core/frameworks.ts";
import { asReport } from "#electron/cli/export.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { block, paragraph, smallDraft } from "#tests/helpers/reports.ts";

/** Words that must never leave the desk. */
export const SECRETS = ["CANARY-NOTE", "CANARY-SOURCE", "CANARY-RATIONALE", "E-001", "CANARY-TITLE"];

/** One report with every block kind, every mark, hostile text, and secrets in every field that is not exported. */
export function everyKind(): ExportInput {
  const draft = smallDraft();
  const evidence = Evidence.parse({
    id: "evidence-1",
    reference: "E-001",
    kind: "interview",
    title: "CANARY-TITLE",
    date: "2009-09-14",
    source: "CANARY-SOURCE",
    notes: "CANARY-NOTE",
  });
  const report = {
    ...asReport({
      ...draft,
      title: "Inspection of “Anyshire” & <others>",
      judgements: draft.judgements.map((judgement) => ({ ...judgement, rationale: "CANARY-RATIONALE" })),
      blocks: [
        block({ kind: "heading", level: 1, text: "About this inspection" }),
        block({
          kind: "paragraph",
          evidenceIds: ["evidence-1"],
          inlines: [
            { kind: "text", text: "Plain, " },
            { kind: "text", text: "bold", bold: true },
            { kind: "text", text: " and " },
            { kind: "text", text: "italic", italic: true },
            { kind: "evidence", evidenceId: "evidence-1" },
            { kind: "text", text: " and a " },
            { kind: "text", text: "link", href: "https://www.gov.uk/?a=1&b=2" },
          ],
        }),
        block({
          kind: "paragraph",
          inlines: [
            { kind: "text", text: "Of these, " },
            { kind: "figure", figureId: "figure-1", text: "469" },
            { kind: "text", text: " were looked after" },
            { kind: "note", blockId: "note-1" },
            { kind: "text", text: ", as paragraph " },
            // The number it had when it was written: what is printed is the number it has.
            { kind: "reference", blockId: "referred-to", text: "97" },
            { kind: "text", text: " says." },
          ],
        }),
        block({ kind: "footnote", id: "note-1", text: "Counted on 31 March 2009." }),
        block({ kind: "footnote", text: "A note that lost its mark." }),
        block({ kind: "bullet", text: "First point" }),
        block({ kind: "bullet", level: 2, text: "Point within it" }),
        ...draft.blocks.slice(0, 3),
        block({ kind: "quotation", text: "They listened to me.", speaker: "child" }),
        block({ kind: "heading", level: 4, text: "A heading that skips levels" }),
        paragraph('#import "x" *not markup* $x$ <b>&amp;</b> =HYPERLINK(1) \u000b form\u000cfeed'),
        block({
          kind: "table",
          rows: [["Year", "Children"], ["2008", "414"], ["2009"]],
          text: "Looked after children",
        }),
        paragraph("Not numbered.", { numbered: false }),
        paragraph("Numbered and referred to.", { id: "referred-to" }),
        draft.blocks[3]!,
        block({ kind: "recommendation", text: "Ensure the second thing.", timescaleId: "immediately" }),
        block({
          kind: "recommendation",
          text: "Ensure the third thing.",
          timescaleId: "within-three-months",
        }),
        draft.blocks[4]!,
      ],
    }),
    evidence: [evidence],
  };
  return { report, framework: loadFrameworks().find(({ id }) => id === "slac-2009")! };
}
