import { normaliseWording } from "#shared/consistency/analysis/words.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView } from "#shared/consistency/snapshot.ts";
import { textOf } from "#shared/domain/block.ts";

export const gradeHeadingWordingDiffersFromTable = defineRule({
  id: "grade/heading-wording-differs-from-table",
  number: 14,
  severity: "warning",
  mode: "deterministic",
  title: "A heading and its row in the table of grades name the area differently",
  why: "A reader who looks up the table must be able to find the part of the report it stands for.",
  remedy: "Use the framework’s wording in both places.",
  source: "Quality assurance practice: heading text equals table text",
  guards: [
    "Compared without case, punctuation and a leading “the”.",
    "Where a row gives the area twice (“short: long”), either half will do.",
    "Numbering, plurals and “the graded judgement about” are left out, and one wording may be the end or the beginning of the other.",
    "A name may stand for itself and its abbreviation: “the LSCB”, “the Local Safeguarding Children Board (LSCB)”.",
    "Where the report has no table of its own, any wording of the framework will do.",
  ],
  examples: {
    flagged: [
      {
        grades: { leadership: "good" },
        rows: { leadership: "Leadership and management" },
        lines: ["# leadership [Good] Leaders and managers"],
      },
    ],
    clean: [
      {
        grades: { leadership: "good" },
        rows: { leadership: "2.2 Experiences and progress of care leavers" },
        lines: ["# leadership [Good] The graded judgement about the experience and progress of care leavers"],
      },
      {
        grades: { leadership: "good" },
        rows: { leadership: "The effectiveness of the Local Safeguarding Children Board (LSCB)" },
        lines: ["# leadership [Good] The effectiveness of the LSCB"],
      },
      {
        grades: { leadership: "good" },
        rows: { leadership: "Overall effectiveness" },
        lines: ["# leadership [Good] Overall effectiveness of services for looked after children"],
      },
      {
        grades: { leadership: "good" },
        rows: { leadership: "Leadership and management" },
        lines: ["# leadership [Good] The leadership and management."],
      },
      {
        grades: { money: "good" },
        rows: { money: "Value for money: how resources are used" },
        lines: ["# money [Good] How resources are used"],
      },
      { grades: { leadership: "good" }, lines: ["# leadership [Good] Leaders and managers"] },
    ],
  },
  over: "area",
  *check(area, report) {
    const hasTable = report.areas.some((other) => other.judgement?.rowText);
    const row = area.judgement?.rowText ?? null;
    const accepted = acceptedWordings(area, row, hasTable);
    for (const heading of area.headings) {
      // Sub-headings and lists of actions are tied to an area without standing for it.
      if (!heading.graded && !(area.area.kind === "group" && isOwn(area, textOf(heading)))) continue;
      const text = textOf(heading);
      // “The experiences and progress of care leavers are: good” leads into its grade.
      const written = plainly(text.replace(LEAD, "")).replace(/ (?:is|are)$/, "");
      if (written === "" || accepted.includes(written)) continue;
      if (
        row !== null &&
        (isPart(written, plainly(withoutNumber(row))) || isPart(written, plainly(abbreviated(row))))
      )
        continue;
      yield {
        areaId: area.id,
        blockId: heading.id,
        span: null,
        message: `The heading reads “${text}”, the table “${row ?? area.area.title}”. Use one wording in both places.`,
      };
    }
  },
});

/** “2.1 Adoption performance”: numbering is not wording. */
const withoutNumber = (row: string): string => row.replace(/^[\d.]+\s+/, "");

/** “The graded judgement about the experience and progress of care leavers”. */
const LEAD = /^the graded judge?ments? (?:about|for|on|of) /i;
/** Without case and stops, and “experience” for “experiences”. */
const plainly = (text: string): string => normaliseWording(text).replace(/(?<=\p{L}{3})(?<!s)s\b/gu, "");
/** “The effectiveness of the Local Safeguarding Children Board (LSCB)” → “The effectiveness of the LSCB”. */
const abbreviated = (row: string): string =>
  withoutNumber(row).replace(/(?:\p{Lu}[\p{L}’]*(?: and| of)? )+\((\p{Lu}{2,})\)/u, "$1");

/** “The experiences and progress of care leavers” against “Care leavers”: the longer only leads in, or goes on. */
const isPart = (a: string, b: string): boolean =>
  a === b ||
  a.endsWith(` ${b}`) ||
  b.endsWith(` ${a}`) ||
  a.startsWith(`${b} of `) ||
  b.startsWith(`${a} of `);

function acceptedWordings(area: AreaView, row: string | null, hasTable: boolean): string[] {
  if (row !== null) {
    const bare = withoutNumber(row);
    const halves = bare.split(":");
    return [bare, ...(halves.length > 1 ? [halves[0]!, halves.slice(1).join(":")] : [])].map(plainly);
  }
  const { title, headings, rows } = area.area;
  // A group has no row of its own; in a report with a table it is printed there under its title.
  return (hasTable && area.area.kind === "group" ? [title] : [title, ...headings, ...rows]).map(plainly);
}

/** The group’s own heading, in one of the wordings the framework knows. */
function isOwn(area: AreaView, text: string): boolean {
  if (area.parent === null) return false;
  return area.area.headings.some((heading) => normaliseWording(heading) === normaliseWording(text));
}
