/**
 * How often the evidence suggested for a paragraph is the right one: node tools/score-suggestions.ts
 *
 * Half of the sample's ties are hidden, drawn five times. For each hidden tie the paragraph is asked for suggestions with
 * only the other half tied; it is a hit when the hidden item is among the first five. The sample's log is written for its
 * report, so that they share more words than a log and a report of two people would: an upper bound, not a promise.
 * Then what an answer takes over 10,000 items, beside a plain search of all of them for one word in the same run.
 */
import "#tools/own-node.mjs";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { openJail } from "#electron/core/importers/jail.ts";
import { resourcePath } from "#electron/core/paths.ts";
import { withSampleEvidence } from "#electron/core/sample.ts";
import { textOf } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import { EvidenceIndex } from "#shared/evidence/suggest.ts";
import { atShare, median } from "#tools/bench/times.ts";

const FIRST = 5;
const ROUNDS = 5;
const ITEMS = 10_000;

const jail = openJail({ frameworks: loadFrameworks() });
const name = "cornwall-2009.txt";
const draft = await jail.read({ name, bytes: readFileSync(resourcePath("sample", name)) }, {});
jail.close();
const { blocks, evidence } = withSampleEvidence(draft.blocks, randomUUID);
const index = new EvidenceIndex();
index.update(evidence);
const ties = blocks.flatMap((block) => block.evidenceIds.map((evidenceId) => ({ block, evidenceId })));

for (const withAreas of [true, false]) {
  let hits = 0;
  let asked = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const hidden = new Set(shuffled(ties, round + 1).slice(0, Math.floor(ties.length / 2)));
    for (const { block, evidenceId } of hidden) {
      const shown = ties.filter((tie) => tie.block === block && !hidden.has(tie));
      const sought = { text: textOf(block), areaIds: withAreas ? block.areaIds : [] };
      const answer = index.suggest(sought, new Set(shown.map((tie) => tie.evidenceId)), FIRST);
      asked++;
      if (answer.some(({ item }) => item.id === evidenceId)) hits++;
    }
  }
  const share = ((100 * hits) / asked).toFixed(0);
  console.log(
    `${withAreas ? "Words, numbers, kinds and areas" : "Without areas"}: ${share} % in the first ${FIRST} (${hits} of ${asked})`,
  );
}

const many = Array.from({ length: ITEMS }, (_, at): Evidence => {
  const from = evidence[at % evidence.length]!;
  const other = evidence[(at * 7 + 3) % evidence.length]!;
  const reference = `E-${String(at + 1).padStart(3, "0")}`;
  return { ...from, id: `many-${at}` as EvidenceId, reference, notes: `${from.notes} ${other.notes} ${at}` };
});
const large = new EvidenceIndex();
const made = took(() => large.update(many));
const paragraphs = blocks.filter(({ kind, evidenceIds }) => kind === "paragraph" && evidenceIds.length > 0);
const ask = (): number[] =>
  paragraphs.map((block) =>
    took(() => large.suggest({ text: textOf(block), areaIds: block.areaIds }, new Set(), FIRST)),
  );
ask();
const times = ask();
const floor = median(
  Array.from({ length: 9 }, () =>
    took(() => many.filter(({ title, notes }) => notes.includes("threshold") || title.includes("threshold"))),
  ),
);
console.log(
  `${ITEMS} items: ${median(times).toFixed(1)} ms in the middle, ${atShare(times, 1).toFixed(1)} ms at most ` +
    `(${(median(times) / floor).toFixed(1)} × a plain search for one word); index made in ${made.toFixed(0)} ms`,
);

function took(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The same order for the same seed. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed * 2_654_435_761;
  const next = (): number => (state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 1) >>> 0);
  return all
    .map((value) => ({ value, order: next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
