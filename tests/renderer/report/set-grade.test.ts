import { expect, test } from "vitest";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { Judgement, type Report } from "#shared/domain/report.ts";
import { Autosave } from "#renderer/report/autosave.ts";
import { createSessionStore, type Session } from "#renderer/report/session.ts";
import { setGrade } from "#renderer/report/set-grade.ts";

interface Asked {
  readonly baseRevision: number;
  readonly areaId: string;
  readonly gradeId: string | null;
  readonly rationale: string;
}

test("a reason given while its grade is still on its way keeps that grade", async () => {
  const draft = sketchReport({ grades: { help: "good" }, lines: ["help: Services are good."] });
  const store = createSessionStore(draft as unknown as Report, sketchFramework, []);
  const savedAt = "2026-01-01T00:00:00.000Z";
  const asked: Omit<Asked, "baseRevision">[] = [];
  const reports = {
    setGrade: async ({ baseRevision, ...given }: Asked) => {
      asked.push(given);
      await Promise.resolve();
      const { areaId, gradeId, rationale } = given;
      const judgement = Judgement.parse({ areaId, gradeId, rationale });
      return { revision: baseRevision + 1, savedAt, judgement, changedBlocks: [] };
    },
  };
  const autosave = new Autosave(
    {
      apply: () => Promise.reject(new Error("Nothing was written.")),
      faultOf: () => ({ code: "unexpected", message: "Nothing was written.", remedy: "" }),
      onState: () => {},
    },
    { revision: 1, blocks: store.getState().blocks, savedAt },
  );
  const session = { store, autosave, gradedHeadings: new Map(), editor: null } as unknown as Session;
  const client = { reports } as never;
  const { areaId } = store.getState().judgements[0]!;
  const other = sketchFramework.grades.find(({ id }) => id !== "good")!.id;
  await Promise.all([
    setGrade(client, session, { areaId, gradeId: other }, true),
    setGrade(client, session, { areaId, rationale: "The files say so." }),
  ]);
  expect(asked).toMatchObject([
    { gradeId: other, rationale: "" },
    { gradeId: other, rationale: "The files say so." },
  ]);
});
