import { type LibraryOptions, libraryOf } from "#electron/cli/library-options.ts";
import { runHost } from "#electron/host/main.ts";

export interface OpenOptions extends LibraryOptions {
  readonly sample?: boolean;
  readonly window: boolean;
}

/** A new library starts with the sample report in it, so that there is something to look at. */
export async function openWorkstation(options: OpenOptions): Promise<void> {
  const library = options.sample ? { path: null } : libraryOf(options);
  await runHost({ ...library, sample: true }, { window: options.window });
}
