import type { Framework } from "#shared/domain/framework.ts";
import type { ImportedReport } from "#shared/domain/report.ts";

export interface ImportContext {
  readonly frameworks: readonly Framework[];
  /** Called once a page, from 1; pages is 0 where the format has none. */
  onPage(page: number, pages: number): void;
}

/** One format. Recognised by what the bytes are, never by the file's name. */
export interface Importer {
  readonly id: string;
  readonly label: string;
  recognises(bytes: Uint8Array): boolean;
  /** @throws Fault with a reason a person understands */
  read(bytes: Uint8Array, context: ImportContext): Promise<ImportedReport>;
}
