import type { Exporter } from "#electron/core/exporters/exporter.ts";
import { html } from "#electron/core/exporters/html.ts";
import { pdf } from "#electron/core/exporters/pdf.ts";
import { word } from "#electron/core/exporters/word.ts";
import type { ExportFormat } from "#shared/api/exports.ts";

/** Every format the contract names. */
export const exporters: Readonly<Record<ExportFormat, Exporter>> = { word, pdf, html };
