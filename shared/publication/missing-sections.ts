import { type Block, textOf } from "#shared/domain/block.ts";
import { type Area, findArea, type Framework } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";

/** Headings are compared by their words alone. */
const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export interface MissingSection {
  readonly title: string;
  readonly areaId: AreaId | null;
}

/**
 * The parts that a report of this framework has and this one lacks: areas of its skeleton, and the sections it names. A
 * part is there when something is headed by one of its names or, for an area, speaks to it.
 */
export function missingSections(blocks: readonly Block[], framework: Framework | null): MissingSection[] {
  if (!framework) return [];
  const headed = new Set(
    blocks.filter(({ kind }) => kind === "heading").map((block) => words(textOf(block))),
  );
  const spokenTo = new Set(blocks.flatMap(({ areaIds }) => areaIds));
  const isThere = (names: readonly string[], area: Area | null): boolean =>
    (area !== null && spokenTo.has(area.id)) || names.some((name) => headed.has(words(name)));
  const hasRecord = blocks.some(({ kind }) => kind === "findings-record");
  const hasRecommendations = blocks.some(({ kind }) => kind === "recommendation");
  return framework.skeleton.flatMap(({ areaId, heading, insert, recommendations }) => {
    const area = findArea(framework, areaId ?? null);
    const title = heading ?? area?.title;
    if (title === undefined || area?.kind === "group") return [];
    const section = framework.sections.find((each) => words(each.title) === words(title));
    if (area === null && !section) return [];
    if (insert === "findings-record" && hasRecord) return [];
    if (recommendations.length > 0 && hasRecommendations) return [];
    return isThere([title, ...(area?.headings ?? []), ...(section?.headings ?? [])], area)
      ? []
      : [{ title, areaId: area?.id ?? null }];
  });
}
