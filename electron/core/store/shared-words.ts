import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import { tidyWordList, wordKey } from "#shared/domain/word-list.ts";

/** The words everybody who opens this library shares. */
export const listSharedWords = (db: ReadDb): string[] =>
  tidyWordList(
    z
      .array(z.object({ word: z.string() }))
      .parse(db.prepare("SELECT word FROM shared_words").all())
      .map(({ word }) => word),
  );

export function addSharedWord(db: WriteDb, word: string, { by, at }: Change): void {
  removeSharedWord(db, word);
  db.prepare("INSERT INTO shared_words (word, added_by, added_at) VALUES (?, ?, ?)").run(word, by, at);
}

/** However it is written; nothing happens when it is not there. */
export function removeSharedWord(db: WriteDb, word: string): void {
  const remove = db.prepare("DELETE FROM shared_words WHERE word = ?");
  for (const known of listSharedWords(db)) if (wordKey(known) === wordKey(word)) remove.run(known);
}
