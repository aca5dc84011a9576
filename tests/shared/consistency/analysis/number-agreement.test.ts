import { expect, test } from "vitest";
import { analyseBlock } from "#shared/consistency/analysis/block-analysis.ts";
import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import { disagreementsOf } from "#shared/consistency/analysis/number-agreement.ts";
import { sketchFramework } from "#shared/consistency/sketch.ts";

const read = (text: string): string[] =>
  disagreementsOf(analyseBlock(text, lexiconOf(sketchFramework))).map(({ noun, verb }) => `${noun} ${verb}`);

test.each([
  ["The quality of children’s plans are variable.", "quality are"],
  ["Positive relationships with children and their families is effective.", "relationships is"],
  ["Because safeguarding services for looked after children is judged good, staff stay.", "services is"],
  ["However, multiple changes in social workers has contributed to drift.", "changes has"],
])("%s", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  "The quality of plans is good.",
  "The quality and timeliness of plans are good.",
  "The quality of plans and the timeliness of visits are good.",
  "A range of services are effective.",
  "The children in care council is effective.",
  "Children’s services in Bromley has improved and is good.",
  "Staff spoken to during the visit were positive.",
  "Children who return to their parents benefit from help to ensure that change is secure.",
  "Edge of care plans are timely.",
  "Most of the children in care are well supported.",
  "79% of care leavers are well supported.",
  "‘The quality of plans are good,’ said one parent of effective help.",
  "The colour of the doors are red.",
])("nothing is said of: %s", (text) => {
  expect(read(text)).toEqual([]);
});
