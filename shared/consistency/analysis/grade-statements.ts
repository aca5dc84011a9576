import type { Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import type { Reading } from "#shared/consistency/analysis/reading.ts";
import { readScope, type Scope } from "#shared/consistency/analysis/scope.ts";
import { clauseSubject } from "#shared/consistency/analysis/subject.ts";
import type { Word } from "#shared/consistency/analysis/words.ts";
import type { GradeId } from "#shared/domain/ids.ts";

/** A sentence that gives something a grade in the words of the scale. */
export interface GradeStatement {
  /** Subject to grade word: what a finding underlines. */
  readonly span: Span;
  /** The whole sentence. */
  readonly sentence: Span;
  readonly gradeId: GradeId;
  /** `denied`: “not yet good” says which grade it is not. */
  readonly polarity: "affirmed" | "denied";
  /** “mostly good”, “some services are good”: says only part of it. */
  readonly hedged: boolean;
  /** Of the verb: “is good”, “was good”, “has been good”. */
  readonly tense: "present" | "past" | "perfect";
  /**
   * Whose judgement it is. `authority`: what those inspected say of themselves. `people`: children, parents, carers,
   * schools. `other-inspection`: of another process, such as that of a regulated service.
   */
  readonly givenBy: "inspectors" | "authority" | "people" | "other-inspection";
  /** Follows from the two: `earlier`: given by inspectors at another time. `other`: given by or to somebody else. */
  readonly voice: "this-inspection" | "earlier" | "other";
  /** “is good”, “have adequate experiences of …”, “are inadequately safeguarded”. */
  readonly form: "predicate" | "attribute" | "adverb";
  readonly scope: Scope;
}

const COPULA = new Set([
  "is",
  "are",
  "remains",
  "remain",
  "was",
  "were",
  "becomes",
  "become",
  "became",
  "remained",
]);
const PAST = new Set(["was", "were", "became", "remained", "been"]);
const JUDGED = new Set(["judged", "graded", "rated", "deemed", "considered", "found", "assessed"]);
/** Words that may stand between “is” and the grade without changing whose it is. */
const BETWEEN = new Set(
  "now still currently also already overall therefore both clearly judged graded rated deemed considered found assessed to be as continue continues again at a least only just yet however".split(
    " ",
  ),
);
const NEGATIONS = new Set(["not", "never", "no", "nor", "neither", "isn't", "aren't", "longer"]);
const HEDGES = new Set(
  "consistently mostly largely generally usually often sometimes mainly broadly partly increasingly nearly almost uniformly universally always particularly especially very reasonably too quite typically equally".split(
    " ",
  ),
);
/** After the grade word these keep it a grade; a noun there makes it an ordinary adjective: “good practice”. */
const FOLLOWS = new Set(
  "and but overall because with although though despite however as since when while whilst which across due now at in also yet given owing for where".split(
    " ",
  ),
);
const HEDGED_FOLLOWS = new Set(["at", "in", "for", "across", "where", "when"]);
/** The clause is not asserted. */
const HYPOTHETICAL =
  /\b(?:if|whether|until|unless|would|could|should|might|may|so that|expect(?:s|ed)?|aspires?|in order|how (?:well|good))\b/i;
const OF_OTHERS =
  /\bself[- ](?:assess|evaluat)|\bregulated services\b|\b(?:by|with|from) (?:the )?(?:ofsted|cqc|care quality commission|hmi|dfe|peer|partners|young people)\b|\bofsted (?:inspect|judge|rat|grad|evaluat)|\b(?:council|authority|leaders|managers|they|it|children|parents|carers|schools?) (?:judge|rate|assess|consider|believe|think|feel|say|said|report|told|describe)/i;
const EARLIER =
  /\b(?:previous|last|earlier|prior|first|preceding|then|joint area review|annual performance assessment|safeguarding and looked after|ofsted in|(?:in|from|since|during) (?:\p{Lu}\p{Ll}+ )?(?:19|20)\d\d)\b/u;
const THIS =
  /\b(?:this inspection|at inspection|during the inspection|inspectors (?:judge|conclude|find|found|consider|agree))/i;

/**
 * Grade statements of one text. Words inside quotations, “good practice”, “good or better”, exam grades and the
 * like are none. Which area is meant is read from the subject; ties are taken into account later.
 */
export function gradeStatementsOf(
  { text, sentences, quotations, words: wordsIn }: Reading,
  lexicon: Lexicon,
): GradeStatement[] {
  if (lexicon.grades.size === 0) return [];
  const statements: GradeStatement[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const words = wordsIn[index]!;
    for (let at = 0; at < words.length; at++) {
      if (!lexicon.gradeWords.has(words[at]!.lower)) continue;
      const found = gradeAt(words, at, lexicon);
      const adverb = found ? undefined : lexicon.adverbs.get(words[at]!.lower);
      if (!found && adverb === undefined) continue;
      if (isQuoted(quotations, words[at]!.start)) continue;
      const statement = found
        ? (asPredicate(text, sentence, words, at, found, lexicon) ??
          (found.verb ? null : asAttribute(text, sentence, words, at, found, lexicon)))
        : asAdverb(text, sentence, words, at, adverb!, lexicon);
      if (statement) statements.push(statement);
      if (found) at += found.length - 1;
    }
  }
  return statements;
}

interface FoundGrade {
  readonly gradeId: GradeId;
  readonly verb: boolean;
  readonly length: number;
}

function gradeAt(words: readonly Word[], at: number, lexicon: Lexicon): FoundGrade | null {
  const wordings = lexicon.grades.get(words[at]!.lower);
  if (!wordings) return null;
  for (const wording of wordings) {
    if (wording.words.every((word, k) => words[at + k]?.lower === word))
      return { gradeId: wording.gradeId, verb: wording.verb, length: wording.words.length };
  }
  return null;
}

/** “The overall effectiveness of the service is (now judged to be) inadequate.” */
function asPredicate(
  text: string,
  sentence: Span,
  words: readonly Word[],
  at: number,
  grade: FoundGrade,
  lexicon: Lexicon,
): GradeStatement | null {
  const last = words[at + grade.length - 1]!;
  const next = words[at + grade.length];
  let hedged = false;
  if (next && !/[.,;:()–—]/.test(text.slice(last.end, next.start))) {
    if (!FOLLOWS.has(next.lower)) return null;
    // “inadequate in Bromley”, “good at the last inspection”: all of it.
    const where = words.slice(at + grade.length + 1, at + grade.length + 6);
    hedged =
      HEDGED_FOLLOWS.has(next.lower) &&
      !where.some(({ text: said }) => /^(?:\p{Lu}|\d{4}$|inspection)/u.test(said));
    // “adequate and good”, “good and outstanding”: a range, not a grade.
    const after = words[at + grade.length + 1];
    if (next.lower === "and" && after && gradeAt(words, at + grade.length + 1, lexicon)) return null;
  }

  let negated = false;
  let judged = false;
  let back = at - 1;
  for (; back >= 0 && at - back < 9; back--) {
    const word = words[back]!.lower;
    if (COPULA.has(word) || word === "been") break;
    if (/[;:.()]/.test(text.slice(words[back]!.end, words[back + 1]!.start))) return null;
    if (NEGATIONS.has(word)) negated = true;
    else if (HEDGES.has(word)) hedged = true;
    else if (BETWEEN.has(word)) judged ||= JUDGED.has(word);
    else break;
  }
  const copula = words[back];
  const isCopula = copula !== undefined && (COPULA.has(copula.lower) || copula.lower === "been");
  if (!isCopula) {
    // “services (currently) require improvement”; “needs to be good” and “to be good” are wishes.
    if (!grade.verb && !continues(words, back, at)) return null;
    if (grade.verb && words.slice(back + 1, at).some((word) => word.lower === "to" || word.lower === "be"))
      return null;
  } else if (
    words.slice(back + 1, at).some((word) => word.lower === "to") &&
    !judged &&
    !continues(words, back, at)
  ) {
    return null;
  }
  if (
    words.slice(back + 1, at).some((word) => word.lower.endsWith("n't")) ||
    (copula?.lower ?? "").endsWith("n't")
  )
    negated = true;

  const verbAt = isCopula ? back : back + 1;
  const subject = clauseSubject(text, words, verbAt);
  if (subject.words.length === 0) return null;
  if (HYPOTHETICAL.test(text.slice(subject.clauseStart, words[verbAt]!.start))) return null;
  const tense = isCopula ? tenseOf(copula.lower, words[back - 1]?.lower) : "present";
  const scope = subject.relative ? ({ kind: "other" } as const) : readScope(subject.words, lexicon);
  return {
    span: { start: subject.words[0]!.start, end: last.end },
    sentence,
    gradeId: grade.gradeId,
    polarity: negated ? "denied" : "affirmed",
    tense,
    hedged: hedged || subject.quantified,
    ...voiceOf(text.slice(sentence.start, sentence.end), tense, judged),
    form: "predicate",
    scope,
  };
}

const continues = (words: readonly Word[], back: number, at: number): boolean =>
  words.slice(Math.max(0, back), at).some((word) => word.lower === "continue" || word.lower === "continues");

const HAS = new Set(["has", "have", "is", "are", "shows", "show", "demonstrates", "demonstrate"]);

/** “The council and its partners have inadequate capacity for improvement.” */
function asAttribute(
  text: string,
  sentence: Span,
  words: readonly Word[],
  at: number,
  grade: FoundGrade,
  lexicon: Lexicon,
): GradeStatement | null {
  const before = words[at - 1];
  const verbAt = before && /^an?$/.test(before.lower) ? at - 2 : at - 1;
  const verb = words[verbAt];
  if (!verb || !HAS.has(verb.lower)) return null;
  const subject = clauseSubject(text, words, verbAt);
  if (
    HYPOTHETICAL.test(text.slice(subject.clauseStart, verb.start)) ||
    subject.quantified ||
    subject.relative
  )
    return null;
  let end = at + 1;
  while (
    end < words.length &&
    end - at < 14 &&
    !/[,;:.()]/.test(text.slice(words[end - 1]!.end, words[end]!.start))
  )
    end++;
  const last = words[at + grade.length - 1]!;
  const object = words.slice(at + grade.length, end);
  const said = text
    .slice(last.end, words[end - 1]!.end)
    .toLowerCase()
    .replaceAll("’", "'");
  const named = readScope(object, lexicon);
  const scope: Scope =
    named.kind === "named" && named.fit !== "contains"
      ? named
      : (scopeByCue(said, lexicon) ?? { kind: "other" });
  if (scope.kind === "other") return null;
  const start = subject.words[0]?.start ?? verb.start;
  return {
    span: { start, end: words[end - 1]!.end },
    sentence,
    gradeId: grade.gradeId,
    polarity: "affirmed",
    tense: "present",
    hedged: true,
    ...voiceOf(text.slice(sentence.start, sentence.end), "present", false),
    form: "attribute",
    scope,
  };
}

/** “Children … are inadequately safeguarded.” Only where the framework says what the phrase points to. */
function asAdverb(
  text: string,
  sentence: Span,
  words: readonly Word[],
  at: number,
  gradeId: GradeId,
  lexicon: Lexicon,
): GradeStatement | null {
  const verb = words[at - 1];
  const participle = words[at + 1];
  if (!verb || !participle || !/^(?:is|are|remain|remains)$/.test(verb.lower)) return null;
  const scope = scopeByCue(`${words[at]!.lower} ${participle.lower}`, lexicon);
  if (!scope) return null;
  const subject = clauseSubject(text, words, at - 1);
  return {
    span: { start: subject.words[0]?.start ?? verb.start, end: participle.end },
    sentence,
    gradeId,
    polarity: "affirmed",
    tense: "present",
    hedged: subject.quantified,
    ...voiceOf(text.slice(sentence.start, sentence.end), "present", false),
    form: "adverb",
    scope,
  };
}

function scopeByCue(said: string, lexicon: Lexicon): Scope | null {
  const areaIds = lexicon.cues.filter((cue) => said.includes(cue.wording)).map((cue) => cue.areaId);
  return areaIds.length > 0 ? { kind: "named", areaIds, fit: "cue" } : null;
}

const tenseOf = (copula: string, before: string | undefined): GradeStatement["tense"] => {
  if (copula === "been") return before === "had" ? "past" : "perfect";
  return PAST.has(copula) ? "past" : "present";
};

/** Past tense is somebody’s earlier grade unless the sentence says that it is this inspection’s. */
function voiceOf(
  sentence: string,
  tense: GradeStatement["tense"],
  judged: boolean,
): Pick<GradeStatement, "givenBy" | "voice"> {
  const givenBy = giverOf(sentence);
  if (givenBy !== "inspectors") return { givenBy, voice: "other" };
  const here = THIS.test(sentence) && !EARLIER.test(sentence);
  const before = tense !== "present" || (judged && EARLIER.test(sentence));
  return { givenBy, voice: !here && before ? "earlier" : "this-inspection" };
}

const OF_AUTHORITY =
  /\bself[- ](?:assess|evaluat)|\b(?:council|authority|leaders|managers) (?:judge|rate|assess|consider|believe|think|feel|say|said|report|told|describe)/i;
const OF_PEOPLE =
  /\b(?:by|with|from) (?:the )?young people\b|\b(?:they|children|parents|carers|schools?) (?:judge|rate|assess|consider|believe|think|feel|say|said|report|told|describe)/i;

function giverOf(sentence: string): GradeStatement["givenBy"] {
  if (!OF_OTHERS.test(sentence)) return "inspectors";
  if (OF_AUTHORITY.test(sentence)) return "authority";
  return OF_PEOPLE.test(sentence) ? "people" : "other-inspection";
}
