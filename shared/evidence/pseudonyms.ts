import type { DetailKind, PersonalDetail } from "#shared/evidence/personal-details.ts";

/** A row of the table that is kept apart from the library. */
export interface Pseudonym {
  readonly real: string;
  readonly pseudonym: string;
}

/** A detail, as it stands in the text, and what may stand there instead. */
export interface Offer extends PersonalDetail, Pseudonym {}

/** What stands for everything that is not a name; nothing is kept of it. */
const PLACEHOLDERS: Readonly<Record<Exclude<DetailKind, "name">, string>> = {
  "nhs-number": "[NHS number]",
  upn: "[UPN]",
  "birth-date": "[date of birth]",
  address: "[address]",
};

/** One name however it is written: case, spaces, apostrophes. */
export const nameKey = (real: string): string =>
  real.normalize("NFKC").replace(/’/g, "'").replace(/\s+/g, " ").trim().toLowerCase();

/**
 * A pseudonym for each detail: the one that the name has, or the next that is free. A forename alone is the one person
 * whose known name begins with it.
 *
 * @param said other texts of the report, whose pseudonyms are taken even when the table is gone
 */
export function offerPseudonyms(
  text: string,
  details: readonly PersonalDetail[],
  known: readonly Pseudonym[],
  said: readonly string[],
): readonly Offer[] {
  const table = new Map(known.map(({ real, pseudonym }) => [nameKey(real), pseudonym]));
  const taken = new Set([
    ...table.values(),
    ...[text, ...said].flatMap((other) => other.match(PSEUDONYM) ?? []),
  ]);
  const named = details.map((detail) => ({ ...detail, real: text.slice(detail.from, detail.to) }));
  // Whole names first, so that a forename before them in the text is theirs too.
  const inOrder = named.toSorted((a, b) => Number(b.real.includes(" ")) - Number(a.real.includes(" ")));
  for (const detail of inOrder) {
    const key = nameKey(detail.real);
    if (detail.kind !== "name" || table.has(key)) continue;
    const whole = new Set([...table].flatMap(([name, given]) => (name.startsWith(`${key} `) ? given : [])));
    const [only, another] = whole;
    const pseudonym = only && !another ? only : nextFree(roleOf(text, detail), taken);
    taken.add(pseudonym);
    table.set(key, pseudonym);
  }
  return named.map((detail) => ({
    ...detail,
    pseudonym: detail.kind === "name" ? table.get(nameKey(detail.real))! : PLACEHOLDERS[detail.kind],
  }));
}

/** The text with each of `offers` in its place. */
export const replaceDetails = (text: string, offers: readonly Offer[]): string =>
  offers
    .toSorted((a, b) => b.from - a.from)
    .reduce((left, { from, to, pseudonym }) => left.slice(0, from) + pseudonym + left.slice(to), text);

const PSEUDONYM = /\b(?:Child|Parent|Professional|Person) [A-Z]{1,2}\b/g;

type Role = "Child" | "Parent" | "Professional" | "Person";

const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    "Child",
    /\b(?:child|boy|girl|son|daughter|pupil|student|baby|sibling|brother|sister|young person|care leaver|young carer|aged \d+)\b/gi,
  ],
  [
    "Parent",
    /\b(?:mother|father|mum|dad|parent|carer|foster carer|stepfather|stepmother|grandmother|grandfather|guardian)\b/gi,
  ],
  [
    "Professional",
    /\b(?:social worker|worker|manager|teacher|head ?teacher|nurse|doctor|GP|officer|director|chair|governor|health visitor|midwife|consultant|practitioner|leader|solicitor|judge|councillor|inspector|IRO|DCS)\b/gi,
  ],
];
const OFFICE = /^(?:Dr|Prof|Professor|Cllr|Councillor|Rev|Revd|Reverend|Sgt|Sergeant|PC|DC|DS|DI)\b/;
/** So many characters before and after a name may say who it is. */
const BEFORE = 40;
const AFTER = 30;

/** By the nearest word of the same sentence that says it; what stands before a name counts as nearer. */
function roleOf(text: string, { from, to }: PersonalDetail): Role {
  if (OFFICE.test(text.slice(from, to))) return "Professional";
  const before = /[^.!?;\n]*$/.exec(text.slice(Math.max(0, from - BEFORE), from))![0];
  const after = /^[^.!?;\n]*/.exec(text.slice(to, to + AFTER))![0];
  let nearest: { role: Role; distance: number } = { role: "Person", distance: Infinity };
  for (const [role, sign] of ROLES) {
    const distances = [
      ...[...before.matchAll(sign)].map((match) => before.length - match.index - match[0].length),
      ...[...after.matchAll(sign)].map((match) => match.index + 4),
    ];
    const distance = Math.min(...distances);
    if (distance < nearest.distance) nearest = { role, distance };
  }
  return nearest.role;
}

/** “Child A” to “Child Z”, then “Child AA”. */
function nextFree(role: Role, taken: ReadonlySet<string>): string {
  for (let number = 0; ; number += 1) {
    const letter = String.fromCharCode(65 + (number % 26));
    const before = number < 26 ? "" : String.fromCharCode(64 + Math.floor(number / 26));
    const pseudonym = `${role} ${before}${letter}`;
    if (!taken.has(pseudonym)) return pseudonym;
  }
}
