import { expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { checkReport } from "#shared/consistency/check.ts";
import {
  draftFromFramework,
  spokenDates,
  type InspectionDetails,
} from "#shared/document/draft-from-framework.ts";
import { textOf } from "#shared/domain/block.ts";
import { Framework } from "#shared/domain/framework.ts";
import { ReportDraft } from "#shared/domain/report.ts";
import { asReport } from "#electron/cli/export.ts";

const frameworks = loadFrameworks();
const details: InspectionDetails = {
  title: "Inspection of Anyshire",
  provider: "Anyshire County Council",
  firstDay: "2012-09-10",
  lastDay: "2012-09-21",
  lead: "Ann Bell, HMI",
  team: "four of Her Majesty’s Inspectors\none inspector from the Care Quality Commission.\n",
};

function draft(framework: Framework, fields: Partial<InspectionDetails> = {}): ReportDraft {
  let count = 0;
  return draftFromFramework(framework, { ...details, ...fields }, () => `b${++count}`);
}

test.each(frameworks.map((framework) => [framework.id, framework] as const))(
  "%s: a new report is whole, in the framework's order, and nothing is found in it",
  (_, framework) => {
    const made = draft(framework);
    expect(ReportDraft.parse(made)).toEqual(made);
    expect(new Set(made.blocks.map(({ id }) => id)).size).toBe(made.blocks.length);
    const graded = framework.areas.filter(({ kind }) => kind === "graded").map(({ id }) => id);
    const headed = made.blocks.flatMap((block) =>
      block.kind === "heading" && block.graded ? [block.areaIds[0]!] : [],
    );
    expect(headed.toSorted()).toEqual(graded.toSorted());
    expect(made.judgements.map(({ areaId }) => areaId)).toEqual(graded);
    expect(made.blocks.filter(({ kind }) => kind === "findings-record")).toHaveLength(1);
    // Every graded heading has a place to write under it, tied to its area.
    made.blocks.forEach((block, index) => {
      if (block.kind !== "heading" || !block.graded) return;
      expect(made.blocks[index + 1]).toMatchObject({ kind: "paragraph", areaIds: block.areaIds });
    });
    expect(made.blocks.map(textOf).join("\n")).not.toMatch(/[{}]/);
    expect(checkReport(asReport(made), framework)).toEqual([]);
  },
);

test.each(frameworks.map((framework) => [framework.id, framework] as const))(
  "%s: what is not known stays in brackets, and is no fault",
  (_, framework) => {
    const made = draft(framework, { provider: " ", firstDay: null, lastDay: null, lead: "", team: "\n" });
    const text = made.blocks.map(textOf).join("\n");
    expect(text).toContain("[inspection dates]");
    expect(text).toContain("[lead inspector]");
    expect(text).toContain("The inspection team consisted of [inspection team].");
    expect(made.inspectionDate).toBeNull();
    expect(checkReport(asReport(made), framework).filter(({ severity }) => severity === "error")).toEqual([]);
  },
);

test("what is known is said in the standing sentences, and the last day is the day of the inspection", () => {
  const made = draft(frameworks.find(({ id }) => id === "slac-2010")!);
  const text = made.blocks.map(textOf);
  expect(text[0]).toBe("Inspection dates: 10 to 21 September 2012");
  expect(text[1]).toBe("Lead inspector: Ann Bell, HMI");
  expect(text.join("\n")).toContain(
    "consisted of four of Her Majesty’s Inspectors and one inspector from the Care Quality Commission.",
  );
  expect(text.join("\n")).toContain("in Anyshire County Council, the local authority and its partners");
  expect(made.inspectionDate).toBe("2012-09-21");
});

test("each service has its own areas for improvement, one to begin with at each timescale", () => {
  const made = draft(frameworks.find(({ id }) => id === "slac-2009")!);
  const asked = made.blocks.filter((block) => block.kind === "recommendation");
  expect(asked.map(({ areaIds, timescaleId }) => [areaIds[0], timescaleId])).toEqual(
    ["safeguarding", "looked-after"].flatMap((service) =>
      ["immediately", "within-three-months", "within-six-months"].map((timescale) => [service, timescale]),
    ),
  );
});

test("a pack without a skeleton begins with its areas, recommendations and the record", () => {
  const made = draft(Framework.parse({ ...frameworks.at(-1)!, skeleton: [] }));
  expect(made.blocks.map(({ kind }) => kind)).toEqual([
    ...Array<string[]>(4).fill(["heading", "paragraph"]).flat(),
    "heading",
    "recommendation",
    "findings-record",
  ]);
});

test.each([
  ["2012-09-10", "2012-09-21", "10 to 21 September 2012"],
  ["2012-08-30", "2012-09-05", "30 August to 5 September 2012"],
  ["2012-12-28", "2013-01-04", "28 December 2012 to 4 January 2013"],
  ["2012-09-10", "2012-09-10", "10 September 2012"],
  [null, "2012-09-10", "10 September 2012"],
  ["2012-09-10", null, "10 September 2012"],
  [null, null, null],
])("says the dates %s, %s as people do", (first, last, said) => {
  expect(spokenDates(first, last)).toBe(said);
});
