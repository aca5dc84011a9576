import type { Report } from "#shared/domain/report.ts";
import type { Query } from "#shared/review/letter.ts";

/** What a letter of quality assurance is made of. */
export interface LetterInput {
  readonly report: Pick<Report, "title" | "provider" | "changedAt">;
  /** Who writes it. */
  readonly from: string;
  readonly queries: readonly Query[];
}

interface Words {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly summary: string;
  readonly columns: readonly [string, string, string];
  readonly rows: readonly LetterRow[];
}

/** One line of the table; all of it plain words. */
export interface LetterRow {
  readonly place: string;
  readonly quote: string;
  readonly text: string;
  readonly suggestion: string;
  readonly by: string;
  readonly answers: readonly { readonly text: string; readonly by: string }[];
  readonly state: string;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const byLine = ({ by, at }: { readonly by: string; readonly at: string }): string =>
  `${by || "Somebody"}, ${day.format(new Date(at))}`;

const OUTCOMES = new Map<boolean | null, string>([
  [null, "Suggested"],
  [true, "Suggested and taken"],
  [false, "Suggested and not taken"],
]);

/** What the letter says, the same in every format. */
export function letterWords({ report, from, queries }: LetterInput): Words {
  const open = queries.filter(({ settledBy }) => settledBy === null).length;
  const facts = [
    { name: "Report", value: report.title },
    { name: "Provider", value: report.provider },
    { name: "From", value: from },
    { name: "Report as it stood on", value: day.format(new Date(report.changedAt)) },
  ];
  return {
    title: "Quality-assurance letter",
    facts: facts.filter(({ value }) => value !== ""),
    summary:
      queries.length === 0
        ? "There are no queries."
        : `${queries.length} ${queries.length === 1 ? "query" : "queries"} in the order of the report, ${open} of them open. Quotations are as the words stood when they were asked about.`,
    columns: ["Place", "Query", "Answer"],
    rows: queries.map((query) => ({
      place: query.place,
      quote: query.quote,
      text: query.text,
      suggestion:
        query.suggestion === null
          ? ""
          : `${OUTCOMES.get(query.suggestion.taken)}: ${query.suggestion.words === "" ? "take the words out" : `“${query.suggestion.words}”`}`,
      by: byLine(query),
      answers: query.answers.map((answer) => ({ text: answer.text, by: byLine(answer) })),
      state: query.settledBy === null ? "Open" : `Settled by ${query.settledBy || "somebody"}`,
    })),
  };
}
