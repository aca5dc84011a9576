import { expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { reportText } from "#electron/core/importers/report-text.ts";
import { textOf } from "#shared/domain/block.ts";

const frameworks = loadFrameworks();
/** Every block that is no heading, by its text, with its areas. */
const tiesIn = async (...paragraphs: string[]) => {
  const bytes = new TextEncoder().encode(paragraphs.join("\n\n"));
  const { blocks } = await reportText.read(bytes, { frameworks, onPage: () => {} });
  return Object.fromEntries(
    blocks
      .filter((block) => !["heading", "findings-record"].includes(block.kind) && textOf(block) !== TITLE)
      .map((block) => [textOf(block), [block.kind, ...block.areaIds].join(" ")]),
  );
};

const TITLE =
  "Inspection of services for children in need of help and protection, children looked after and care leavers";
/** The cover of a report of 2013 to 2018. */
const COVER = [
  TITLE,
  "The overall judgement is that children’s services require improvement to be good",
  "1. Children who need help and protection Requires improvement",
  "2. Children looked after and achieving permanence Good",
  "2.1 Adoption performance Good",
  "2.2 Experiences and progress of care leavers Good",
  "3. Leadership, management and governance Good",
];

test("ties summaries and recommendations to the part they stand in, and what informs to none", async () => {
  const ties = await tiesIn(
    ...COVER,
    "Executive summary",
    "1. The authority sums up.",
    "Information about this local authority area",
    "2. There are three homes.",
    "Recommendations",
    "3. The authority should plan.",
    "Summary for children and young people",
    "4. What we found for you.",
    "The experiences and progress of children who need help and protection require improvement",
    "5. Help is late.",
    "The Local Safeguarding Children Board (LSCB)",
    "The Local Safeguarding Children Board is good",
    "Executive summary",
    "6. The board sums up.",
    "Recommendations",
    "7. The board should train.",
    "• Train every member.",
    "Inspection findings – the Local Safeguarding Children Board",
    "8. The board meets.",
    "• It meets each month.",
    "Information about this inspection",
    "9. Inspectors looked closely.",
  );
  expect(ties).toEqual({
    "The authority sums up.": "paragraph overall",
    "There are three homes.": "paragraph",
    "The authority should plan.": "paragraph overall",
    "What we found for you.": "paragraph",
    "Help is late.": "paragraph help-and-protection",
    "The board sums up.": "paragraph lscb",
    "The board should train.": "paragraph lscb",
    "Train every member.": "recommendation lscb",
    "The board meets.": "paragraph lscb",
    "It meets each month.": "bullet lscb",
    "Inspectors looked closely.": "paragraph",
  });
});

test("finds an area behind “Section 2:”, and by the other wordings of its judgement", async () => {
  const ties = await tiesIn(
    ...COVER,
    "Summary of key findings",
    "The local authority has the following strengths",
    "Help reaches most children in time.",
    "The experiences and progress of children who need help and protection require improvement",
    "1. Help is late.",
    "The graded judgment for adoption performance is that it is good",
    "2. Families are found.",
    "The graded judgment for the experiences and progress of care leavers is good",
    "3. Young people are heard.",
    "The graded judgment about the experience and progress of care leavers is that it is good",
    "4. Young people are housed.",
    "What the inspection judgements mean: the local authority",
    "5. A good authority helps.",
    "Section 2: The effectiveness of the local safeguarding children board",
    "6. The board has a chair.",
    "Key strengths and weaknesses of the LSCB",
    "7. The board is heard.",
  );
  expect(ties).toEqual({
    "Help reaches most children in time.": "paragraph overall",
    "Help is late.": "paragraph help-and-protection",
    "Families are found.": "paragraph adoption",
    "Young people are heard.": "paragraph care-leavers",
    "Young people are housed.": "paragraph care-leavers",
    "A good authority helps.": "paragraph",
    "The board has a chair.": "paragraph lscb",
    "The board is heard.": "paragraph lscb",
  });
});

test("an area that heads recommendations is not yet the part that judges it", async () => {
  const ties = await tiesIn(
    ...COVER,
    "What does the local authority need to improve?",
    "Adoption",
    "• Find families sooner.",
    "Leadership, management and governance",
    "• Hear young people.",
    "The experiences and progress of children who need help and protection require improvement",
    "1. Help is late.",
    "Adoption performance is good",
    "2. Families are found.",
    "Leadership, management and governance is good",
    "3. Leaders are heard.",
    "• They meet each month.",
  );
  expect(ties).toEqual({
    "Find families sooner.": "recommendation adoption overall",
    "Hear young people.": "recommendation leadership overall",
    "Help is late.": "paragraph help-and-protection",
    "Families are found.": "paragraph adoption",
    "Leaders are heard.": "paragraph leadership",
    "They meet each month.": "bullet leadership",
  });
});

test("what a numbered recommendation lists is part of it, and no recommendation of its own", async () => {
  const ties = await tiesIn(
    ...COVER,
    "Recommendations",
    "1. The authority should act on what follows:",
    "• Keep every plan.",
    "2. Improve the quality of plans by:",
    "• writing them in time",
    "• reading them again.",
    "3. Oversight by senior leaders",
    "• Meet each month.",
  );
  expect(ties).toEqual({
    "The authority should act on what follows:": "paragraph overall",
    "Keep every plan.": "recommendation overall",
    "Improve the quality of plans by:": "paragraph overall",
    "writing them in time": "bullet overall",
    "reading them again.": "bullet overall",
    "Oversight by senior leaders": "paragraph overall",
    "Meet each month.": "recommendation overall",
  });
});

test("ties a recommendation to the area it is about as well as to the whole", async () => {
  const ties = await tiesIn(
    "Inspection of local authority children’s services",
    "Judgement | Grade",
    "The impact of leaders on social work practice with children and families Good",
    "The experiences and progress of children who need help and protection Good",
    "The experiences and progress of children in care Good",
    "The experiences and progress of care leavers Good",
    "Overall effectiveness Good",
    "What needs to improve?",
    "• Timeliness of strategy meetings.",
    "• The stability of homes for children in care.",
    "• The offer to care leavers of homes.",
    "• The quality of supervision.",
    "• The use of plain words.",
  );
  expect(Object.entries(ties).filter(([, tie]) => tie.startsWith("rec"))).toEqual([
    ["Timeliness of strategy meetings.", "recommendation help-and-protection overall"],
    ["The stability of homes for children in care.", "recommendation in-care overall"],
    ["The offer to care leavers of homes.", "recommendation care-leavers overall"],
    ["The quality of supervision.", "recommendation leaders overall"],
    ["The use of plain words.", "recommendation overall"],
  ]);
});
