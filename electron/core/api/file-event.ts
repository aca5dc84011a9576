import type { ExportEvent } from "#shared/api/exports.ts";

type Done = Extract<ExportEvent, { kind: "done" }>;

/** The last event of making a file: the file. */
export const done = (fileName: string, mediaType: string, bytes: Uint8Array): Done => ({
  kind: "done",
  fileName,
  mediaType,
  content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64"),
});
