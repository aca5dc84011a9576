import { expect, test } from "vitest";
import { Evidence } from "#shared/domain/evidence.ts";
import { evidenceOptions } from "#renderer/editor/link-options.ts";
import { paragraph } from "#tests/helpers/reports.ts";

test("what is tied to the paragraph comes first, then what speaks to its areas, then the log", () => {
  const items = [[], ["safeguarding.partnerships"], []].map((areaIds, at) =>
    Evidence.parse({
      id: `e${at}`,
      reference: `E-00${at + 1}`,
      kind: "interview",
      title: "A talk",
      date: null,
      areaIds,
    }),
  );
  const here = paragraph("Partners meet.", { evidenceIds: ["e2"], areaIds: ["safeguarding.partnerships"] });
  const namesAt = (blockId: typeof here.id | null): string[] =>
    evidenceOptions({ blocks: [here], evidence: items, figures: [], blockId }, "")
      .filter(({ choice }) => choice.kind === "evidence")
      .map(({ name }) => name);
  expect(namesAt(null)).toEqual(["E-001", "E-002", "E-003"]);
  expect(namesAt(here.id)).toEqual(["E-003", "E-002", "E-001"]);
});
