import type { PortfolioRow } from "#shared/api/portfolio.ts";
import { ancestorsOf, findArea, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";

/** A report of one framework, as the pictures and the tables read it. */
export type Own = PortfolioRow & { readonly frameworkId: PortfolioRow["summary"]["frameworkId"] };

/** A number that was pressed: which grade of which area. */
export interface Chosen {
  readonly areaId: AreaId;
  readonly gradeId: GradeId;
}

/** An area by its short name, and after it the tree it stands in where that has others of the same name. */
export function fullNameOf(framework: Framework, areaId: AreaId): string {
  const area = findArea(framework, areaId);
  if (!area) return areaId;
  const name = shortTitleOf(area);
  const root = ancestorsOf(framework, area)[0];
  const namesake = framework.areas.some((each) => each !== area && shortTitleOf(each) === name);
  return namesake && root ? `${name} (${shortTitleOf(root)})` : name;
}

/** Areas gathered by the group they stand in, in order; under null those of a framework that has no groups. */
export function byGroup<Of extends { readonly areaId: AreaId }>(
  framework: Framework,
  areas: readonly Of[],
): Map<string | null, Of[]> {
  return Map.groupBy(areas, ({ areaId }) => {
    const area = findArea(framework, areaId);
    const root = area && ancestorsOf(framework, area)[0];
    return root?.kind === "group" ? root.title : null;
  });
}
