import { createHash } from "node:crypto";
import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import { type Attachment, ContentHash } from "#shared/domain/evidence.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

/** A file of an item's, with its content. */
interface AttachedFile extends Pick<Attachment, "name" | "mediaType"> {
  readonly bytes: Uint8Array;
}

/**
 * Keeps a file with an item. A content that any item of the library has already is not kept twice.
 *
 * @throws Fault `bad-input` when this item has it already
 */
export function attach(db: WriteDb, evidenceId: EvidenceId, file: AttachedFile, change: Change): void {
  const hash = createHash("sha256").update(file.bytes).digest("hex");
  db.transaction(() => {
    const had = z
      .object({ name: z.string() })
      .optional()
      .parse(
        db
          .prepare("SELECT name FROM evidence_attachments WHERE evidence_id = ? AND hash = ?")
          .get(evidenceId, hash),
      );
    if (had)
      throw new Fault(
        "bad-input",
        `This item has that file already, as ${had.name}.`,
        "Nothing needs to be done: the two are the same, byte for byte.",
      );
    db.prepare(
      "INSERT INTO attachment_contents (hash, bytes, size) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
    ).run(hash, file.bytes, file.bytes.length);
    db.prepare(
      `INSERT INTO evidence_attachments (evidence_id, hash, name, media_type, added_by, added_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(evidenceId, hash, file.name, file.mediaType, change.by, change.at);
  })();
}

/**
 * Takes a file off an item. Its content leaves the library when no other item has it.
 *
 * @throws Fault `not-found`
 */
export function detach(db: WriteDb, evidenceId: EvidenceId, hash: string): void {
  const { changes } = db
    .prepare("DELETE FROM evidence_attachments WHERE evidence_id = ? AND hash = ?")
    .run(evidenceId, hash);
  if (changes === 0) throw noSuchFile();
}

const Content = z.object({ name: z.string(), media_type: z.string(), bytes: z.instanceof(Uint8Array) });

/** @throws Fault `not-found` */
export function readAttachment(db: ReadDb, evidenceId: EvidenceId, hash: string): AttachedFile {
  const row = db
    .prepare(
      `SELECT name, media_type, bytes FROM evidence_attachments JOIN attachment_contents USING (hash)
       WHERE evidence_id = ? AND hash = ?`,
    )
    .get(evidenceId, ContentHash.parse(hash));
  if (row === undefined) throw noSuchFile();
  const { name, media_type, bytes } = Content.parse(row);
  return { name, mediaType: media_type, bytes };
}

/** The same files with another item; their content is kept once. */
export function copyAttachments(db: WriteDb, from: EvidenceId, to: EvidenceId): void {
  db.prepare(
    `INSERT INTO evidence_attachments (evidence_id, hash, name, media_type, added_by, added_at)
     SELECT ?, hash, name, media_type, added_by, added_at FROM evidence_attachments WHERE evidence_id = ? ORDER BY seq`,
  ).run(to, from);
}

const noSuchFile = (): Fault =>
  new Fault(
    "not-found",
    "That file is no longer with this item.",
    "Reload the report to see the current list.",
  );
