import type { Importer } from "#electron/core/importers/importer.ts";
import { reportText } from "#electron/core/importers/report-text.ts";

/** In the order in which they are tried; the last takes any text. */
export const importers: readonly Importer[] = [reportText];
