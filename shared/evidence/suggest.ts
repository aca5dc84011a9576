import { perForm, stem, wordsOf } from "#shared/consistency/analysis/words.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { AreaId, EvidenceId } from "#shared/domain/ids.ts";

/** What evidence is sought for: the words of a block and the areas it speaks to. */
export interface Sought {
  readonly text: string;
  readonly areaIds: readonly AreaId[];
}

/** An item that may be what a block rests on, and why. */
export interface Suggestion {
  readonly item: Evidence;
  readonly score: number;
  /** Words of the block that the item has too, the most telling first. Never empty. */
  readonly words: readonly string[];
  /** Numbers that stand in both, as the block writes them. */
  readonly numbers: readonly string[];
  /** The areas that both speak to, in the order of the block. */
  readonly areaIds: readonly AreaId[];
}

/** BM25, with its usual measures: how soon more of a word adds nothing, and how far a long item is held back. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.6;
/** How often a word counts by where it stands. */
const FIELD_WEIGHT = { title: 3, source: 2, notes: 1 } as const;
/** What agreement adds to the words, as a share of their score. */
const SAME_FIRST_AREA = 0.5;
const SAME_AREA = 0.25;
const SAME_KIND = 0.2;
/** A number in common says more than a word, and its score is that of so many sightings. */
const NUMBER_SIGHTINGS = 2;
const MOST_WORDS = 5;
/** In a log of more items than this, words that every fourth item has are passed over: they cost most and say least. */
const LARGE_LOG = 500;
const COMMON_SHARE = 4;
/** A single common word is chance. */
const FEWEST_WORDS = 2;

/** Words by which a paragraph says how something was learnt. */
const KIND_SIGNS: Readonly<Record<Evidence["kind"], RegExp>> = {
  interview: /\b(?:told inspectors|interview\w*|met with|acknowledged|senior officers?|managers? report)/i,
  "focus-group":
    /\b(?:young people (?:report|told)|pupils|parents|carers|young carers|quotes?|care leavers)\b/i,
  "case-file": /\b(?:case files?|files|sampled|cases seen|records)\b/i,
  "case-audit": /\baudit\w*/i,
  observation: /\b(?:observ\w+|seen by inspectors|visit\w*)\b/i,
  document: /\b(?:plan|strategy|polic(?:y|ies)|minutes|letter|document\w*)\b/i,
  data: /%|\b(?:data|proportion|rates?|indicators?|increased from|reduced from)\b/i,
  survey: /\bsurvey\w*/i,
  correspondence: /\b(?:complain\w*|letter)\b/i,
  "other-inspection": /\b(?:inspections?|serious case reviews?|joint area review)\b/i,
};

const NUMBER = /\d[\d,]*(?:\.\d+)?%?/g;
/** Numbers that say something: not 3, but 3% and 41. A year is no count. */
const isTelling = (number: string): boolean =>
  (number.length > 1 || number.endsWith("%")) && !/^(?:19|20)\d\d$/.test(number);

const numbersOf = (text: string): Set<string> =>
  new Set((text.match(NUMBER) ?? []).map((number) => number.replace(/,/g, "")).filter(isTelling));

interface Posting {
  readonly slot: number;
  readonly times: number;
}

interface Doc {
  readonly item: Evidence;
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Words that every paragraph has; how much any other says, its rarity in the log decides. */
const SILENT = new Set(
  "a about after being child children people person young all also although an and any are as at be been but by can could did do does for from had has have how however i if in into is it its may more most no not of on or other our own per she he so some such than that the their them then there these they this those to too under up was we were what when where whether which while whilst who whose why will with within would inspector inspectors sample invented".split(
    " ",
  ),
);

/** Null for a word that says nothing. Digits are compared as numbers. */
const rootOf = perForm((lower): string | null =>
  lower.length < 2 || SILENT.has(lower) || /^\d/.test(lower) ? null : stem(lower),
);

const asNumber = (number: string): string => `#${number}`;

function read(item: Evidence): Doc {
  const terms = new Map<string, number>();
  let length = 0;
  for (const field of ["title", "source", "notes"] as const) {
    const text = item[field];
    const weight = FIELD_WEIGHT[field];
    for (const { form } of wordsOf(text)) {
      const root = rootOf(form);
      if (root === null) continue;
      terms.set(root, (terms.get(root) ?? 0) + weight);
      length += weight;
    }
    for (const number of numbersOf(text)) terms.set(asNumber(number), NUMBER_SIGHTINGS);
  }
  if (item.people !== null && item.people > 1) terms.set(asNumber(String(item.people)), NUMBER_SIGHTINGS);
  return { item, terms, length };
}

/**
 * The evidence of a report by its words, kept up to date item by item. An item is known by its object: one that was
 * edited is another object, and is read again.
 */
export class EvidenceIndex {
  #docs: (Doc | null)[] = [];
  #free: number[] = [];
  #slotOf = new Map<Evidence, number>();
  #postings = new Map<string, Posting[]>();
  #totalLength = 0;

  update(items: readonly Evidence[]): void {
    const now = new Set(items);
    for (const item of this.#slotOf.keys()) if (!now.has(item)) this.#remove(item);
    for (const item of items) if (!this.#slotOf.has(item)) this.#add(item);
  }

  #add(item: Evidence): void {
    const doc = read(item);
    const slot = this.#free.pop() ?? this.#docs.length;
    this.#docs[slot] = doc;
    this.#slotOf.set(item, slot);
    this.#totalLength += doc.length;
    for (const [term, times] of doc.terms) {
      const postings = this.#postings.get(term);
      if (postings) postings.push({ slot, times });
      else this.#postings.set(term, [{ slot, times }]);
    }
  }

  #remove(item: Evidence): void {
    const slot = this.#slotOf.get(item)!;
    const doc = this.#docs[slot]!;
    this.#slotOf.delete(item);
    this.#docs[slot] = null;
    this.#free.push(slot);
    this.#totalLength -= doc.length;
    for (const term of doc.terms.keys()) {
      const left = this.#postings.get(term)!.filter((posting) => posting.slot !== slot);
      if (left.length > 0) this.#postings.set(term, left);
      else this.#postings.delete(term);
    }
  }

  /**
   * The likeliest items first, ties of score by reference.
   *
   * @param tied what is tied already, and never suggested
   */
  suggest(sought: Sought, tied: ReadonlySet<EvidenceId>, most: number): Suggestion[] {
    const terms = termsOf(sought.text);
    const count = this.#slotOf.size;
    if (count === 0 || terms.size === 0) return [];
    const meanLength = this.#totalLength / count || 1;
    const scores = new Float64Array(this.#docs.length);
    const shared = new Uint16Array(this.#docs.length);
    for (const term of terms.keys()) {
      const postings = this.#postings.get(term);
      if (!postings || (count > LARGE_LOG && postings.length * COMMON_SHARE > count)) continue;
      const rarity = this.#rarityOf(postings.length);
      for (const { slot, times } of postings) {
        const held = 1 - LENGTH_SHARE + (LENGTH_SHARE * this.#docs[slot]!.length) / meanLength;
        scores[slot] = scores[slot]! + (rarity * times * (SATURATION + 1)) / (times + SATURATION * held);
        shared[slot] = shared[slot]! + 1;
      }
    }
    const kinds = kindsIn(sought.text);
    const best: { doc: Doc; score: number }[] = [];
    for (let slot = 0; slot < scores.length; slot++) {
      const doc = this.#docs[slot];
      if (!doc || shared[slot]! < FEWEST_WORDS || tied.has(doc.item.id)) continue;
      const score = scores[slot]! * agreement(doc.item, sought.areaIds, kinds);
      const last = best[most - 1];
      if (last && !isBefore({ doc, score }, last)) continue;
      best.push({ doc, score });
      best.sort((a, b) => (isBefore(a, b) ? -1 : 1));
      best.length = Math.min(best.length, most);
    }
    return best.map(({ doc, score }) => ({
      item: doc.item,
      score,
      ...this.#reason(doc, terms, sought.areaIds),
    }));
  }

  #rarityOf(holders: number): number {
    return Math.log(1 + (this.#slotOf.size - holders + 0.5) / (holders + 0.5));
  }

  #reason(
    doc: Doc,
    terms: ReadonlyMap<string, string>,
    areaIds: readonly AreaId[],
  ): Pick<Suggestion, "words" | "numbers" | "areaIds"> {
    const common = [...terms].filter(([term]) => doc.terms.has(term));
    const rarity = ([term]: readonly [string, string]): number =>
      this.#rarityOf(this.#postings.get(term)!.length);
    const words = common.filter(([term]) => !term.startsWith("#"));
    return {
      words: words
        .toSorted((a, b) => rarity(b) - rarity(a))
        .slice(0, MOST_WORDS)
        .map(([, written]) => written),
      numbers: common.filter(([term]) => term.startsWith("#")).map(([, written]) => written),
      areaIds: areaIds.filter((id) => doc.item.areaIds.includes(id)),
    };
  }
}

const isBefore = (a: { doc: Doc; score: number }, b: { doc: Doc; score: number }): boolean =>
  a.score > b.score || (a.score === b.score && a.doc.item.reference < b.doc.item.reference);

/** Each term of a text with the words it stands there in. */
function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const root = rootOf(word.form);
    if (root !== null && !terms.has(root)) terms.set(root, word.isCapitalised ? word.text : word.lower);
  }
  for (const number of numbersOf(text)) terms.set(asNumber(number), number);
  return terms;
}

const kindsIn = (text: string): ReadonlySet<Evidence["kind"]> =>
  new Set((Object.keys(KIND_SIGNS) as Evidence["kind"][]).filter((kind) => KIND_SIGNS[kind].test(text)));

function agreement(item: Evidence, areaIds: readonly AreaId[], kinds: ReadonlySet<Evidence["kind"]>): number {
  const first = areaIds[0];
  let factor = 1;
  if (first !== undefined && item.areaIds.includes(first)) factor += SAME_FIRST_AREA;
  else if (areaIds.some((id) => item.areaIds.includes(id))) factor += SAME_AREA;
  if (kinds.has(item.kind)) factor += SAME_KIND;
  return factor;
}
