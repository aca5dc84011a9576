import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import { perFramework } from "#shared/consistency/per-framework.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";
import { isFirm, placedIn, type PlacedStatement } from "#shared/consistency/stated-grades.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";

/** What a sentence says of an area’s grade, without anything of the block around it. */
export interface Claim {
  readonly areaId: AreaId;
  readonly gradeId: GradeId;
  readonly denied: boolean;
  readonly hedged: boolean;
  /** Commits itself: see `isFirm`. */
  readonly firm: boolean;
  /** Of a part that the area’s title names. */
  readonly component: boolean;
  /** “Services to children who are adopted and to care leavers”: some of those the area is for. */
  readonly forSome: boolean;
  readonly form: PlacedStatement["statement"]["form"];
  readonly certainty: PlacedStatement["certainty"];
  readonly quote: string;
  readonly span: readonly [number, number];
}

const FOR_SOME = /\b(?:to|for) .*\b(?:who|whose|and (?:to|for))\b/;

/** Reads the claims of a block: this inspection’s statements with their areas. */
export const claimsFor = perFramework((framework) => {
  const lexicon = lexiconOf(framework);
  return (view: BlockView): readonly Claim[] => placedIn(view, lexicon).map(claimOf);
});

function claimOf(placed: PlacedStatement): Claim {
  const { areaId, certainty, statement, quote } = placed;
  const { gradeId, hedged, form, polarity, scope, span } = statement;
  return {
    areaId,
    gradeId,
    denied: polarity === "denied",
    hedged,
    firm: isFirm(placed),
    component: scope.kind === "named" && scope.fit === "component",
    forSome: scope.kind === "generic" && FOR_SOME.test(quote),
    form,
    certainty,
    quote,
    span: [span.start, span.end],
  };
}
