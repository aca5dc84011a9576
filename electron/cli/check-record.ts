import { alignmentModel } from "#electron/core/alignment-model.ts";
import type { Alignment } from "#shared/consistency/alignment/reads-like.ts";
import { backingOf, type Backing } from "#shared/consistency/backing.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import { rulesByDefault } from "#shared/consistency/registry.ts";
import type { Rule } from "#shared/consistency/rule.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import type { AreaView, Snapshot } from "#shared/consistency/snapshot.ts";
import { statedGrades } from "#shared/consistency/stated-grades.ts";
import { findFramework, type Framework } from "#shared/domain/framework.ts";
import type { AreaId, FrameworkId } from "#shared/domain/ids.ts";
import type { ReportDraft } from "#shared/domain/report.ts";
import { factsOf, type ReportFacts } from "#shared/portfolio/report-facts.ts";
import { type Fault, faultText } from "#shared/fault.ts";

/** One line of `plumbline check --format json`. Source of the shape: docs/check-output.md. */
export interface CheckRecord {
  readonly file: string;
  readonly status: "ok" | "unreadable";
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly framework: string | null;
  readonly title: string | null;
  readonly paragraphCount: number;
  readonly wordCount: number;
  readonly areas: readonly AreaRecord[];
  readonly recommendations: readonly { text: string; timescale: string | null; areas: readonly string[] }[];
  readonly findings: readonly FindingRecord[];
}

interface AreaRecord {
  readonly id: string;
  readonly title: string;
  readonly grade: string | null;
  readonly stated: readonly {
    where: "cover" | "heading" | "paragraph";
    number?: number;
    grade: string;
    quote: string;
  }[];
  readonly paragraphs: readonly number[];
  /** What the narrative reads like; null where there is too little of it, or the scale is not four-point. */
  readonly alignment: AlignmentRecord | null;
}

interface AlignmentRecord {
  readonly score: number;
  readonly readsLike: string;
  readonly probabilities: Readonly<Record<string, number>>;
  /** How far the rest of the report moves the score. */
  readonly restOfReport: number;
  readonly because: readonly {
    readonly paragraph: number | null;
    readonly quote: string;
    readonly pull: number;
  }[];
}

type FindingRecord = Pick<
  Finding,
  "rule" | "severity" | "paragraph" | "quote" | "span" | "message" | "fingerprint"
> & {
  readonly area: string | null;
};

/** A checked report: the line that is printed, and what the other formats need besides. */
export interface Checked {
  readonly record: CheckRecord;
  readonly snapshot: Snapshot | null;
  /** Of every area that is treated. */
  readonly backings: ReadonlyMap<AreaId, Backing>;
  readonly findings: readonly Finding[];
  readonly frameworkId: FrameworkId | null;
  /** Null for a file that could not be read. */
  readonly facts: ReportFacts | null;
}

export function checkDraft(
  file: string,
  draft: ReportDraft,
  frameworks: readonly Framework[],
  rules: readonly Rule[] = rulesByDefault,
): Checked {
  const framework = findFramework(frameworks, draft.frameworkId);
  const snapshot = buildSnapshot(draft, framework, null, alignmentModel());
  const findings = check(snapshot, rules);
  const stated = statedGrades(snapshot);
  const backings = new Map(snapshot.areas.map((view) => [view.id, backingOf(snapshot, view)]));
  const record: CheckRecord = {
    file,
    status: "ok",
    error: null,
    framework: framework?.family ?? null,
    title: draft.title,
    paragraphCount: snapshot.blocks.filter(({ block }) => block.kind === "paragraph" && block.numbered)
      .length,
    wordCount: snapshot.blocks.reduce((sum, view) => sum + view.words, 0),
    areas: snapshot.areas
      .filter(({ area }) => area.kind !== "group")
      .map((view) => ({
        id: view.id,
        title: view.area.title,
        grade: view.grade?.id ?? null,
        stated: (stated.get(view.id) ?? []).map(({ where, number, gradeId, quote }) => ({
          where,
          ...(number !== null && { number }),
          grade: gradeId,
          quote,
        })),
        paragraphs: numbersOf(view),
        alignment: alignmentRecord(backings.get(view.id)!.readsLike),
      })),
    recommendations: snapshot.recommendations.map(({ text, block }) => ({
      text,
      timescale: block.timescaleId,
      areas: block.areaIds,
    })),
    findings: findings.map(({ areaId, blockId: _block, question: _question, fix: _fix, ...finding }) => ({
      ...finding,
      area: areaId,
    })),
  };
  const facts = factsOf(snapshot, findings, backings);
  return { record, snapshot, backings, findings, frameworkId: draft.frameworkId, facts };
}

function alignmentRecord(alignment: Alignment | null): AlignmentRecord | null {
  if (!alignment) return null;
  return {
    score: rounded(alignment.score),
    readsLike: alignment.readsLike,
    probabilities: Object.fromEntries(
      [...alignment.probabilities].map(([grade, chance]) => [grade, rounded(chance)]),
    ),
    restOfReport: rounded(alignment.restOfReport),
    because: alignment.because.map(({ paragraph, quote, pull }) => ({
      paragraph,
      quote,
      pull: rounded(pull),
    })),
  };
}

const rounded = (value: number): number => Number(value.toFixed(3));

const numbersOf = (view: AreaView): number[] => [
  ...new Set(view.narrative.flatMap(({ paragraph }) => (paragraph === null ? [] : [paragraph]))),
];

export const unreadable = (file: string, fault: Fault): Checked => ({
  record: {
    file,
    status: "unreadable",
    error: { code: fault.code, message: faultText(fault) },
    framework: null,
    title: null,
    paragraphCount: 0,
    wordCount: 0,
    areas: [],
    recommendations: [],
    findings: [],
  },
  snapshot: null,
  backings: new Map(),
  findings: [],
  frameworkId: null,
  facts: null,
});
