import type { BlockId, FrameworkId, ReportId } from "#shared/domain/ids.ts";

/** What was brought back a moment ago, so that the report can say so and offer the way back. */
export interface Restored {
  /** As a sentence names it: “Before factual accuracy”, today 14:02. */
  readonly name: string;
  /** The revision that stood before. */
  readonly before: number;
  readonly grades: boolean;
}

/** Where the user is: on the shelf, in one report, perhaps at one of its blocks, or between two of its revisions. */
export type Place =
  | { readonly screen: "library" }
  | {
      readonly screen: "report";
      readonly reportId: ReportId;
      readonly blockId: BlockId | null;
      readonly restored?: Restored;
    }
  | {
      readonly screen: "compare";
      readonly report: {
        readonly id: ReportId;
        readonly title: string;
        readonly frameworkId: FrameworkId | null;
      };
      readonly before: number;
      readonly after: number;
      /** Where the caret was, to go back to. */
      readonly blockId: BlockId | null;
    };
