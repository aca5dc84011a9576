import type { Exporter } from "#electron/core/exporters/exporter.ts";
import type { ExportFormat } from "#shared/api/exports.ts";

/** Every format the contract names. What writes one is loaded when it is first asked for. */
export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  word: {
    id: "word",
    label: "Word",
    extension: ".docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: async (input) => (await import("#electron/core/exporters/word.ts")).writeWord(input),
  },
  pdf: {
    id: "pdf",
    label: "PDF",
    extension: ".pdf",
    mediaType: "application/pdf",
    write: async (input) => (await import("#electron/core/exporters/pdf.ts")).writePdf(input),
  },
  html: {
    id: "html",
    label: "HTML",
    extension: ".html",
    mediaType: "text/html",
    write: async (input) => (await import("#electron/core/exporters/html.ts")).writeHtml(input),
  },
};
