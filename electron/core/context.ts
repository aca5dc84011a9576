import type { Jail } from "#electron/core/importers/jail.ts";
import type { Writer } from "#electron/core/store/ledger.ts";
import type { Library } from "#electron/core/store/database.ts";
import type { PseudonymTable } from "#electron/core/store/pseudonyms.ts";
import type { Change } from "#electron/core/store/reports.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { Fault } from "#shared/fault.ts";

/** What every handler is given. */
export interface CoreContext {
  readonly library: Library;
  /** Kept apart from the library. */
  readonly pseudonyms: PseudonymTable;
  readonly frameworks: readonly Framework[];
  readonly jail: Jail;
  readonly version: string;
  /** Shown on the library page. */
  readonly libraryName: string;
  /** Who is changing something, and when. */
  change(): Change;
  /** The same, with the role of the desk. */
  writer(): Writer;
  newId(): string;
}

/** @throws Fault `bad-framework` when the report's framework is not among those this program knows */
export function getFramework(
  context: Pick<CoreContext, "frameworks">,
  frameworkId: string | null,
): Framework {
  const framework = context.frameworks.find((candidate) => candidate.id === frameworkId);
  if (framework) return framework;
  throw new Fault(
    "bad-framework",
    frameworkId === null
      ? "This report has no framework."
      : `The framework ${frameworkId} is not installed here.`,
    "Put its pack into the frameworks folder, or import the report again with a framework it follows.",
  );
}
