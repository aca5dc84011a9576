import type Database from "better-sqlite3";

/** One step of the schema: plain SQL, frozen the day it ships, no import from the living code. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (db: Database.Database) => void;
}
