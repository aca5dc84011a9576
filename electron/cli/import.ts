import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type LibraryOptions, libraryOf } from "#electron/cli/library-options.ts";
import { expandPaths } from "#electron/cli/paths.ts";
import { ProgressLine } from "#electron/cli/progress.ts";
import { readFiles } from "#electron/cli/read-files.ts";
import { addToLibrary } from "#electron/core/api/imports.ts";
import { openApp } from "#electron/core/app.ts";
import { faultText } from "#shared/fault.ts";

/** Reads files into the library; a refused one is named with its reason and the others go on. */
export async function importReports(paths: readonly string[], options: LibraryOptions): Promise<number> {
  const files = expandPaths(paths);
  const app = await openApp(libraryOf(options));
  const progress = new ProgressLine();
  let refused = 0;
  try {
    const { context } = app;
    const show = (index: number): void =>
      progress.show(`Reading ${index + 1} of ${files.length}: ${files[index]}`);
    for await (const { file, result } of readFiles(files, context.frameworks, show)) {
      progress.clear();
      if ("fault" in result) {
        refused += 1;
        process.stderr.write(`${file}: ${faultText(result.fault)}\n`);
        continue;
      }
      addToLibrary(context, result.draft, { name: basename(file), bytes: readFileSync(file) });
      console.log(`${file}: ${result.draft.title}`);
    }
  } finally {
    progress.clear();
    app.close();
  }
  return refused > 0 ? 2 : 0;
}
