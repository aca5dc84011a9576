import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";

export const readSettings = (db: ReadDb): Record<string, string> =>
  Object.fromEntries(
    z
      .array(z.object({ name: z.string(), value: z.string() }))
      .parse(db.prepare("SELECT name, value FROM settings").all())
      .map(({ name, value }) => [name, value]),
  );

export const writeSetting = (db: WriteDb, name: string, value: string): void =>
  void db
    .prepare(
      "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .run(name, value);
