import { perText } from "#shared/consistency/analysis/per-text.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { matchesOf, triggered } from "#shared/consistency/analysis/triggers.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";

/** One mention of a matter that inspections of children’s services look at. */
export interface TopicMention {
  /** What the reader calls it: “corporate parenting”. */
  readonly topic: string;
  /** Characters of the words that named it. */
  readonly start: number;
  readonly end: number;
  /** 0: no weakness is said of it; 1: some; 2: a serious one; 3: that there is none of it. */
  readonly weakness: number;
  /** Praised in the same breath. */
  readonly praised: boolean;
}

/**
 * Topic → words of which a text that names it holds one, and how it is named. Where those words are common, also the
 * rarer ones that it cannot be named without.
 */
const TOPICS: Readonly<Record<string, readonly [triggers: string, pattern: string, needs?: RegExp]>> = {
  "young carers": ["", "young carers?", /carer/],
  "value for money": ["money", "value[ -]for[ -]money"],
  "joint commissioning": [
    "commission",
    "joint(?:ly)? commission\\w*|commissioning (?:arrangements|strategy)",
  ],
  "corporate parenting": ["corporate", "corporate parent\\w*"],
  "the workforce strategy": ["workforce", "workforce (?:strategy|planning|development)"],
  complaints: ["complain", "complain\\w*"],
  "children’s homes": ["home residential", "children[’']s homes?|residential (?:care|homes?|provision)"],
  "health assessments": [
    "health",
    "(?:annual |initial |review )?health (?:assessments?|checks?)",
    /assessment|check/,
  ],
  "electronic systems": [
    "electronic secure",
    "(?:electronic |secure )+(?:mailbox|recording system|case management system|system|records?)",
  ],
  "private fostering": ["private", "private(?:ly)? foster\\w*"],
  "return home interviews": ["interview", "return[- ](?:home )?interviews?"],
  "homeless young people": ["homeless", "homeless\\w*"],
  neglect: ["neglect", "neglect(?:ed|ful)?"],
  "domestic abuse": ["domestic", "domestic (?:abuse|violence)"],
  exploitation: ["exploit", "exploit\\w+"],
  "disabled children": [
    "disab short",
    "disabled children|children with (?:\\w+ )?disabilit\\w+|short breaks",
  ],
  "pathway plans": ["pathway", "pathway plan\\w*"],
  "personal education plans": ["education pep", "personal education(?:al)? plans?|peps?", /plan|pep/],
  "life-story work": ["life", "life[- ](?:story|journey)\\w*", /story|journey/],
  "placement stability": [
    "placement",
    "placement (?:stability|breakdowns?|moves)|stability of placements?",
    /stability|breakdown|moves/,
  ],
  "placement sufficiency": [
    "suff placement",
    "sufficiency|(?:lack|shortage|choice|range|availability|number) of (?:\\w+ )?placements?",
  ],
  supervision: ["supervision", "supervision"],
  caseloads: ["case", "case[- ]?loads?", /load/],
  "management oversight": ["oversight", "management oversight|managerial oversight"],
  chronologies: ["chron", "chronolog\\w+"],
  "strategy meetings": ["strategy", "strategy (?:meetings?|discussions?)", /meeting|discussion/],
  "pre-proceedings": ["proceedings law plo", "pre-proceedings|public law outline|plo"],
  "the local authority designated officer": ["designated lado", "designated officers?|lado"],
  "family group conferences": ["conference", "family group conferenc\\w+"],
  advocacy: ["advocacy", "advoca(?:cy|tes?)"],
  "independent visitors": ["independent", "independent visitors?", /visitor/],
  "independent reviewing officers": ["independent iro", "independent reviewing|iros?", /reviewing|iro/],
  "emotional and mental health": ["camhs mental emotional", "camhs|mental health|emotional (?:health|well)"],
  "substance misuse": ["substance drug", "substance misuse|drug and alcohol"],
  "personal advisers": ["advise", "personal advis[eo]rs?"],
  "suitable accommodation": [
    "accommodation bed",
    "(?:suitable|unsuitable|supported) accommodation|bed[- ]and[- ]breakfast",
  ],
  "education, employment or training": ["employment", "education, employment (?:or|and) training"],
  "unregistered children’s homes": ["unreg", "unregistered|unregulated"],
  "foster carer recruitment": [
    "recruit",
    "foster(?:ing)? carers?.{0,20}\\brecruit\\w*|recruit\\w*.{0,30}\\bfoster\\w*",
  ],
  "transition to adult services": ["transition", "transition\\w*"],
  "elective home education": ["elective", "elective(?:ly)? home educat\\w+"],
  "initial visits and visiting": ["visit", "statutory visits?", /statutory/],
  "child protection conferences": ["conference core", "child protection conferences?|core groups?"],
};
const worthTrying = triggered(
  Object.entries(TOPICS).map(([topic, [triggers, pattern, needs]]) => ({
    triggers: triggers.split(" ").filter(Boolean),
    pattern: {
      topic,
      named: new RegExp(`\\b(?:${pattern})(?![\\w-])`, "gi"),
      may: needs ? wordSign(needs) : null,
    },
  })),
);

const NONE_OF_IT =
  /\b(?:lack|absence|shortage|want) of (?:an? |any |the )?(?:[\p{L}-]+ ){0,2}$|\b(?:there (?:is|are|was|were) no|no|without) (?:[\p{L}-]+ ){0,2}$/iu;
/** A figure says it, and no word of praise beside it takes it back. */
const FIGURE = /\bonly \d+(?:\.\d+)?%/i;
const SERIOUS =
  /\b(?:inadequate(?:ly)?|ineffective|poor(?:ly)?|weak(?:ness(?:es)?)?|insufficient(?:ly)?|under[- ]?developed|fail(?:s|ed|ing|ings|ures?)|deteriorated|unsafe|none of|not (?:yet|all|been|sufficiently|adequately|effective|aware|being|commenced|in place|established)|(?:has|have) not|too (?:few|many|long|slow|often)|(?:significantly|well) below|yet to|cannot (?:yet )?be|serious(?:ly)?|widespread|unacceptabl[ey]|overdue)\b/i;
const MILD =
  /\b(?:inconsisten\w*|variable|limited|delay(?:s|ed)?|drift|less positive|shortfalls?|shortages?|lack(?:s|ing)?|does not|do not|not (?:always|consistently|routinely|systematically)|slow|unclear|absence)\b/i;
const PRAISE =
  /\b(?:good|effective|strong|well|robust|excellent|outstanding|improved|improving|improvement|appropriate|timely|comprehensive|positive|successful|valued)\b/i;
/** Where what is said of one thing ends and of another begins. */
const CLAUSE = /[;:]|,? (?:however|but|although|though|whereas|whilst|while)\b|, (?:and|which|so|with)\b/gi;

/** Matters named in one text, with what its own clause says of each. Quotations are somebody else’s. */
export const topicsOf = perText((analysis): readonly TopicMention[] => {
  const { text, sentences, quotations } = analysis;
  const matches = [...worthTrying(analysis)].flatMap(({ topic, named, may }) =>
    may?.(analysis) === false ? [] : matchesOf(named, text).map((match) => ({ topic, match })),
  );
  matches.sort((a, b) => a.match.index - b.match.index);
  const mentions: TopicMention[] = [];
  let at = 0;
  for (const { topic, match } of matches) {
    const start = match.index;
    if (isQuoted(quotations, start)) continue;
    while (at < sentences.length - 1 && sentences[at]!.end <= start) at++;
    const sentence = sentences[at]!;
    const before = text.slice(sentence.start, start);
    const after = text.slice(start + match[0].length, sentence.end);
    const clause = `${clauseBefore(before)}${match[0]}${after.slice(0, clauseEnd(after))}`;
    mentions.push({
      topic,
      start,
      end: start + match[0].length,
      weakness:
        NONE_OF_IT.test(before) || FIGURE.test(clause)
          ? 3
          : SERIOUS.test(clause)
            ? 2
            : MILD.test(clause)
              ? 1
              : 0,
      praised: PRAISE.test(clause.replace(/\bnot (?:\w+ )?\w+/gi, "")),
    });
  }
  return mentions;
});

/** “none of the following has been met: … young carers”, “not all know how, for example, young carers”. */
const LED_BY = /\b(?:following|these)\b[^:]*:|, (?:for example|such as|including|particularly),? $/i;

function clauseBefore(before: string): string {
  if (LED_BY.test(before)) return before;
  const last = [...before.matchAll(CLAUSE)].at(-1);
  return last ? before.slice(last.index) : before;
}

function clauseEnd(after: string): number {
  const next = after.matchAll(CLAUSE).next();
  return next.done ? after.length : next.value.index;
}
