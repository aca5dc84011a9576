import { perText } from "#shared/consistency/analysis/per-text.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { datesOf } from "#shared/consistency/analysis/dates.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { within } from "#shared/consistency/analysis/within.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { defineRule } from "#shared/consistency/rule.ts";

/** Something that has only just begun. */
const NEW =
  /\b(?:(?:the )?(?:recent |new )?(?:introduction|launch|adoption) of|(?:very |more )?recently[ -](?:introduced|launched|appointed|established|implemented|restructured|formed|created|adopted|revised|developed|commissioned|opened)|(?:has|have|was|were) (?:just|only just|recently|newly) (?:been )?(?:introduced|launched|appointed|established|implemented|formed|created|adopted|commissioned)|newly[ -](?:introduced|launched|appointed|established|implemented|formed|created|adopted|commissioned)|a new [\p{L}’'-]+)\b/iu;
const QUICK = /\bintroduction|\blaunch|\badoption of|\bnew|\brecently|\bjust\b/;
const mayBeNew = wordSign(/\b(?:introduction|launch|adoption|new|recently|just\b)/);
/** And is said to have worked. */
const WORKS =
  /\b(?:(?:is|are) (?:already |now |clearly )?(?:improving|enhancing|strengthening|reducing|transforming|making a (?:real |significant |positive |tangible )*(?:difference|impact)|having a (?:real |significant |positive |tangible )*impact|ensuring|increasing)|(?:has|have) (?:already |now |clearly |significantly |greatly )?(?:improved|enhanced|strengthened|reduced|transformed|increased|resulted in|led to|ensured|made a (?:real |significant |positive )*difference|had a (?:real |significant |positive )*impact))\b/iu;
/** Being introduced is no proof of being new, unless the effect is still going on. */
const BARE = /^(?:the )?(?:introduction|launch|adoption) of$/i;
const HAS = /^(?:has|have) /;
/** Says since when. */
const SINCE = /\b(?:(?:earlier|late|early) (?:this|last) year|last year|since (?:the )?(?:last|previous))\b/i;
/** The text says itself that it is early. */
const OWNS =
  /\b(?:too (?:early|soon|recent)|not yet|yet to|beginning to|starting to|starts? to|early (?:stage|days|indications?)|in its infancy|embed\w*|in time|potential|expected|designed|intended|aims?|aimed|will|would|should|could|plan(?:s|ned)? to|at (?:very )?early)\b/i;
const LATER = /\b(?:too (?:early|soon|recent)|not yet|yet to|in its infancy|early (?:stage|days))\b/i;

export const timeEffectTooSoon = defineRule({
  id: "time/effect-too-soon",
  number: 42,
  severity: "advice",
  mode: "heuristic",
  title: "Something new is credited with an effect at once",
  why: "An effect claimed in the month of the launch is a hope; the next inspection will ask for the proof.",
  remedy: "Say since when it runs and what shows the effect, or that it is too early to tell.",
  source: "Quality assurance practice: impact needs time and evidence",
  guards: [
    "What is new and what it is said to have done stand in one sentence, in this order, without a year or a figure.",
    "“The introduction of” alone is new only to an effect that goes on (“is improving”); “earlier this year” says since when.",
    "“Too early”, “beginning to”, “yet to”, “not embedded” in it or in the next sentence own to it.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "There is progress with the introduction of the ‘Options’ model which is improving practice.",
        ],
      },
      { lines: ["A newly appointed manager has strengthened oversight."] },
    ],
    clean: [
      { lines: ["Money supported a new service restructure, and assertive actions have led to success."] },
      { lines: ["The successful introduction of the graded profile has ensured a consistent response."] },
      { lines: ["The recent introduction of the hub earlier this year has improved the response."] },
      { lines: ["The recently launched model is beginning to show results and has improved morale."] },
      { lines: ["The introduction of a panel in 2007 has led to fewer moves."] },
      { lines: ["A newly formed group is improving plans. It is too early for impact to show."] },
      { lines: ["Since the last inspection practice has improved. New staff are welcome."] },
    ],
  },
  over: "block",
  *check(view) {
    if (
      (view.block.kind !== "paragraph" && view.block.kind !== "bullet") ||
      !mayBeNew(view.analysis) ||
      !QUICK.test(view.text)
    )
      return;
    for (const { start, end } of claimsIn(view.analysis))
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [start, end],
        message: `“${shorten(view.text.slice(start, end), 130)}”: is it old enough to have had this effect? Say since when it runs and what shows it.`,
      };
  },
});

const claimsIn = perText((analysis): readonly Span[] => {
  const { text, sentences } = analysis;
  return sentences.flatMap(({ start, end }, i) => {
    const sentence = text.slice(start, end);
    const fresh = NEW.exec(sentence);
    if (!fresh || OWNS.test(sentence) || SINCE.test(sentence)) return [];
    const from = fresh.index + fresh[0].length;
    const works = WORKS.exec(sentence.slice(from));
    // Another clause with a subject of its own lies between.
    if (
      !works ||
      works.index > 110 ||
      /[;:]|\bbut\b|\bhowever\b|, and\b/i.test(sentence.slice(from, from + works.index))
    )
      return [];
    if (BARE.test(fresh[0]) && HAS.test(works[0])) return [];
    if (isQuoted(analysis.quotations, start + fresh.index)) return [];
    const figures = within(analysis.quantities, { start, end }).length;
    if (figures + within(datesOf(analysis), { start, end }).length > 0) return [];
    const next = sentences[i + 1];
    if (next && LATER.test(text.slice(next.start, next.end))) return [];
    return [{ start: start + fresh.index, end: start + from + works.index + works[0].length }];
  });
});
