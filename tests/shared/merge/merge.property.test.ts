import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, textOf } from "#shared/domain/block.ts";
import { changesBetween } from "#shared/merge/changes.ts";
import { takeChanges } from "#shared/merge/take-changes.ts";
import { paragraph } from "#tests/helpers/reports.ts";

/** What one person does to a report: by place, so that any row of them can be done. */
const Deed = fc.record({
  what: fc.constantFrom("put in", "take out", "change", "new block", "remove block", "move block", "retie"),
  block: fc.nat(20),
  word: fc.nat(20),
  to: fc.nat(20),
});
type Deed = typeof Deed extends fc.Arbitrary<infer T> ? T : never;

const BLOCKS = 6;
const WORDS = 8;
const sent: Block[] = Array.from({ length: BLOCKS }, (_, b) =>
  paragraph(Array.from({ length: WORDS }, (__, w) => `b${b}w${w}`).join(" "), { id: `block-${b}` }),
);

/** @param who marks the words this person writes, each only once */
function doneBy(who: string, deeds: readonly Deed[]): Block[] {
  const blocks = [...sent];
  deeds.forEach(({ what, block, word, to }, n) => {
    const at = block % Math.max(1, blocks.length);
    const own = blocks[at];
    if (!own) return;
    const words = textOf(own).split(" ");
    const write = (next: string[]): void => {
      blocks[at] = { ...own, inlines: [{ kind: "text", text: next.join(" ") }] };
    };
    const w = word % words.length;
    if (what === "put in") write(words.toSpliced(w, 0, `${who}${n}`));
    else if (what === "take out" && words.length > 1) write(words.toSpliced(w, 1));
    else if (what === "change") write(words.with(w, `${who}${n}`));
    else if (what === "new block") blocks.splice(at, 0, paragraph(`${who}${n}`, { id: `${who}-${n}` }));
    else if (what === "remove block" && blocks.length > 2) blocks.splice(at, 1);
    else if (what === "move block") blocks.splice(to % blocks.length, 0, ...blocks.splice(at, 1));
    else if (what === "retie") blocks[at] = paragraphTied(own, `evidence-${who}${n}`);
  });
  return blocks;
}

const paragraphTied = (block: Block, evidenceId: string): Block =>
  ({ ...block, evidenceIds: [...block.evidenceIds, evidenceId] }) as Block;

const wordsIn = (blocks: readonly Block[], who: string): string[] =>
  blocks
    .flatMap((block) => textOf(block).split(" "))
    .filter((word) => new RegExp(`^${who}\\d+$`).test(word))
    .toSorted();

const deeds = fc.array(Deed, { maxLength: 6 });

test("1,000 pairs of people at one report: what each wrote is there, and nothing is taken that was not chosen", () => {
  fc.assert(
    fc.property(deeds, deeds, (there, here) => {
      const [theirs, ours] = [doneBy("t", there), doneBy("o", here)];
      const three = { base: sent, theirs, ours };
      const changes = changesBetween(three);
      expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
      expect(takeChanges(three, changes, new Set())).toEqual(ours);

      const calm = takeChanges(
        three,
        changes,
        new Set(changes.filter(({ clash }) => !clash).map(({ id }) => id)),
      );
      // Nothing written here goes, but with a block that nobody here had touched.
      expect(wordsIn(calm, "o")).toEqual(wordsIn(ours, "o"));
      // Everything written there is here, or is shown as a clash.
      const clashing = new Set(changes.flatMap(({ clash, blockId }) => (clash ? [blockId] : [])));
      const lost = wordsIn(theirs, "t").filter((word) => !wordsIn(calm, "t").includes(word));
      const shown = wordsIn(
        theirs.filter(({ id }) => clashing.has(id)),
        "t",
      );
      for (const word of lost) expect(shown).toContain(word);
      expect(new Set(calm.map(({ id }) => id)).size).toBe(calm.length);

      const all = takeChanges(three, changes, new Set(changes.map(({ id }) => id)));
      expect(wordsIn(all, "t")).toEqual(wordsIn(theirs, "t"));
    }),
    { numRuns: 1000, seed: 6 },
  );
});

test("where nobody here did anything, taking everything is what came back; taken once, nothing is left to take", () => {
  fc.assert(
    fc.property(deeds, (there) => {
      const theirs = doneBy("t", there);
      const three = { base: sent, theirs, ours: sent };
      const changes = changesBetween(three);
      const all = takeChanges(three, changes, new Set(changes.map(({ id }) => id)));
      expect(all).toEqual(theirs);
      expect(changesBetween({ base: sent, theirs, ours: all })).toEqual([]);
    }),
    { numRuns: 500, seed: 7 },
  );
});
