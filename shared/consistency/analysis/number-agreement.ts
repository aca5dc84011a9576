import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";

/** A noun and a verb of different number. */
export interface Disagreement {
  readonly noun: string;
  readonly verb: string;
  /** Subject to verb. */
  readonly span: Span;
}

const list = (words: string): Set<string> => new Set(words.trim().split(/\s+/));

/** Where the noun phrase ends that the verb agrees with. “After” is left out: “looked after children”. */
const ENDS_NOUN = list(
  "of for in on at with to from by against between among amongst across within about into through during towards around under over regarding concerning before since without throughout beyond alongside due out outside prior subject",
);
/** Either number in British English, or none that can be seen. */
const EITHER = list(
  `number numbers majority minority proportion proportions percentage range variety series lack lot lots couple team teams
  staff data police board boards council councils authority authorities partnership panel panels service group groups
  committee family cohort workforce leadership management partner trust cabinet government public half third quarter rest
  remainder most some all none any few many several others other each every either neither both more less means news health
  everyone everybody nobody someone something nothing latter former those these one ones two three four five six seven eight nine ten`,
);
const PLURALS = list("people children men women feet criteria consortia");
const SINGULARS = list("progress access process business focus status basis analysis crisis ethos emphasis");
/** Participles that stand after their noun and are no noun themselves. */
const PARTICIPLES = list(
  "seen given held made taken known told found done shown spoken left kept drawn well",
);
const GERUND_NOUNS = list(
  "safeguarding monitoring recording training planning housing commissioning fostering",
);

/** With one of these before the verb its subject cannot be told: another verb, a clause within, a pronoun, a figure. */
const UNSURE_MARK = /[\d%,;:()–—“”‘]/;
const UNSURE = list(
  "is are was were has have had do does did can cannot could will would should may might must be been being that which who whom whose what where when how why whether if so once than as such they them he she it we you not mean means ensure ensures remain remains need needs much too there neither nor",
);
const isUnsure = (subject: string): boolean =>
  UNSURE_MARK.test(subject) ||
  subject
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => UNSURE.has(word));
const VERB = /\s(?:is|are|was|were|has|have)\b/g;
const PLURAL_VERB = /^(?:are|were|have)$/;
/** Words after which a new clause begins with its own subject. */
const OPENS_CLAUSE = /\b(?:but|however|although|though|whilst|while|whereas|because|therefore|yet)\s+/i;
/** Set off by a comma: “However, the quality …”. */
const OPENING =
  /^(?:however|overall|although|despite|in|at|since|as|for|during|currently|additionally|furthermore|similarly|consequently|therefore|also|nevertheless)\b[^,]*,\s+$/i;
/** Directly before the verb: it shares the subject of another one, has none, or a pronoun that cannot disagree by mistake. */
const NO_SUBJECT = list(
  "and or but also to now still that which who it they there this these we not could would should",
);
/** Something must stand between noun and verb to lead a writer astray. */
const BETWEEN = / (?:of|for|in|on|to|with|against|from|between|by|on|across|within|at) /;
/** Longer subjects hold more than one clause. */
const MOST_CHARACTERS = 140;

/** Only of sentences that judge: the others may say anything in any way. */
export const disagreementsOf: (analysis: BlockAnalysis) => readonly Disagreement[] = perText(
  ({ text, sentences, tones, statements, quotations }) => {
    const judging = new Set<number>();
    for (const { sentence } of tones) judging.add(sentence.start);
    for (const { sentence } of statements) judging.add(sentence.start);
    const found: Disagreement[] = [];
    for (const sentence of sentences) {
      if (!judging.has(sentence.start)) continue;
      for (const each of within(text, sentence)) if (!isQuoted(quotations, each.span.start)) found.push(each);
    }
    return found;
  },
);

function within(text: string, { start, end }: Span): Disagreement[] {
  const said = text.slice(start, end);
  const found: Disagreement[] = [];
  let behind = 0;
  for (const { 0: match, index } of said.matchAll(VERB)) {
    const gap = said.slice(behind, index);
    // In one clause with the verb before: its subject cannot be told.
    const shared = behind > 0 && !gap.includes(", ") && !OPENS_CLAUSE.test(gap);
    behind = index + match.length;
    if (shared) continue;
    const verb = match.slice(1);
    const subject = subjectIn(said.slice(0, index));
    if (!subject) continue;
    const plural = PLURAL_VERB.test(verb);
    const noun = headOf(subject, plural);
    if (noun === null || isPlural(noun) === plural) continue;
    found.push({
      noun,
      verb,
      span: { start: start + index - subject.length, end: start + index + match.length },
    });
  }
  return found;
}

/** The words from where the verb’s clause begins; null where that, or the subject, is in doubt. */
function subjectIn(before: string): string | null {
  if (NO_SUBJECT.has(before.slice(before.lastIndexOf(" ") + 1).toLowerCase())) return null;
  let at = before.lastIndexOf(", ") + 1;
  if (before.length - at > 2 * MOST_CHARACTERS || !BETWEEN.test(before)) return null;
  if (at > 0 && !/[,;] however,$/.test(before.slice(0, at)) && !OPENING.test(`${before.slice(0, at)} `))
    return null;
  const opens = OPENS_CLAUSE.exec(before.slice(at));
  if (opens && at + opens.index + opens[0].length < before.length) at += opens.index + opens[0].length;
  const subject = before.slice(at).trimStart();
  return subject.length > MOST_CHARACTERS || !BETWEEN.test(subject) || isUnsure(subject) ? null : subject;
}

/** The noun that the verb agrees with; null where it cannot be told for certain. */
function headOf(subject: string, pluralVerb: boolean): string | null {
  const words = subject.split(/\s+/);
  const lower = words.map((word) => word.toLowerCase().replaceAll("’", "'"));
  const [first] = lower;
  if (ENDS_NOUN.has(first!) || EITHER.has(first!) || (first!.endsWith("ing") && !GERUND_NOUNS.has(first!)))
    return null;
  const ends = lower.findIndex((word, at) => at > 0 && ENDS_NOUN.has(word));
  const phrase = ends < 0 ? lower : lower.slice(0, ends);
  // A list has the number of its parts.
  if (phrase.some(isJoin) || (pluralVerb && isCoordinated(lower.slice(phrase.length)))) return null;
  // “children experience delay”, “workers spoken to”: what stands after a plural is no part of its phrase.
  if (phrase.slice(0, -1).some((word) => isPlural(word) || word.endsWith("ly"))) return null;
  const head = phrase.at(-1)!;
  // “The children in care council is”, “Children’s services has”: one body with a plural name.
  if (!pluralVerb && (head === "children" || /s'$|'s$/.test(phrase.at(-2) ?? ""))) return null;
  // “Placement with parents regulations are”, “Edge of care plans are”: a name, where no article shows the noun.
  if (phrase.length === 1 && /^\p{Lu}/u.test(words[0]!) && !lower.some((word) => DETERMINER.test(word)))
    return null;
  if (EITHER.has(head) || PARTICIPLES.has(head) || /(?:ing|ed|ly)$/.test(head)) return null;
  const written = words[phrase.length - 1]!;
  return /^\p{Lu}/u.test(written) && phrase.length > 1 ? null : written;
}

const DETERMINER = /^(?:the|an?|its|their|this|these|some|other)$/;
const isJoin = (word: string): boolean => word === "and" || word === "or";

/** “and” joins a second subject, unless it joins two verbs after “to”: “to enjoy and achieve”. */
const isCoordinated = (words: readonly string[]): boolean =>
  words.some((word, at) => {
    if (!isJoin(word)) return false;
    const next = words[at + 1] ?? "";
    return words[at - 2] !== "to" || next.endsWith("s") || DETERMINER.test(next);
  });

function isPlural(word: string): boolean {
  const lower = word.toLowerCase();
  if (PLURALS.has(lower)) return true;
  if (SINGULARS.has(lower) || /(?:ss|us|is)$/.test(lower)) return false;
  return lower.endsWith("s") && !/['’]s$/.test(lower);
}
