import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import { Fault } from "#shared/fault.ts";
import { type StyleChoices, type TemplateId, WordTemplate } from "#shared/word/word-template.ts";

const Row = z
  .object({ id: z.string(), name: z.string(), styles: z.string(), chosen: z.string() })
  .transform(({ styles, chosen, ...row }) =>
    WordTemplate.parse({ ...row, styles: JSON.parse(styles), chosen: JSON.parse(chosen) }),
  );

export const listTemplates = (db: ReadDb): WordTemplate[] =>
  db
    .prepare(
      "SELECT id, name, styles, chosen FROM word_templates WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, added_at",
    )
    .all()
    .map((row) => Row.parse(row));

/** @throws Fault `not-found` */
export function getTemplate(db: ReadDb, id: TemplateId): { template: WordTemplate; bytes: Uint8Array } {
  const row = db
    .prepare<string>(
      "SELECT id, name, styles, chosen, bytes FROM word_templates WHERE id = ? AND removed_at IS NULL",
    )
    .get(id);
  if (row === undefined) throw noSuchTemplate();
  return { template: Row.parse(row), bytes: z.object({ bytes: z.instanceof(Uint8Array) }).parse(row).bytes };
}

/** Those that were removed before it leave the library for good. */
export function insertTemplate(
  db: WriteDb,
  { id, name, styles, chosen }: WordTemplate,
  bytes: Uint8Array,
  { by, at }: Change,
): void {
  db.transaction(() => {
    db.prepare("DELETE FROM word_templates WHERE removed_at IS NOT NULL").run();
    db.prepare(
      `INSERT INTO word_templates (id, name, bytes, styles, chosen, added_by, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, name, bytes, JSON.stringify(styles), JSON.stringify(chosen), by, at);
  })();
}

/** @throws Fault `not-found` */
export function chooseStyles(db: WriteDb, id: TemplateId, chosen: StyleChoices): void {
  const { changes } = db
    .prepare("UPDATE word_templates SET chosen = ? WHERE id = ?")
    .run(JSON.stringify(chosen), id);
  if (changes === 0) throw noSuchTemplate();
}

/** Takes a template out of sight, or brings it back. @throws Fault `not-found` */
export function setRemoved(db: WriteDb, id: TemplateId, removedAt: string | null): void {
  const { changes } = db.prepare("UPDATE word_templates SET removed_at = ? WHERE id = ?").run(removedAt, id);
  if (changes === 0) throw noSuchTemplate();
}

const noSuchTemplate = (): Fault =>
  new Fault(
    "not-found",
    "That template is no longer in the library.",
    "Choose another one, or the house style.",
  );
