import { z } from "zod";
import type { Backing } from "#shared/consistency/backing.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";
import { EVIDENCE_KINDS } from "#shared/domain/evidence.ts";
import { AreaId, GradeId } from "#shared/domain/ids.ts";

/** What one area’s grade stands on, in numbers: a row of the grade matrix, and of the portfolio. */
export const AreaFacts = z.strictObject({
  areaId: AreaId,
  gradeId: GradeId.nullable(),
  /** What the narrative reads like, how sure that is (0 to 1), and how likely the grade given is; null on too little text. */
  readsLike: z
    .strictObject({ gradeId: GradeId, chance: z.number(), ofGiven: z.number().nullable() })
    .nullable(),
  /** Statements that point the way of the grade, and the other way. */
  supports: z.int(),
  opposes: z.int(),
  words: z.int(),
  evidence: z.int(),
  kinds: z.array(z.enum(EVIDENCE_KINDS)),
  /** 0 to 1; null where there is no evidence to tell. */
  singleSource: z.number().nullable(),
  recommendations: z.int(),
  unanswered: z.int(),
  /** Faults at this area, questions aside. */
  findings: z.int(),
  errors: z.int(),
});
export type AreaFacts = z.infer<typeof AreaFacts>;

/** A report in numbers. */
export const ReportFacts = z.strictObject({
  words: z.int(),
  paragraphs: z.int(),
  areas: z.array(AreaFacts),
  /** How often each rule found a fault, questions aside. */
  rules: z.record(z.string(), z.int()),
});
export type ReportFacts = z.infer<typeof ReportFacts>;

/** @param backings of every area that is treated */
export function factsOf(
  snapshot: Snapshot,
  findings: readonly Finding[],
  backings: ReadonlyMap<AreaId, Backing>,
): ReportFacts {
  const faults = findings.filter(({ question }) => !question);
  const byArea = Map.groupBy(faults, ({ areaId }) => areaId);
  const rules: Record<string, number> = {};
  for (const { rule } of faults) rules[rule] = (rules[rule] ?? 0) + 1;
  return {
    words: snapshot.blocks.reduce((sum, view) => sum + view.words, 0),
    paragraphs: snapshot.blocks.filter(({ block }) => block.kind === "paragraph" && block.numbered).length,
    areas: snapshot.areas.flatMap(({ id, area, grade }) => {
      const backing = backings.get(id);
      if (area.kind === "group" || !backing) return [];
      return [areaFacts(id, grade?.id ?? null, backing, byArea.get(id) ?? [])];
    }),
    rules,
  };
}

/** @param faults that are about the area, questions aside */
export function areaFacts(
  areaId: AreaId,
  gradeId: GradeId | null,
  backing: Backing,
  faults: readonly Finding[],
): AreaFacts {
  const { readsLike } = backing;
  return {
    areaId,
    gradeId,
    readsLike: readsLike && {
      gradeId: readsLike.readsLike,
      chance: readsLike.probabilities.get(readsLike.readsLike) ?? 0,
      ofGiven: gradeId === null ? null : (readsLike.probabilities.get(gradeId) ?? 0),
    },
    supports: backing.supports.length,
    opposes: backing.opposes.length,
    words: backing.words,
    evidence: backing.evidence.length,
    kinds: [...backing.kinds],
    singleSource: backing.singleSource,
    recommendations: backing.recommendations.length,
    unanswered: backing.unanswered.length,
    findings: faults.length,
    errors: faults.filter(({ severity }) => severity === "error").length,
  };
}
