import { expect, test } from "vitest";
import { Evidence } from "#shared/domain/evidence.ts";
import { AreaId, EvidenceId } from "#shared/domain/ids.ts";
import { EvidenceIndex } from "#shared/evidence/suggest.ts";

const item = (number: number, fields: Partial<Evidence> & { title: string }): Evidence =>
  Evidence.parse({
    id: `e${number}`,
    reference: `E-${String(number).padStart(3, "0")}`,
    kind: "interview",
    date: null,
    ...fields,
  });

const LOG = [
  item(1, { title: "Health visitors on workloads", notes: "Caseloads leave no room for prevention." }),
  item(2, { title: "Waiting times for wheelchairs", kind: "data", notes: "From 21 weeks to eight weeks." }),
  item(3, { title: "Young carers on bullying at school", kind: "focus-group", people: 9 }),
  item(4, { title: "School nurses: caseloads", notes: "Up to 45 cases of looked after children each." }),
];

function indexed(items: readonly Evidence[] = LOG): EvidenceIndex {
  const index = new EvidenceIndex();
  index.update(items);
  return index;
}

const references = (
  index: EvidenceIndex,
  text: string,
  tied: string[] = [],
  areas: string[] = [],
): string[] =>
  index
    .suggest(
      { text, areaIds: areas.map((id) => AreaId.parse(id)) },
      new Set(tied.map((id) => EvidenceId.parse(id))),
      5,
    )
    .map(({ item: { reference } }) => reference);

test("the item that shares the rare words comes first, with those words as they stand in the paragraph", () => {
  const [first] = indexed().suggest(
    { text: "Young carers described being bullied at school.", areaIds: [] },
    new Set(),
    5,
  );
  expect(first!.item.reference).toBe("E-003");
  expect(first!.words).toEqual(expect.arrayContaining(["carers", "school"]));
});

test("numbers in common count, years do not", () => {
  const [first] = indexed().suggest(
    { text: "In 2009 waiting times fell from 21 weeks.", areaIds: [] },
    new Set(),
    5,
  );
  expect([first!.item.reference, first!.numbers]).toEqual(["E-002", ["21"]]);
});

test("what is tied is never suggested, and one word in common is not enough", () => {
  const text = "Young carers are bullied at school.";
  expect(references(indexed(), text, ["e3"])).toEqual([]);
  expect(references(indexed(), "Prevention matters.")).toEqual([]);
});

test("of two items with the same words the one of the same area comes first", () => {
  const twin = { title: "Case recording in social care", notes: "Chronologies incomplete." };
  const log = [item(1, twin), item(2, { ...twin, areaIds: [AreaId.parse("care")] })];
  const text = "Case recording and chronologies are poor.";
  expect(references(indexed(log), text)).toEqual(["E-001", "E-002"]);
  expect(references(indexed(log), text, [], ["care"])).toEqual(["E-002", "E-001"]);
});

test("an index that followed changes answers as one made anew", () => {
  const index = indexed();
  const edited = { ...LOG[0]!, title: "Dentists", notes: "Waiting lists." };
  const changed = [edited, LOG[2]!, item(5, { title: "Wheelchairs: waiting times and carers" })];
  index.update(changed);
  for (const text of [
    "Waiting times for wheelchairs",
    "Dentists have waiting lists",
    "Young carers at school",
  ])
    expect(references(index, text)).toEqual(references(indexed(changed), text));
});
