import type { Element, HeadingElement } from "#electron/core/importers/reading/elements.ts";
import { pickArea, treeOf } from "#electron/core/importers/reading/names.ts";
import { mentions, plainWording } from "#electron/core/importers/reading/wording.ts";
import { ancestorsOf, type Area, type Framework } from "#shared/domain/framework.ts";
import type { AreaId, TimescaleId } from "#shared/domain/ids.ts";

/** What an element speaks to. */
export interface Tie {
  /** Most particular area first. */
  readonly areaIds: readonly AreaId[];
  /** Set for elements under “Areas for improvement”; the timescale is null where none was printed. */
  readonly improvement: { readonly timescaleId: TimescaleId | null } | null;
}

/** A topic named within so many words of the first sentence is what the paragraph, and the next ones, are about. */
const OPENING_WORDS = 15;
const IMPROVEMENT =
  /^(?:areas for (?:improvement|priority action)|what needs to improve|recommendations|priority and immediate action|what does .{2,40} need to improve)\b/i;
/** Sections that speak for the part of the report they stand in. */
const SUMS_UP = /^(?:executive summary|summary of|key strengths|progress since)\b|\bstrengths$/i;

/**
 * Ties every element to areas, in the order of the elements. A heading's area holds to the next heading. Below it,
 * a paragraph that opens with the topic of an area within that area is tied to it too, and so are the paragraphs
 * after it until another topic opens; a topic that only comes late in the sentence ties that paragraph alone.
 */
export function tieElements(elements: readonly Element[], framework: Framework): Tie[] {
  const state = new TieState(framework);
  const later = gradedLater(elements);
  const ties = elements.map((element, index) => state.next(element, later[index] ?? NOTHING));
  tieTheUntied(elements, ties, framework);
  return ties;
}

const NOTHING: ReadonlySet<AreaId> = new Set();

/** For every element the areas that a heading further on prints the grade of. */
function gradedLater(elements: readonly Element[]): ReadonlySet<AreaId>[] {
  const later: ReadonlySet<AreaId>[] = [];
  let soFar: ReadonlySet<AreaId> = NOTHING;
  for (const element of elements.toReversed()) {
    later.push(soFar);
    if (element.kind === "heading" && element.grade)
      soFar = new Set([...soFar, ...element.areas.map(({ id }) => id)]);
  }
  return later.toReversed();
}

class TieState {
  readonly #framework: Framework;
  readonly #met = new Set<AreaId>();
  #area: Area | null;
  #part: Area | null = null;
  #tree: AreaId | null = null;
  /** The area judged apart from the rest, in a part that sums itself up and makes its own recommendations. */
  #apart: Area | null = null;
  #improving = false;
  /** Numbered paragraphs so far among the recommendations, and whether the last of them opens a list. */
  #numbered = 0;
  #opensList = false;
  #timescaleId: TimescaleId | null = null;
  /** Before the first heading a report sums itself up. */
  readonly #summary: Area | null;

  constructor(framework: Framework) {
    this.#framework = framework;
    this.#summary = framework.areas.find((area) => area.overall && area.parent === null) ?? null;
    this.#area = null;
  }

  /** @param later areas whose graded heading is still to come */
  next(element: Element, later: ReadonlySet<AreaId>): Tie {
    if (element.kind === "heading") return this.#heading(element, later);
    if (element.kind === "record") {
      this.#leave();
      this.#area = this.#summary;
      return untied;
    }
    if (element.kind === "timescale") {
      this.#timescaleId = element.id;
      this.#improving = true;
      this.#numbered = 0;
      return untied;
    }
    if (element.kind === "note") return untied;
    if (element.kind === "paragraph" && element.imprint) this.#leave();
    const own =
      element.kind === "numbered" || element.kind === "paragraph" ? this.#ownPart(element.text) : this.#part;
    if (element.kind === "numbered") {
      this.#numbered++;
      this.#opensList = element.text.trimEnd().endsWith(":");
    }
    // The first numbered paragraph may introduce the recommendations; a later one is a recommendation.
    const isPart = element.kind === "item" && this.#opensList && this.#numbered > 1;
    const improvement = this.#improving && !isPart ? { timescaleId: this.#timescaleId } : null;
    const topic = improvement && element.kind === "item" ? this.#topicOf(element.text) : null;
    return { areaIds: this.#withArea(topic ?? own), improvement };
  }

  #leave(): void {
    this.#area = null;
    this.#part = null;
    this.#improving = false;
    this.#timescaleId = null;
  }

  #heading(heading: HeadingElement, later: ReadonlySet<AreaId>): Tie {
    this.#timescaleId = null;
    if (IMPROVEMENT.test(heading.text)) {
      this.#improving = true;
      this.#numbered = 0;
      this.#part = null;
      this.#area =
        this.#apart ?? this.#framework.areas.find((area) => area.id === this.#tree) ?? this.#summary;
      return { areaIds: this.#area ? [this.#area.id] : [], improvement: null };
    }
    const area = pickArea(this.#framework, heading.areas, this.#tree, this.#met);
    if (area && this.#improving && heading.grade === null && later.has(area.id)) {
      // Recommendations grouped by what they are about.
      this.#part = area;
      return { areaIds: this.#withArea(area), improvement: null };
    }
    if (heading.section && SUMS_UP.test(heading.text)) return this.#sumUp();
    if (area) {
      if (area.id !== this.#apart?.id) this.#apart = null;
      this.#leave();
      this.#area = area;
      this.#tree = area.parent === null && area.kind === "graded" ? null : treeOf(this.#framework, area);
      this.#met.add(area.id);
      return { areaIds: [area.id], improvement: null };
    }
    if (heading.section) this.#leave();
    if (this.#improving) this.#part = null;
    return { areaIds: this.#area ? [this.#area.id] : [], improvement: null };
  }

  /** The first summary is of the whole report; one that follows an area's heading is of that area. */
  #sumUp(): Tie {
    const area = this.#area ?? (this.#met.size === 0 ? this.#summary : null);
    this.#leave();
    this.#area = area;
    if (area?.kind === "graded" && area.parent === null && !area.overall) this.#apart = area;
    return { areaIds: area ? [area.id] : [], improvement: null };
  }

  /** The most particular area that a recommendation names. */
  #topicOf(text: string): Area | null {
    const within = this.#area?.overall
      ? this.#framework.areas.filter((area) => area.kind === "graded" && !area.overall)
      : this.#area
        ? partsOf(this.#framework, this.#area)
        : [];
    return nearestTopic(plainWording(text), within)?.area ?? null;
  }

  #withArea(area: Area | null): AreaId[] {
    return [...new Set([area, this.#area].flatMap((one) => one?.id ?? []))];
  }

  /** The area within the heading's area that this paragraph is about; remembered when it opens with it. */
  #ownPart(text: string): Area | null {
    const opening = plainWording(firstSentence(text));
    const named =
      this.#area && !this.#improving ? nearestTopic(opening, partsOf(this.#framework, this.#area)) : null;
    if (!named) return this.#part;
    this.#part = named.words <= OPENING_WORDS ? named.area : null;
    return named.area;
  }
}

const untied: Tie = { areaIds: [], improvement: null };

/** Graded areas below this one, at any depth. */
const partsOf = (framework: Framework, area: Area): Area[] =>
  framework.areas.filter(
    (other) => other.kind !== "group" && ancestorsOf(framework, other).some((above) => above.id === area.id),
  );

/** The topic that comes first in the sentence, and how many words stand before its end. */
function nearestTopic(sentence: string, areas: readonly Area[]): { area: Area; words: number } | null {
  const padded = ` ${sentence} `;
  let best: { area: Area; words: number } | null = null;
  for (const area of areas)
    for (const phrase of phrasesOf(area)) {
      const at = padded.indexOf(phrase);
      if (at < 0) continue;
      const words = sentence.slice(0, at).split(" ").length;
      if (!best || words < best.words) best = { area, words };
    }
  return best;
}

const phrases = new WeakMap<Area, readonly string[]>();

/** What the area is called in running text, in plain wording with a space on either side; worked out once. */
function phrasesOf(area: Area): readonly string[] {
  let known = phrases.get(area);
  if (!known)
    phrases.set(
      area,
      (known = [area.title, ...area.topics, ...area.cues].map((phrase) => ` ${plainWording(phrase)} `)),
    );
  return known;
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

/**
 * An area that no heading and no opening names still has narrative when a paragraph beside its siblings' speaks of
 * it further on: that paragraph is tied to it as well.
 */
function tieTheUntied(elements: readonly Element[], ties: Tie[], framework: Framework): void {
  const tied = new Set(ties.flatMap((tie) => tie.areaIds));
  const plainTexts: string[] = [];
  for (const area of framework.areas) {
    if (area.kind !== "graded" || area.parent === null || tied.has(area.id)) continue;
    const phrases = [...area.topics, ...area.cues].map(plainWording);
    for (const [index, element] of elements.entries()) {
      const tie = ties[index];
      if (element.kind !== "numbered" || !tie || tie.improvement || !tie.areaIds.includes(area.parent))
        continue;
      const text = (plainTexts[index] ??= plainWording(element.text));
      if (!phrases.some((phrase) => mentions(text, phrase))) continue;
      const [last] = tie.areaIds.slice(-1);
      ties[index] = { ...tie, areaIds: [...tie.areaIds.slice(0, -1), area.id, ...(last ? [last] : [])] };
    }
  }
}
