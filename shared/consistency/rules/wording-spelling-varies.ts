import { perText } from "#shared/consistency/analysis/per-text.ts";
import { matchesOf, triggered } from "#shared/consistency/analysis/triggers.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { gather, type Gathered } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** Compounds that are written open, hyphened or closed, first part → second parts. */
const COMPOUNDS: Readonly<Record<string, string>> = {
  front: "line",
  self: "harm|esteem|harming|assessment|evaluation",
  decision: "making|maker|makers",
  case: "load|loads",
  well: "being",
  multi: "agency|disciplinary",
  inter: "agency",
  on: "going|line",
  co: "operate|operation|operative|ordinate|ordinated|ordination|ordinator|ordinators|ordinating|ordinates",
  re: "organisation|organise|organised|referral|referrals",
  long: "term|standing",
  short: "term",
  whistle: "blowing|blower",
  child: "centred|focused",
  under: "developed|represented|use|used",
  pre: "birth|school",
  post: "16",
  drop: "in",
  e: "mail",
  data: "base",
  foster: "carer|carers",
  care: "leaver|leavers",
  looked: "after children",
  life: "story",
  in: "depth",
  work: "force|load|loads|place",
  non: "attendance|compliance|statutory",
  up: "to[- ]date",
  out: "of[- ]hours",
  one: "to[- ]one",
  day: "care|time",
  check: "list|lists",
  policy: "maker|makers",
  head: "teacher|teachers",
};
const SPELLINGS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^prevent/, () => "preventive"],
  [/^judge?ment/, (found) => `judgement${found.endsWith("s") ? "s" : ""}`],
  [/^personal/, (found) => found.replace("educational", "education")],
  [/^focuss?/, (found) => found.replace("ss", "s")],
  [/^advis[oe]r/, (found) => found.replace("or", "er")],
  [/i[sz]/, (found) => found.replace(/iz(?=e[drs]*$|ing$|ations?$)/, "is")],
];
const IZE =
  "recogni|organi|prioriti|minimi|maximi|utili|emphasi|summari|speciali|reali|finali|categori|criminali|formali|standardi|moderni|optimi|victimi|normali|reorgani|personali|mobili|stabili|authori|analy";
const mayBeIze = wordSign(new RegExp(`(?:${IZE})[sz]`));
/** Each wording with the beginnings of the words it is made of. */
const worthTrying = triggered(
  [
    ...Object.entries(COMPOUNDS).map(([first, second]) => ({
      wording: `${first}[- ]?(?:${second})`,
      // The second part stands as a word of its own, or in one word with the first: its first word is there either way.
      may: wordSign(
        new RegExp(
          second
            .split("|")
            .map((each) => /^\w+/.exec(each)![0])
            .join("|"),
        ),
      ),
      triggers: [
        first === "looked" ? "in-care" : first,
        ...second.split("|").flatMap((each) => [...each.split(/\W+/), first + each]),
      ],
    })),
    { wording: "prevent(?:at)?ive", triggers: ["prevent"], may: null },
    { wording: "judge?ments?", triggers: ["judge"], may: null },
    {
      wording: "personal education(?:al)? (?:allowance|plan)s?",
      triggers: ["personal"],
      may: wordSign(/education/),
    },
    { wording: "focuss?(?:ed|es|ing)", triggers: ["focus"], may: null },
    { wording: "advis[oe]rs?", triggers: ["advis"], may: null },
    ...IZE.split("|").map((verb) => ({
      wording: `${verb}[sz](?:e[drs]?|ing|ations?)`,
      triggers: [verb],
      may: mayBeIze,
    })),
  ].map(({ wording, triggers, may }) => ({
    triggers: triggers.filter((trigger) => trigger.length > 1),
    pattern: { spelled: new RegExp(`\\b${wording}(?![\\w-])`, "gi"), may },
  })),
);

/** After these nothing is described: the compound is a noun, or stands after its verb. */
const NOT_DESCRIBING =
  /^(?:[^\p{L}]*$|\s*[^\p{L}\s]|\s+(?:and|or|but|is|are|was|were|has|have|had|of|in|on|at|to|for|by|with|from|the|a|an|as|that|which|who|when|where|they|it|this|these|be|been|can|will|may|do|does|not|so|if|then|than|there|also|remains?|needs?|takes?|[\p{Ll}]+(?:ed|en|ates|ises|ly))(?![\p{L}]))/u;

export const wordingSpellingVaries = defineRule({
  id: "wording/spelling-varies",
  number: 39,
  severity: "advice",
  mode: "deterministic",
  title: "One word is spelled in two ways",
  why: "Readers take two spellings for two things, and a search finds only one of them.",
  remedy: "Choose one spelling and keep to it through the report.",
  source: "Ofsted house style: one form throughout a report",
  guards: [
    "A hyphen before a noun is right where the noun itself has none: “decision-making arrangements”, “good decision making”.",
    "Quotations and names in capitals are left alone; “judgment” of a court is a word of its own.",
    "Each pair is reported once, where the rarer spelling is first used.",
  ],
  examples: {
    flagged: [
      { lines: ["Front line workers are skilled.", "The front-line service is stretched."] },
      { lines: ["Self harm is rising.", "Work on self-harm is new."] },
      { lines: ["Preventive care is good.", "There is no preventative work."] },
      { lines: ["Caseloads are high.", "Social workers have high case loads."] },
    ],
    clean: [
      { lines: ["Decision-making arrangements are clear.", "Records of decision making are good."] },
      { lines: ["Caseloads are high.", "A parent said ‘case loads are too high’."] },
      { lines: ["Long-term plans are clear.", "In the long term, plans are clear."] },
      { lines: ["Judgements are sound.", "The court’s judgment is awaited."] },
    ],
  },
  over: "report",
  reads: () => [spelledIn],
  *check(report) {
    for (const [word, uses] of Map.groupBy(gather(report, spelledIn), ({ fact }) => fact.word)) {
      const forms = Map.groupBy(uses, ({ fact }) => fact.form);
      if (forms.size < 2 || agree(forms)) continue;
      const ranked = [...forms.values()].toSorted((a, b) => b.length - a.length);
      const [most, ...others] = ranked as [Gathered<Spelled>[], ...Gathered<Spelled>[][]];
      const { view, fact } = others.at(-1)![0]!;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [fact.start, fact.end],
        key: word,
        fix: fact.capital ? capital(most[0]!.fact.form) : most[0]!.fact.form,
        message: `${[others.at(-1)!, most, ...others.slice(0, -1)].map(counted).join(", ")}: one word in ${ranked.length === 2 ? "two" : "three"} spellings. Use one of them throughout.`,
      };
    }
  },
});

interface Spelled {
  /** The same for all spellings of a word. */
  readonly word: string;
  readonly form: string;
  /** Written with a capital, as at the start of a sentence. */
  readonly capital: boolean;
  /** Stands before a noun. */
  readonly describes: boolean;
  readonly start: number;
  readonly end: number;
}

const spellingsOf = perText((analysis): readonly Spelled[] => {
  const { text, quotations } = analysis;
  const found: Spelled[] = [];
  const tried = [...worthTrying(analysis)].filter(({ may }) => may === null || may(analysis));
  for (const match of tried.flatMap(({ spelled }) => matchesOf(spelled, text))) {
    const start = match.index;
    if (text[start - 1] === "-") continue;
    const end = start + match[0].length;
    const form = match[0].toLowerCase();
    // Names keep their own spelling: “Front Line Project”, “World Health Organization”.
    if (/^\p{Lu}/u.test(match[0]) && !opens(text, start)) continue;
    if (isQuoted(quotations, start)) continue;
    const spelling = SPELLINGS.find(([pattern]) => pattern.test(form));
    const compound = /[- ]/.test(form) && !form.startsWith("personal");
    if (form.startsWith("judgment") && /\b(?:court|judge|legal)/i.test(text)) continue;
    const word = spelling && !compound ? spelling[1](form) : form.replace(/[- ]/g, "");
    found.push({
      word,
      form,
      capital: match[0] !== form,
      describes: !NOT_DESCRIBING.test(text.slice(end, end + 24)),
      start,
      end,
    });
  }
  return found.toSorted((a, b) => a.start - b.start);
});

const spelledIn = (view: BlockView): readonly Spelled[] =>
  view.block.kind === "quotation" ? [] : spellingsOf(view.analysis);

const capital = (form: string): string => form[0]!.toUpperCase() + form.slice(1);

const opens = (text: string, at: number): boolean =>
  at === 0 || /[.!?:]\s+$|^\s+$/.test(text.slice(Math.max(0, at - 3), at));

/** A hyphen where it describes and none where it does not: as grammars ask. */
function agree(forms: ReadonlyMap<string, readonly Gathered<Spelled>[]>): boolean {
  const all = [...forms];
  if (all.some(([form]) => !/[- ]/.test(form))) return false;
  const hyphened = all.filter(([form]) => form.includes("-")).flatMap(([, uses]) => uses);
  const open = all.filter(([form]) => !form.includes("-")).flatMap(([, uses]) => uses);
  if (hyphened.length === 0) return false;
  return hyphened.every(({ fact }) => fact.describes) && open.every(({ fact }) => !fact.describes);
}

const TIMES = ["never", "once", "twice"];

function counted(uses: readonly Gathered<Spelled>[]): string {
  const { view, fact } = uses[0]!;
  const times = TIMES[uses.length] ?? `${uses.length} times`;
  const where =
    view.paragraph === null ? "" : `, ${uses.length > 1 ? "first in " : ""}paragraph ${view.paragraph}`;
  return `“${fact.form}” (${times}${where})`;
}
