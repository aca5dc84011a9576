import { z } from "zod";
import { AreaId, FrameworkId, GradeId, TimescaleId } from "#shared/domain/ids.ts";

/** One point on the scale. */
export const Grade = z.strictObject({
  id: GradeId,
  /** As printed: 1 is best in every Ofsted scale, 6 is best in Scotland's. */
  number: z.int(),
  label: z.string().min(1),
  /** Other wordings of the same grade, lower case: “requires improvement to be good”. */
  aliases: z.array(z.string()).default([]),
  meaning: z.string().default(""),
});
export type Grade = z.infer<typeof Grade>;

/** What is judged. Areas are listed in report order, a parent before its children. */
export const Area = z.strictObject({
  id: AreaId,
  title: z.string().min(1),
  /** For the outline and narrow places. */
  shortTitle: z.string().min(1).optional(),
  parent: AreaId.nullable().default(null),
  /** A group only gathers its children; a narrated area has text and no grade. */
  kind: z.enum(["graded", "narrated", "group"]).default("graded"),
  /** True for the one area that sums up the others of its tree. */
  overall: z.boolean().default(false),
  /** Wordings of its heading in published reports, besides the title. Compared without case and punctuation. */
  headings: z.array(z.string()).default([]),
  /** Wordings of its row in the table of grades, besides title and headings. */
  rows: z.array(z.string()).default([]),
  /** Noun phrases by which a sentence names this area: “value for money”. Used to tell whose grade a sentence states. */
  topics: z.array(z.string()).default([]),
  /**
   * Phrases that show a paragraph speaks to this area without naming it: “workforce strategy”. They tie
   * paragraphs that have no heading of their own on import, and never say whose grade a sentence states.
   */
  cues: z.array(z.string()).default([]),
});
export type Area = z.infer<typeof Area>;

/** A deadline group for recommendations. */
export const Timescale = z.strictObject({
  id: TimescaleId,
  label: z.string().min(1),
  /** Days from publication; null where the group sets no date. */
  days: z.int().nonnegative().nullable(),
});
export type Timescale = z.infer<typeof Timescale>;

/**
 * A limiting rule: when so many of `ifAreas` have a grade no better than `ifGrade`, none of `thenAreas` is above
 * `thenGrade`. It caps and never lifts. `always` and `ceiling` are the framework’s own words; `likely` allows
 * exceptions; `advisory` only says what published reports show.
 */
export const LimitingRule = z.strictObject({
  id: z.string().min(1),
  strength: z.enum(["always", "likely", "ceiling", "advisory"]),
  ifAreas: z.array(AreaId).min(1),
  ifGrade: GradeId,
  /** How many of `ifAreas` it takes. */
  atLeast: z.int().positive().default(1),
  thenAreas: z.array(AreaId).min(1),
  thenGrade: GradeId,
  text: z.string().min(1),
  source: z.string().min(1),
});
export type LimitingRule = z.infer<typeof LimitingRule>;

/** What the sentences of a skeleton can have filled in, written in braces. */
export const SKELETON_FIELDS = ["provider", "dates", "lead", "team"] as const;
export type SkeletonField = (typeof SKELETON_FIELDS)[number];

/**
 * One part of a new report, before anybody has written: a heading with the sentences every report has under it.
 * Fields in braces are filled in when the report is made. Square brackets stay for the author: “[number] case files”.
 */
export const SkeletonPart = z.strictObject({
  /** What the part speaks to. With no `heading` of its own it is headed by the area’s title. */
  areaId: AreaId.optional(),
  /** Left out together with `areaId`, the part goes on under the heading above. */
  heading: z.string().min(1).optional(),
  /** False for a heading that only speaks to a graded area; otherwise the area decides. */
  graded: z.boolean().optional(),
  /** By default the area’s depth in its tree, and 1 without an area. */
  level: z.int().min(1).max(4).optional(),
  /** Paragraphs; one that begins with “- ” is a bullet. */
  text: z.array(z.string().min(1)).default([]),
  numbered: z.boolean().default(true),
  /** What else stands here: the table of what the grades mean, or the record of main findings. */
  insert: z.enum(["scale", "findings-record"]).optional(),
  /** An empty recommendation is put here for each; null is one without a timescale. */
  recommendations: z.array(TimescaleId.nullable()).default([]),
});
export type SkeletonPart = z.infer<typeof SkeletonPart>;

/** What a reviewer looks into besides what the rules ask: answered in the checklist, and kept with the report. */
export const FrameworkQuestion = z.strictObject({
  /** Kept with the answer: another question takes another id. */
  id: z
    .string()
    .max(40)
    .regex(/^[a-z0-9-]+$/),
  text: z.string().min(1),
  /** It stands under the first of them; without any it is about the whole report. */
  areaIds: z.array(AreaId).default([]),
  /** Where it comes from. */
  source: z.string().min(1).optional(),
});
export type FrameworkQuestion = z.infer<typeof FrameworkQuestion>;

const IsoDate = z.iso.date();

/** One edition of one framework: data, never code. Source of the shape: docs/frameworks.md. */
export const Framework = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("plumbline-framework"),
  version: z.literal(1),
  id: FrameworkId,
  /** The framework without its edition, as printed by `plumbline check`: slac, sif, ilacs. */
  family: z.string().regex(/^[a-z0-9-]+$/),
  edition: z.string().min(1),
  title: z.string().min(1),
  inspectorate: z.string().min(1),
  /** The published document it follows. */
  source: z.string().min(1),
  /** False while the grade descriptors or rules come from a secondary source. */
  verified: z.boolean(),
  /** By the date the inspection ended; null is open. */
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  /** Phrases that only reports of this framework print, lower case; any one of them suggests it. */
  recognisedBy: z.array(z.string()).default([]),
  /** Worst first, so that a grade's index is its rank. */
  grades: z.array(Grade).min(2),
  areas: z.array(Area).min(1),
  timescales: z.array(Timescale).default([]),
  rules: z.array(LimitingRule).default([]),
  proportionWords: z
    .array(z.strictObject({ word: z.string(), fromPercent: z.number(), toPercent: z.number() }))
    .default([]),
  evidenceKinds: z.array(z.string()).default([]),
  /** Headings of parts that judge nothing, in report order: “About this inspection”. */
  sections: z
    .array(z.strictObject({ title: z.string(), headings: z.array(z.string()).default([]) }))
    .default([]),
  recordOfFindings: z.strictObject({ title: z.string() }).default({ title: "Record of main findings" }),
  /** What a new report begins with, in report order. A framework without one begins with its areas. */
  skeleton: z.array(SkeletonPart).default([]),
  questions: z.array(FrameworkQuestion).default([]),
});
export type Framework = z.infer<typeof Framework>;

/** Whether inspections that ended on that day (ISO) follow this edition. False for a day that is not known. */
export function covers(framework: Framework, date: string | null): boolean {
  if (date === null) return false;
  return (framework.validFrom ?? "") <= date && date <= (framework.validTo ?? "9999-12-31");
}

/**
 * The newest edition that covers the day; the newest of all when none does or no day is known.
 *
 * @param frameworks oldest first
 */
export const frameworkFor = (frameworks: readonly Framework[], date: string | null): Framework | undefined =>
  frameworks.findLast((framework) => covers(framework, date)) ?? frameworks.at(-1);

/** Null for a report without a framework, and for one whose framework is not among these. */
export const findFramework = (
  frameworks: readonly Framework[],
  frameworkId: FrameworkId | null,
): Framework | null => frameworks.find(({ id }) => id === frameworkId) ?? null;

/** 0 is the worst grade of the scale; null when the grade is not on it. */
export function rankOf(framework: Framework, gradeId: GradeId | null): number | null {
  const rank = framework.grades.findIndex((grade) => grade.id === gradeId);
  return rank < 0 ? null : rank;
}

export const findGrade = (framework: Framework, gradeId: GradeId | null): Grade | null =>
  framework.grades.find((grade) => grade.id === gradeId) ?? null;

export const findArea = (framework: Framework, areaId: AreaId | null): Area | null =>
  framework.areas.find((area) => area.id === areaId) ?? null;

/** The areas that are treated, graded or only narrated; none without a framework. A group is only what they stand under. */
export const judgementAreas = (framework: Pick<Framework, "areas"> | null): Area[] =>
  framework?.areas.filter(({ kind }) => kind !== "group") ?? [];

/** What an area is called where there is little room. */
export const shortTitleOf = ({ title, shortTitle }: Area): string => shortTitle ?? title;

/** From the root of its tree down to the area's parent. */
export function ancestorsOf(framework: Framework, area: Area): Area[] {
  const parent = findArea(framework, area.parent);
  return parent ? [...ancestorsOf(framework, parent), parent] : [];
}

/** The root of the area's tree; the area itself where it is one. */
export const rootOf = (framework: Framework, area: Area): Area => ancestorsOf(framework, area)[0] ?? area;

/** With the tree it stands in: two services have an overall effectiveness. An area the framework lacks is called by its id. */
export function nameOfArea(framework: Framework, areaId: AreaId): string {
  const area = findArea(framework, areaId);
  if (!area) return areaId;
  const root = rootOf(framework, area);
  return root === area ? shortTitleOf(area) : `${shortTitleOf(root)} · ${shortTitleOf(area)}`;
}
