import type { PortfolioRow } from "#shared/api/portfolio.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";

/** A report of one framework, as the pictures and the tables read it. */
export type Own = PortfolioRow & { readonly frameworkId: PortfolioRow["summary"]["frameworkId"] };

/** A number that was pressed: which grade of which area. */
export interface Chosen {
  readonly areaId: AreaId;
  readonly gradeId: GradeId;
}
