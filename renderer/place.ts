import type { PackagePreview } from "#shared/api/packages.ts";
import type { Returned } from "#shared/api/returned.ts";
import type { BlockId, FrameworkId, ReportId } from "#shared/domain/ids.ts";

/** What was brought back or taken over a moment ago, so that the report can say so and offer the way back. */
export interface Restored {
  /** What is said of it, and what once it is undone. */
  readonly says: string;
  readonly undone: string;
  /** The revision that stood before. */
  readonly before: number;
  readonly grades: boolean;
}

/** A review package, and what opened it. */
export interface Sealed {
  readonly file: File;
  /** Null where it was made for this desk. */
  readonly passphrase: string | null;
}

/**
 * Where the user is: on the shelf, before all reports as one, in one report, perhaps at one of its blocks, between two of its revisions, or before
 * what came back of it.
 */
export type Place =
  | { readonly screen: "library" }
  | { readonly screen: "portfolio" }
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
    }
  | {
      readonly screen: "returned";
      readonly report: {
        readonly id: ReportId;
        readonly title: string;
        readonly frameworkId: FrameworkId | null;
      };
      readonly fileName: string;
      readonly returned: Returned;
      readonly blockId: BlockId | null;
    }
  | {
      readonly screen: "package";
      readonly report: {
        readonly id: ReportId;
        readonly title: string;
        readonly frameworkId: FrameworkId | null;
      };
      readonly sealed: Sealed;
      readonly preview: PackagePreview;
    };
