import { randomUUID } from "node:crypto";
import { Block, plain } from "#shared/domain/block.ts";
import { AreaId, BlockId, FrameworkId, GradeId } from "#shared/domain/ids.ts";
import { Judgement, type ReportDraft } from "#shared/domain/report.ts";

type Loose = Record<string, unknown> & { kind: Block["kind"] };

/** A block with what the test does not care about filled in. */
export const block = (fields: Loose & { text?: string }): Block => {
  const { text, ...rest } = fields;
  return Block.parse({ id: randomUUID(), inlines: text === undefined ? [] : plain(text), ...rest });
};

export const paragraph = (text: string, fields: Record<string, unknown> = {}): Block =>
  block({ kind: "paragraph", text, ...fields });

/** A small report under the 2009 framework: one service, two graded areas, one recommendation. */
export function smallDraft(fields: Partial<ReportDraft> = {}): ReportDraft {
  const overall = AreaId.parse("safeguarding.overall-effectiveness");
  const partnerships = AreaId.parse("safeguarding.partnerships");
  return {
    title: "Inspection of Anyshire",
    provider: "Anyshire",
    frameworkId: FrameworkId.parse("slac-2009"),
    inspectionDate: "2009-09-30",
    judgements: [
      Judgement.parse({ areaId: overall, gradeId: "inadequate", rowText: "Overall effectiveness" }),
      Judgement.parse({ areaId: partnerships, gradeId: "adequate" }),
    ],
    blocks: [
      block({
        kind: "heading",
        level: 2,
        graded: true,
        areaIds: [overall],
        text: "Overall effectiveness",
        printedGrade: { gradeId: GradeId.parse("inadequate"), wording: "Grade 4 (Inadequate)" },
      }),
      paragraph("The overall effectiveness of safeguarding services is inadequate.", { areaIds: [overall] }),
      paragraph("Partnership working is adequate.", { areaIds: [partnerships, overall] }),
      block({
        kind: "recommendation",
        text: "Ensure plans are kept.",
        timescaleId: "immediately",
        areaIds: [overall],
      }),
      block({ kind: "findings-record" }),
    ],
    ...fields,
  };
}

export const blockId = (id: string): BlockId => BlockId.parse(id);
