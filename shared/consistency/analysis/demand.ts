import { perText } from "#shared/consistency/analysis/per-text.ts";

/** How a recommendation asks for what it wants. */
export interface Demand {
  /** “Ensure …”; “the board should …”; anything else, mostly a noun phrase: “The quality of plans”. */
  readonly form: "order" | "duty" | "topic";
  /** The verb that opens an order, as written. */
  readonly verb: string | null;
  /** The body that must act, as written; null when none is named. */
  readonly actor: string | null;
  /** Where the second of two demands begins, up to the end of its first words; null when there is one only. */
  readonly second: readonly [number, number] | null;
}

const VERBS =
  "ensure improve review develop strengthen establish implement provide monitor increase reduce maintain make take complete address accelerate embed secure undertake put work raise agree set clarify evaluate identify extend expand introduce promote prioritise finalise revise update use report record publish continue support enable encourage enhance build deliver create appoint train recruit consider explore monitor commission ascertain broaden ensure tackle progress conduct carry refresh share hold give";
const IMPERATIVE = new Set(VERBS.split(" "));
const BODY =
  "local authority|councils?|boards?|trusts?|partnerships?|partners|police|leaders|senior leaders|elected members|director of [\\p{L}’ ]{4,40}|chief executive|headteachers|schools|health services|commissioners|chairs?|health and well-?being board";
/** Right after the order or before “should”: “Ensure that the board …”. */
const ACTOR = new RegExp(
  `^(?:that )?(?:the |all |its |both )?((?:\\p{Lu}[\\p{L}’&-]*(?: (?:and|of|the|&|for))* ){0,9}(?:\\p{Lu}{2,8}|Trusts?|Boards?|Council|Partnership|Authority|Service|Police|Committee|Panel|Commission|Cafcass)|${BODY})(?![\\p{L}’-])(?! (?:and|or|of) )`,
  "u",
);
const BY_ACTOR = new RegExp(`\\bby (?:the )?(${BODY})(?![\\p{L}’-])`, "u");
const DUTY = /^(.{3,90}?) (?:should|must|needs? to|is to|are to) /u;
/** “… and review the service”, “; and that feedback is given”, “and to ensure that …”. */
const SECOND = new RegExp(
  `(?:[,;]? and|;) (?:(?:${VERBS.replaceAll(" ", "|")}) (?:that |the |all |any |a |an |its |their |sufficient |appropriate |\\p{Ll}{5,})|that (?!(?:they|it|this|these|are|is|were|will|can) )\\p{Ll}+ \\p{Ll}+)`,
  "u",
);
/** Before it stands a purpose, of which such a verb may be the second half: “to enable moves and support stability”. */
const PURPOSE = /\bto \p{Ll}+(?: [^,;]*)?$/u;
const OF_PURPOSE =
  /^(?:[,;]? and|;) (?:support|enable|promote|inform|improve|reduce|identify|tackle|maintain|address|increase|provide|build|raise)\b/;
/** “Support for young carers” is a topic, “Support young carers” an order. */
const NOUN =
  /^(?:support|use|review|report|record|increase|share|progress|work|hold|access) (?:for|of|in|by|to|on|around)\b/i;

export const demandOf = perText(({ text, sentences }): Demand => {
  const first = sentences[0];
  const clean = text.slice(0, first?.end ?? text.length);
  const opening = /^\p{L}+/u.exec(clean)?.[0] ?? "";
  const order = (IMPERATIVE.has(opening.toLowerCase()) || /^risk assess /i.test(clean)) && !NOUN.test(clean);
  const duty = order ? null : DUTY.exec(clean);
  const rest = order ? clean.slice(opening.length + 1) : (duty?.[1] ?? "");
  const actor = ACTOR.exec(rest)?.[1] ?? BY_ACTOR.exec(clean)?.[1] ?? null;
  return {
    form: order ? "order" : duty ? "duty" : "topic",
    verb: order ? opening : null,
    actor: duty && actor === null ? duty[1]! : actor,
    second: order || duty ? secondOf(clean, opening.length) : null,
  };
});

function secondOf(text: string, from: number): readonly [number, number] | null {
  const match = SECOND.exec(text.slice(from));
  if (!match) return null;
  const at = from + match.index;
  if (match.index < 3) return null;
  if (OF_PURPOSE.test(match[0]) && PURPOSE.test(text.slice(Math.max(0, at - 120), at))) return null;
  const lead = /^[,;\s]*/.exec(match[0])![0].length;
  return [at + lead, at + match[0].trimEnd().length];
}
