import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findPersonalDetails } from "#shared/evidence/personal-details.ts";
import { offerPseudonyms, replaceDetails } from "#shared/evidence/pseudonyms.ts";
import { bestOf } from "#tests/helpers/best-of.ts";

const found = (text: string): string[] =>
  findPersonalDetails(text).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

test.each([
  ["Spoke with Jane Smith at the duty desk", "name: Jane Smith"],
  ["Jane Smith’s mother was not told", "name: Jane Smith"],
  ["The plan for Aisha was out of date", "name: Aisha"],
  ["Mrs O’Brien said that nobody rang", "name: Mrs O’Brien"],
  ["Met Cllr J. P. Penrose and officers", "name: Cllr J. P. Penrose"],
  ["Dr. van der Berg chairs", "name: Dr. van der Berg"],
  ["Mark Jones told us", "name: Mark Jones"],
  ["She asked Will Carter", "name: Will Carter"],
  ["the file of Mary-Jane Tremayne", "name: Mary-Jane Tremayne"],
  ["Interview with Priya Nair today", "name: Priya Nair"],
  ["Lord Laming wrote", "name: Lord Laming"],
  ["NHS number 943 476 5919 on file", "nhs-number: 943 476 5919"],
  ["9434765919", "nhs-number: 9434765919"],
  ["NHS no. 94 34 76 59 19", "nhs-number: 94 34 76 59 19"],
  ["UPN H801200001001.", "upn: H801200001001"],
  ["DOB 12/06/2009, seen at school", "birth-date: 12/06/2009"],
  ["born on the 3rd of May 2011", "birth-date: 3rd of May 2011"],
  ["d.o.b. 3.5.11", "birth-date: 3.5.11"],
  ["date of birth: 2011-05-03", "birth-date: 2011-05-03"],
  ["lives at 14 Penrose Close, Truro TR1 2AB", "address: 14 Penrose Close, Truro TR1 2AB"],
  ["moved to Victoria Road", "address: Victoria Road"],
  ["Flat 3, 22b St Mary’s Terrace", "address: Flat 3, 22b St Mary’s Terrace"],
  ["the postcode PL25 5AB", "address: PL25 5AB"],
])("%s", (text, detail) => {
  expect(found(text)).toEqual([detail]);
});

test.each([
  "Cornwall Council told Ofsted that the plan was late.",
  "Will staff know? May was late. Mark the file. Grace was given. Hope is high.",
  "In May and June 2009 12 parents were asked; 943 476 5918 is no such number.",
  "H801200001002 and A801200001001 are no pupil numbers.",
  "Visited the St Thomas Hospital and the John Lewis Foundation.",
  "The review of 12/06/2009 was on time; 21 of 30 files were good.",
  "Victoria Road Primary School and High Street Surgery were visited.",
  "24 Social Workers Left in 2009. The Children Act 1989.",
  "Lord Chancellor’s Department",
  "Child A’s mother, Parent B, and Professional C spoke; [address], [date of birth], [NHS number], [UPN].",
  "Jordan, Chelsea and Devon are not named alone.",
])("nothing in: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("of the sample report and its log one name is found: a public one", () => {
  const report = readFileSync("resources/sample/cornwall-2009.txt", "utf8");
  expect(new Set(found(report))).toEqual(new Set(["name: Lord Laming"]));
  expect(found(readFileSync("resources/sample/evidence.json", "utf8"))).toEqual([]);
});

const piece = fc.constantFrom(
  ..."Jane Smith|Jane|Mrs Patel|Dr Shah|Will|Mark Jones|Victoria Road|12 Victoria Road, Truro TR1 2AB|TR1 2AB|born|DOB|12/06/2009|3 May 2011|943 476 5919|H801200001001|Child A|Smith|Council|said|,|.|the mother|and|’s|A|St|Primary School|[address]|(|\n".split(
    "|",
  ),
);

test("once all is replaced nothing is found, whatever stands beside it", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(" ", ", ", "; "), (pieces, between) => {
      const text = pieces.join(between);
      const replaced = replaceDetails(text, offerPseudonyms(text, findPersonalDetails(text), [], []));
      expect({ replaced, found: found(replaced) }).toEqual({ replaced, found: [] });
    }),
    { numRuns: 2000 },
  );
});

test("a long text of capitals is read in time that grows with it alone", () => {
  const piece = "Victoria Jane Smith Road 12 ";
  const best = (text: string): number => bestOf(3, () => void findPersonalDetails(text));
  // Four times the text: sixteen times as long would be its square.
  expect(best(piece.repeat(4000)) / best(piece.repeat(1000))).toBeLessThan(9);
});
