import type { ExportEvent } from "#shared/api/exports.ts";

/** The last event of making a file: the file. */
export const done = (fileName: string, mediaType: string, bytes: Uint8Array): ExportEvent => ({
  kind: "done",
  fileName,
  mediaType,
  content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64"),
});
