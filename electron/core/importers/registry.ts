import type { Importer } from "#electron/core/importers/importer.ts";
import { reportPdf } from "#electron/core/importers/report-pdf.ts";
import { reportText } from "#electron/core/importers/report-text.ts";
import { reportWord } from "#electron/core/importers/report-word.ts";

/** In the order in which they are tried; the last takes any text. */
export const importers: readonly Importer[] = [reportPdf, reportWord, reportText];
