import { fork } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLibrary } from "#electron/core/store/database.ts";
import { randomKey } from "#electron/core/store/key.ts";
import { blocksAt } from "#electron/core/store/operation-log.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { textOf } from "#shared/domain/block.ts";
import { addReport } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";
import { scratchFolder } from "#tests/helpers/scratch.ts";

const KILLS = 12;

test(`${KILLS} kills while saving: every acknowledged edit is there, text and log agree`, async () => {
  const folder = scratchFolder("kill");
  const path = join(folder, "library.plumbline");
  const key = randomKey();
  const fresh = openLibrary(path, key);
  const reportId = addReport(fresh, smallDraft());
  fresh.close();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const acknowledged = await writeUntilKilled([path, key, reportId], 5 + kill * 9);
    const library = openLibrary(path, key);
    const report = getReport(library.read, reportId);
    expect(acknowledged).toBeGreaterThan(0);
    expect(report.revision).toBeGreaterThanOrEqual(acknowledged);
    expect(textOf(report.blocks[1]!)).toBe(`Edit ${report.revision}`);
    expect(blocksAt(library.read, reportId, report.revision)).toEqual(report.blocks);
    expect(library.read.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    library.close();
  }
});

/** @returns the last revision the writer said it had saved before it was killed */
function writeUntilKilled(args: readonly string[], afterMs: number): Promise<number> {
  return new Promise((resolve) => {
    const writer = fork(join(import.meta.dirname, "write-until-killed.ts"), args, { stdio: "ignore" });
    let last = 0;
    writer.on("message", (revision) => {
      if (last === 0) setTimeout(() => writer.kill("SIGKILL"), afterMs);
      last = Number(revision);
    });
    writer.once("exit", () => resolve(last));
  });
}
