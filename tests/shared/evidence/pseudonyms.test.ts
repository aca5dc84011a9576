import { expect, test } from "vitest";
import { findPersonalDetails } from "#shared/evidence/personal-details.ts";
import { offerPseudonyms, type Pseudonym, replaceDetails } from "#shared/evidence/pseudonyms.ts";

const replaced = (text: string, known: readonly Pseudonym[] = [], said: readonly string[] = []): string =>
  replaceDetails(text, offerPseudonyms(text, findPersonalDetails(text), known, said));

test("who somebody is comes from the nearest word of the sentence", () => {
  expect(
    replaced("The mother, Anne Tremayne, and her son Jake spoke. Sarah Webb, social worker, agreed."),
  ).toBe("The mother, Parent A, and her son Child A spoke. Professional A, social worker, agreed.");
  expect(replaced("Dr Shah wrote. Mr Hill came.")).toBe("Professional A wrote. Person A came.");
});

test("one name has one pseudonym, and a forename alone is the one person it can be", () => {
  expect(replaced("Spoke to Jane, a pupil. JANE is no name; Jane Smith’s file, Jane  and jane.")).toBe(
    "Spoke to Person A, a pupil. JANE is no name; Person A’s file, Person A  and jane.",
  );
  const known = [
    { real: "Jane Smith", pseudonym: "Child C" },
    { real: "Jane Webb", pseudonym: "Person A" },
  ];
  expect(replaced("Jane Smith and Jane", known)).toBe("Child C and Person B");
});

test("a pseudonym that is written anywhere in the report is not given again", () => {
  expect(replaced("the boy Jake Brown", [], ["Child A said", "and Child B"])).toBe("the boy Child C");
  expect(replaced("the boy Jake Brown with Child A")).toBe("the boy Child B with Child A");
});

test("numbers, dates and addresses become words", () => {
  expect(replaced("DOB 12/06/2009, NHS 943 476 5919, UPN H801200001001, 3 Victoria Road")).toBe(
    "DOB [date of birth], NHS [NHS number], UPN [UPN], [address]",
  );
});

test("after twenty-six letters come two", () => {
  const known = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map((letter) => ({
    real: `Somebody ${letter}`,
    pseudonym: `Person ${letter}`,
  }));
  expect(replaced("Alice Cooper", known)).toBe("Person AA");
});
