import { type Block, plain } from "#shared/domain/block.ts";
import {
  ancestorsOf,
  type Area,
  findArea,
  type Framework,
  type SkeletonField,
  type SkeletonPart,
} from "#shared/domain/framework.ts";
import type { AreaId, BlockId, TimescaleId } from "#shared/domain/ids.ts";
import type { ReportDraft } from "#shared/domain/report.ts";
import { listed } from "#shared/listed.ts";

/** What is known of an inspection when its report is begun. Text may be empty and dates unknown. */
export interface InspectionDetails {
  readonly title: string;
  readonly provider: string;
  /** ISO dates. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly lead: string;
  /** One person a line. */
  readonly team: string;
}

/**
 * The report an inspection under this framework begins with: its headings in order, the sentences every report has,
 * an empty paragraph under each area, and nothing judged. What is not known stays in square brackets.
 *
 * @param newId a new block id at each call
 */
export function draftFromFramework(
  framework: Framework,
  details: InspectionDetails,
  newId: () => string,
): ReportDraft {
  const fill = filler(details);
  const parts = framework.skeleton.length > 0 ? framework.skeleton : plainSkeleton(framework);
  return {
    title: details.title,
    provider: details.provider,
    frameworkId: framework.id,
    inspectionDate: details.lastDay ?? details.firstDay,
    judgements: framework.areas
      .filter((area) => area.kind === "graded")
      .map((area) => ({ areaId: area.id, gradeId: null, rationale: "", rowText: null })),
    blocks: parts.flatMap((part) => blocksOf(framework, part, fill, () => newId() as BlockId)),
  };
}

/** A heading for every area, then what needs to improve and the record: what a pack without a skeleton begins with. */
const plainSkeleton = (framework: Framework): SkeletonPart[] => {
  const part = { text: [], numbered: true, recommendations: [] };
  return [
    ...framework.areas.map((area) => ({ ...part, areaId: area.id })),
    {
      ...part,
      heading: "Areas for improvement",
      recommendations: framework.timescales.length > 0 ? framework.timescales.map(({ id }) => id) : [null],
    },
    { ...part, insert: "findings-record" },
  ];
};

function blocksOf(
  framework: Framework,
  part: SkeletonPart,
  fill: (text: string) => string,
  newId: () => BlockId,
): Block[] {
  const area = findArea(framework, part.areaId ?? null);
  const areaIds: AreaId[] = area ? [area.id] : [];
  const base = (text: string) => ({
    id: newId(),
    inlines: plain(text),
    areaIds: [...areaIds],
    evidenceIds: [],
    bearings: {},
  });
  const paragraph = (text: string): Block =>
    text.startsWith("- ")
      ? { kind: "bullet", ...base(fill(text.slice(2))), level: 1 }
      : { kind: "paragraph", ...base(fill(text)), numbered: part.numbered };
  const recommendation = (timescaleId: TimescaleId | null): Block => ({
    kind: "recommendation",
    ...base(""),
    timescaleId,
    justifiedBy: [],
  });
  const title = part.heading ?? area?.title;
  const blocks: Block[] = [];
  if (title !== undefined)
    blocks.push({
      kind: "heading",
      ...base(fill(title)),
      level: part.level ?? (area ? depthOf(framework, area) : 1),
      graded: part.graded ?? area?.kind === "graded",
      printedGrade: null,
    });
  blocks.push(...part.text.map(paragraph));
  if (part.insert === "scale") blocks.push(scaleTable(framework, newId()));
  if (part.insert === "findings-record") blocks.push({ kind: "findings-record", ...base("") });
  blocks.push(...part.recommendations.map(recommendation));
  // Somewhere to begin: a heading that waits for its words, but not one that only gathers others.
  if (blocks.length === 1 && title !== undefined && area?.kind !== "group") blocks.push(paragraph(""));
  return blocks;
}

const depthOf = (framework: Framework, area: Area): 1 | 2 | 3 | 4 =>
  Math.min(4, ancestorsOf(framework, area).length + 1) as 1 | 2 | 3 | 4;

/** What the grades mean, best first, as reports print it. */
const scaleTable = (framework: Framework, id: BlockId): Block => ({
  kind: "table",
  id,
  inlines: [],
  areaIds: [],
  evidenceIds: [],
  bearings: {},
  header: true,
  rows: [
    ["Grade", "What it means"],
    ...framework.grades
      .toReversed()
      .map((grade) => [`${grade.label} (Grade ${grade.number})`, grade.meaning]),
  ],
});

function filler(details: InspectionDetails): (text: string) => string {
  const values: Record<SkeletonField, string> = {
    provider: details.provider.trim() || "[provider]",
    dates: spokenDates(details.firstDay, details.lastDay) ?? "[inspection dates]",
    lead: details.lead.trim() || "[lead inspector]",
    team: listed(namesIn(details.team)) || "[inspection team]",
  };
  return (text) =>
    text.replace(/\{(\w+)\}/g, (field, name: string) => values[name as SkeletonField] ?? field);
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** “11 to 13 July 2023”, with as much of the first date as the last does not say already. Null when neither is known. */
export function spokenDates(firstDay: string | null, lastDay: string | null): string | null {
  const last = lastDay ?? firstDay;
  if (last === null) return null;
  const say = (iso: string, parts: "day" | "month" | "year"): string => {
    const date = new Date(`${iso}T00:00:00Z`);
    if (parts === "day") return day.format(date);
    const spoken = `${day.format(date)} ${month.format(date)}`;
    return parts === "month" ? spoken : `${spoken} ${iso.slice(0, 4)}`;
  };
  if (firstDay === null || firstDay === last) return say(last, "year");
  const part =
    firstDay.slice(0, 7) === last.slice(0, 7)
      ? "day"
      : firstDay.slice(0, 4) === last.slice(0, 4)
        ? "month"
        : "year";
  return `${say(firstDay, part)} to ${say(last, "year")}`;
}

/** “11 July 2023”. @param iso a day: 2023-07-11 */
export const spokenDay = (iso: string): string => spokenDates(null, iso) ?? iso;

/** One name a line, without the mark somebody set after it. */
const namesIn = (lines: string): string[] =>
  lines
    .split("\n")
    .map((line) => line.trim().replace(/[,;.]$/, ""))
    .filter((line) => line !== "");
