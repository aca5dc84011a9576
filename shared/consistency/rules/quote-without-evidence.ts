import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";
import { EvidenceId } from "#shared/domain/ids.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";

/** Shorter quotations are names and terms: ‘One Cornwall’, ‘no further action’. */
const FEWEST_WORDS = 5;
const SPOKEN =
  /\b(?:said|says|told|commented|comments?|described|stated|quotes?|reported|explained|wrote|asked|felt|fair)\b/i;

export const quoteWithoutEvidence = defineRule({
  id: "quote/without-evidence",
  number: 34,
  severity: "advice",
  mode: "deterministic",
  title: "A quotation is not linked to the evidence it comes from",
  why: "Somebody will ask who said it and when; only the record can answer.",
  remedy: "Tie the paragraph to the evidence item in which the words are recorded.",
  source: "docs/frameworks.md, “How inspectors record evidence”",
  guards: [
    "Only in reports that have evidence items at all.",
    "Names and terms in quotation marks are left out: a quotation has five words or more and a verb of saying.",
  ],
  examples: {
    flagged: [
      {
        lines: ["help: One parent said ‘everything is a battle and too slow’."],
        evidence: [
          {
            id: EvidenceId.parse("e1"),
            reference: "E-001",
            kind: "interview",
            title: "Parents",
            date: null,
            source: "",
            people: 4,
            notes: "",
            areaIds: [],
            direction: "context",
            sensitivity: "paraphrase",
            attachments: [],
          },
        ],
      },
    ],
    clean: [{ lines: ["help: One parent said ‘everything is a battle and too slow’."] }],
  },
  over: "report",
  *check(report) {
    if (report.evidence.length === 0) return;
    for (const { view, fact } of gather(report, unlinkedIn)) {
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [fact.start, fact.end],
        message: `No evidence item is cited for this quotation. Tie it to the record of who said it.`,
      };
    }
  },
});

function unlinkedIn(view: BlockView): readonly Span[] {
  const { block, analysis } = view;
  if (block.kind !== "paragraph" && block.kind !== "bullet" && block.kind !== "quotation") return [];
  if (block.evidenceIds.length > 0 || block.inlines.some(({ kind }) => kind === "evidence")) return [];
  if (block.kind === "quotation") return view.text === "" ? [] : [{ start: 0, end: view.text.length }];
  return analysis.quotations.spans.filter(
    ({ start, end }) =>
      view.text.slice(start, end).split(/\s+/).length >= FEWEST_WORDS &&
      SPOKEN.test(view.text.slice(Math.max(0, start - 120), start)),
  );
}
