import { userInfo } from "node:os";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { readSettings, writeSetting } from "#electron/core/store/settings.ts";
import { Desk } from "#shared/domain/ledger.ts";

const NAME = "desk-name";
const ROLE = "desk-role";
const APPROVALS = "approvals-needed";

/** Who works at this library: the computer account’s name, as a lead inspector, until somebody says otherwise. */
export function readDesk(db: ReadDb): Desk {
  const { [NAME]: name, [ROLE]: role } = readSettings(db);
  return Desk.catch({ name: userName(), role: "lead" }).parse({ name, role: role ?? "lead" });
}

export function writeDesk(db: WriteDb, { name, role }: Desk): void {
  db.transaction(() => {
    writeSetting(db, NAME, name);
    writeSetting(db, ROLE, role);
  })();
}

/** How many different reviewers have to approve a report. */
export const readApprovalsNeeded = (db: ReadDb): number => Number(readSettings(db)[APPROVALS] ?? 1);

export const writeApprovalsNeeded = (db: WriteDb, needed: number): void =>
  writeSetting(db, APPROVALS, String(needed));

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers have no user database; the log then says who did it as well as can be known.
    return "unknown";
  }
}
