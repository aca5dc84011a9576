import type { ExportEvent } from "#shared/api/exports.ts";

/** A file as it crosses the API. */
export const fileOf = (fileName: string, mediaType: string, bytes: Uint8Array) => ({
  fileName,
  mediaType,
  content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64"),
});

/** The last event of making a file: the file. */
export const done = (fileName: string, mediaType: string, bytes: Uint8Array): ExportEvent => ({
  kind: "done",
  ...fileOf(fileName, mediaType, bytes),
});
