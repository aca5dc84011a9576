import type { PortfolioRow } from "#shared/api/portfolio.ts";
import { findArea, type Framework, rootOf } from "#shared/domain/framework.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";

/** A report of one framework, as the pictures and the tables read it. */
export type Own = PortfolioRow & { readonly frameworkId: PortfolioRow["summary"]["frameworkId"] };

/** A number that was pressed: which grade of which area. */
export interface Chosen {
  readonly areaId: AreaId;
  readonly gradeId: GradeId;
}

/** Areas gathered by the group they stand in, in order; under null those of a framework that has no groups. */
export function byGroup<Of extends { readonly areaId: AreaId }>(
  framework: Framework,
  areas: readonly Of[],
): Map<string | null, Of[]> {
  return Map.groupBy(areas, ({ areaId }) => {
    const area = findArea(framework, areaId);
    const root = area && rootOf(framework, area);
    return root?.kind === "group" ? root.title : null;
  });
}
