import { availableParallelism } from "node:os";
import { asFault } from "#electron/core/app.ts";
import { openJail } from "#electron/core/importers/jail.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { ImportedReport } from "#shared/domain/report.ts";
import type { Fault } from "#shared/fault.ts";

export type ReadResult = { readonly draft: ImportedReport } | { readonly fault: Fault };

/** Readers side by side: one a core, and no more than stays fair to the desk the command runs on. */
const MOST_READERS = 4;

/**
 * Reads files in jailed readers, several at once, and yields them in the order given. A file that is refused
 * yields its fault and the others go on.
 */
export async function* readFiles(
  files: readonly string[],
  frameworks: readonly Framework[],
  onStart: (index: number) => void = () => {},
): AsyncGenerator<{ file: string; result: ReadResult }> {
  const readers = Math.min(MOST_READERS, availableParallelism(), files.length);
  const jails = Array.from({ length: readers }, () => openJail({ frameworks }));
  try {
    const results = files.map(() => Promise.withResolvers<ReadResult>());
    let next = 0;
    const work = jails.map(async (jail) => {
      for (let index = next++; index < files.length; index = next++) {
        onStart(index);
        const reading = jail.read(files[index]!, {});
        results[index]!.resolve(
          await reading.then(
            (draft) => ({ draft }),
            (error: unknown) => ({ fault: asFault(error) }),
          ),
        );
      }
    });
    for (const [index, file] of files.entries()) yield { file, result: await results[index]!.promise };
    await Promise.all(work);
  } finally {
    for (const jail of jails) jail.close();
  }
}
