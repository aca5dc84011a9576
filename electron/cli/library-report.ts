import { existsSync } from "node:fs";
import { type LibraryOptions, libraryOf } from "#electron/cli/library-options.ts";
import { type App, openApp } from "#electron/core/app.ts";
import { listReports } from "#electron/core/store/reports.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

/**
 * Opens the library for as long as something is done with one report of it.
 *
 * @param name its title, its provider or its id
 * @param or what else the name might have been, in a message: “a file”
 * @throws Fault not-found where none is called so, or several
 */
export async function withReport<T>(
  name: string,
  options: LibraryOptions,
  or: string | null,
  use: (app: App, reportId: ReportId) => T | Promise<T>,
): Promise<T> {
  const neither = or === null ? "is not" : `is neither ${or} nor`;
  const remedy = `Give ${or === null ? "" : "the file’s path, "}the report's whole title, or its id.`;
  const library = libraryOf(options);
  if (library.path !== null && !existsSync(library.path))
    throw new Fault(
      "not-found",
      or === null
        ? "You have no library yet."
        : `${name} ${neither}, as you have no library yet, a report in it.`,
      "Check the name.",
    );
  const app = await openApp(library);
  try {
    const wanted = name.toLocaleLowerCase("en-GB");
    const found = listReports(app.context.library.read, false).filter(
      ({ id, title, provider }) =>
        id === name || [title, provider].some((text) => text.toLocaleLowerCase("en-GB") === wanted),
    );
    if (found.length !== 1)
      throw new Fault(
        "not-found",
        found.length === 0
          ? `${name} ${neither} a report in your library.`
          : `${found.length} reports are called ${name}.`,
        remedy,
      );
    return await use(app, found[0]!.id);
  } finally {
    app.close();
  }
}
