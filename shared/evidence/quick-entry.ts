import type { EvidenceFields } from "#shared/domain/evidence.ts";
import type { Area } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";

/** One line as it is understood. `title` is what no mark took. */
export interface QuickEntry {
  readonly fields: EvidenceFields;
  /** Names after `#` that no area has, or that more than one has. */
  readonly unknownAreas: readonly string[];
  /** Whether a word or a mark gave it, rather than the habit of the log. */
  readonly said: ReadonlySet<"kind" | "date" | "direction" | "people">;
}

/** The first that fits is taken, so the more particular stands before the more general. */
const KINDS: readonly (readonly [EvidenceFields["kind"], RegExp])[] = [
  ["other-inspection", /\b(?:ofsted|CQC|previous|last|other|earlier) inspections?\b|\binspection report\b/i],
  ["focus-group", /\bfocus[- ]groups?\b|\bgroup (?:discussion|meeting) with\b|\bworkshop with\b/i],
  ["case-audit", /\b(?:case )?audit(?:s|ed)?\b/i],
  ["case-file", /\bcase (?:files?|records?)\b|\bfiles? (?:read|tracked)\b|\bcase tracking\b/i],
  ["survey", /\bsurveys?\b|\bquestionnaires?\b/i],
  ["correspondence", /\bcomplaints?\b|\bletters?\b|\be-?mails?\b|\bcorrespondence\b/i],
  ["observation", /\bobserv(?:ed|ation|ations|ing)\b|\bvisit(?:ed|s)?\b|\bshadow(?:ed|ing)\b|\bsaw\b/i],
  [
    "interview",
    /\binterview(?:s|ed)?\b|\bspoke (?:to|with)\b|\bmet with\b|\bmeeting with\b|\bdiscussion with\b|\bcall with\b/i,
  ],
  ["data", /\bdata\b|\bstatistics\b|\bscorecard\b|\bdashboard\b|\bper cent\b|\d ?%/i],
  [
    "document",
    /\bpolic(?:y|ies)\b|\bplans?\b|\bminutes\b|\bstrateg(?:y|ies)\b|\breports?\b|\bprotocols?\b|\bdocuments?\b/i,
  ],
];

const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATES = new RegExp(
  `\\b(?:on )?(?:(?<word>today|yesterday)|(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${MONTH})(?:,? (?<year>(?:19|20)\\d\\d))?|(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>(?:19|20)?\\d\\d))(?![\\p{L}\\d])`,
  "iu",
);

const WHO =
  "people|parents?|carers?|foster carers?|children|child|young people|young person|pupils?|students?|staff|social workers?|managers?|head ?teachers?|teachers?|governors?|members?|partners?|professionals?|practitioners?|leaders?|officers?|apprentices?|care leavers?|families|respondents?|nurses?";
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const PEOPLE = new RegExp(
  `\\b(?<number>\\d{1,5}|${NUMBERS.join("|")})(?: [\\p{L}-]+){0,2}? (?:${WHO})\\b`,
  "iu",
);

const MARK =
  /(?<=^|\s)(?:#(?<area>"[^"]*"?|[^\s#@]*)|@(?:"(?<quoted>[^"]*)"?|(?<source>[^#@]*?)(?=\s+[#@]|\s+(?:\+\/-|[+±−-])(?=\s|$)|$))|(?<sign>\+\/-|[+±−-])(?=\s|$))/gu;

/**
 * Reads `Focus group with 12 parents at Redruth #participation @parents +`.
 *
 * @param areas what `#` may name; groups are left out by the caller
 * @param today as `2026-06-12`; a day and month without a year are the last such day up to today
 */
export function readQuickEntry(line: string, areas: readonly Area[], today: string): QuickEntry {
  const areaIds: AreaId[] = [];
  const unknownAreas: string[] = [];
  const said = new Set<"kind" | "date" | "direction" | "people">();
  let source = "";
  let direction: EvidenceFields["direction"] = "context";
  const words = line.replace(MARK, (...match) => {
    const { area, quoted, source: named, sign } = match.at(-1) as Record<string, string | undefined>;
    if (area !== undefined) {
      const name = area.replaceAll('"', "").trim();
      const [found, other] = name === "" ? [] : findAreas(name, areas);
      if (found && !other) {
        if (!areaIds.includes(found.id)) areaIds.push(found.id);
      } else if (name !== "") unknownAreas.push(name);
    } else if (sign !== undefined) {
      const next = sign === "+" ? "strength" : sign === "-" || sign === "−" ? "weakness" : "both";
      direction = said.has("direction") && next !== direction ? "both" : next;
      said.add("direction");
    } else source = (quoted ?? named ?? "").trim();
    return " ";
  });
  const kind = KINDS.find(([, sign]) => sign.test(words))?.[0];
  if (kind) said.add("kind");
  const dated = DATES.exec(words);
  const date = dated && dayOf(dated.groups!, today);
  if (date) said.add("date");
  const rest = date ? words.replace(dated[0], " ") : words;
  const number = PEOPLE.exec(rest)?.groups?.number;
  if (number !== undefined) said.add("people");
  return {
    fields: {
      kind: kind ?? "interview",
      title: rest
        .replace(/\s+/g, " ")
        .replace(/ (?=[,.;:])/g, "")
        .trim()
        .slice(0, 300),
      date: date ?? null,
      source: source.slice(0, 300),
      people: number === undefined ? null : numberOf(number),
      notes: "",
      areaIds,
      direction,
      sensitivity: "paraphrase",
    },
    unknownAreas,
    said,
  };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Areas that a name fits: by its id or a whole title before titles that begin so, and those before words that do. */
export function findAreas(name: string, areas: readonly Area[]): readonly Area[] {
  const wanted = plain(name);
  const namesOf = ({ id, title, shortTitle = title }: Area): string[] => [id, title, shortTitle].map(plain);
  const tests: ((known: string) => boolean)[] = [
    (known) => known === wanted,
    (known) => known.startsWith(wanted),
    (known) => ` ${known}`.includes(` ${wanted}`),
  ];
  for (const test of tests) {
    const found = areas.filter((area) => namesOf(area).some(test));
    if (found.length > 0) return found;
  }
  return [];
}

const numberOf = (written: string): number => {
  const index = NUMBERS.indexOf(written.toLowerCase());
  return index < 0 ? Number(written) : index + 1;
};

/** ISO; null for a day that no month has. */
function dayOf(parts: Record<string, string | undefined>, today: string): string | null {
  const { word, day, month, year, d, m, y } = parts;
  if (word) return word.toLowerCase() === "today" ? today : daysAfter(today, -1);
  const thisYear = Number(today.slice(0, 4));
  if (month) {
    const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const date = isoOf(year === undefined ? thisYear : Number(year), number, Number(day));
    return date !== null && year === undefined && date > today
      ? isoOf(thisYear - 1, number, Number(day))
      : date;
  }
  return isoOf(y!.length === 2 ? 2000 + Number(y) : Number(y), Number(m), Number(d));
}

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

const daysAfter = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);

/** The area that is being named at the end of the line, and where its name begins; null when none is. */
export function areaBegun(line: string): { readonly name: string; readonly from: number } | null {
  const begun = /(?:^|\s)#("?[^\s#@"]*)$/.exec(line);
  if (!begun) return null;
  return { name: begun[1]!.replace('"', ""), from: line.length - begun[1]!.length };
}
