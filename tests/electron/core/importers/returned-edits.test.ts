import { expect, test } from "vitest";
import { writeWord } from "#electron/core/exporters/word.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import { readReturned } from "#electron/core/importers/word/read-returned.ts";
import { sentAs } from "#electron/core/returned/sent.ts";
import { type Block, textsIn } from "#shared/domain/block.ts";
import { EvidenceId } from "#shared/domain/ids.ts";
import { changesBetween } from "#shared/merge/changes.ts";
import { takeChanges } from "#shared/merge/take-changes.ts";
import type { Sent } from "#shared/returned/returned-report.ts";
import { returnedReport } from "#shared/returned/returned-report.ts";
import { type Deed, editedByWriter, WRITER_EDITS } from "#tests/helpers/libreoffice-edits.ts";
import { has, sayWhatIsSkipped } from "#tests/helpers/readers.ts";
import { readSample } from "#tests/helpers/sample.ts";
import { canEdit, EDITS, random, shownWords, WordFile, wordsIn } from "#tests/helpers/word-edits.ts";

sayWhatIsSkipped("soffice");

const FILES = 30;
const EDITS_A_FILE = 10;
const SEED = 20_260_301;

/** The sample with every paragraph tied to evidence, and an item cited in the midst of its words. */
async function tiedSample(): Promise<ExportInput> {
  const { report, framework } = await readSample();
  const blocks = report.blocks.map((block, index): Block => {
    const evidenceId = EvidenceId.parse(`evidence-${index}`);
    const first = block.inlines[0];
    if (block.kind !== "paragraph" || first?.kind !== "text") return block;
    const at = first.text.indexOf(" ", first.text.length / 2);
    const parts = [first.text.slice(0, at), first.text.slice(at)].map((text) => ({ ...first, text }));
    return {
      ...block,
      evidenceIds: [evidenceId],
      inlines: [parts[0]!, { kind: "evidence", evidenceId }, parts[1]!, ...block.inlines.slice(1)],
    };
  });
  return { report: { ...report, blocks }, framework };
}

const input = await tiedSample();
const exported = await writeWord(input);
const base = sentAs(input);

/** Every word that the blocks print, in order; without the words that are drawn from elsewhere. */
function printedWords(blocks: readonly Block[], sent: Sent): string[] {
  return blocks.flatMap((block) =>
    textsIn(block).flatMap(({ cell, text }) =>
      wordsIn(cell ? text : block.inlines.map(sent.printed).join("")),
    ),
  );
}

/** What a file says less what is drawn from elsewhere: what was sent tells which words those are. */
const drawn = countsOf(shownWords(new WordFile(exported)), printedWords(base.blocks, base));

function countsOf(more: readonly string[], less: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of more) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of less) counts.set(word, (counts.get(word) ?? 0) - 1);
  return new Map([...counts].filter(([, count]) => count !== 0));
}

/** Whether all the words stand in the whole, in their order. */
function isWithin(words: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const word of whole) if (word === words[at]) at += 1;
  return at === words.length;
}

const evidenceIn = (blocks: readonly Block[]): Set<string> =>
  new Set(
    blocks.flatMap(({ evidenceIds, inlines }) => [
      ...evidenceIds,
      ...inlines.flatMap((inline) => (inline.kind === "evidence" ? [`cited ${inline.evidenceId}`] : [])),
    ]),
  );

/**
 * What must hold for any file that was edited, by whomever.
 *
 * @param mayRemove whether an edit took blocks out
 * @returns how many changes are shown
 */
function proveBack(what: string, bytes: Uint8Array, mayRemove: boolean): number {
  const file = new WordFile(bytes);
  const back = returnedReport(
    base,
    readReturned(bytes, () => {}),
  );
  const theirs = back.blocks;
  // A heading that was joined to a paragraph brings its grade along as words: fewer may be drawn, never more.
  for (const [word, count] of countsOf(shownWords(file), printedWords(theirs, base)))
    expect(count, `${what}: ${word}`).toBeLessThanOrEqual(drawn.get(word) ?? 0);
  expect(isWithin(printedWords(theirs, base), shownWords(file)), what).toBe(true);
  expect(new Set(theirs.map(({ id }) => id)).size, what).toBe(theirs.length);

  const ours = base.blocks;
  const three = { base: ours, theirs, ours };
  const changes = changesBetween(three, back.groups);
  const all = new Set(changes.map(({ id }) => id));
  expect(takeChanges(three, changes, all), what).toEqual(theirs);
  expect(takeChanges(three, changes, new Set()), what).toEqual(ours);
  expect(
    changes.some(({ clash }) => clash),
    what,
  ).toBe(false);

  const gone = ours.filter(({ id }) =>
    changes.some((each) => each.what === "removed" && each.blockId === id),
  );
  const alone = gone.filter(({ id }) => !back.groups.has(id));
  if (alone.length > 0) expect(mayRemove, what).toBe(true);
  const kept = evidenceIn(theirs);
  for (const tie of evidenceIn(ours.filter((block) => !alone.includes(block))))
    expect(kept, what).toContain(tie);
  return changes.length;
}

test(`${FILES * EDITS_A_FILE} random edits of exported files: no tie and no word is lost, every change is shown`, () => {
  const made = new Map<string, number>();
  let shown = 0;
  for (let n = 0; n < FILES; n++) {
    const next = random(SEED + n);
    const file = new WordFile(exported);
    const done: string[] = [];
    while (done.length < EDITS_A_FILE) {
      const kinds = Object.keys(EDITS);
      const kind = kinds[Math.floor(next() * kinds.length)]!;
      const able = file.paragraphs.filter(canEdit);
      EDITS[kind]!(file, able[Math.floor(next() * able.length)]!, next, n * 100 + done.length);
      done.push(kind);
      made.set(kind, (made.get(kind) ?? 0) + 1);
    }
    const mayRemove = done.includes("remove") || done.includes("strike");
    shown += proveBack(`file ${n}: ${done.join(", ")}`, file.save(), mayRemove);
  }
  // Some edits change no words, such as another program's marks; and some undo or meet each other.
  expect(shown).toBeGreaterThan(0.6 * FILES * EDITS_A_FILE);
  console.log([...made].map(([kind, count]) => `${kind} ${count}`).join(", "));
}, 120_000);

test.skipIf(!has.soffice)(
  "300 random edits made by LibreOffice Writer itself: no tie and no word is lost, every change is shown",
  () => {
    const next = random(SEED);
    const whole = (below: number): number => Math.floor(next() * below);
    const files = Array.from({ length: FILES }, (_, n) =>
      Array.from({ length: EDITS_A_FILE }, (__, count): Deed => {
        const kind = WRITER_EDITS[whole(WRITER_EDITS.length)]!;
        return { kind, paragraph: whole(60), word: whole(20), count: n * 100 + count };
      }),
    );
    let shown = 0;
    editedByWriter(exported, files).forEach((bytes, n) => {
      const kinds = files[n]!.map(({ kind }) => kind);
      shown += proveBack(`file ${n}: ${kinds.join(", ")}`, bytes, kinds.includes("remove"));
    });
    // A comment alone is no change of words.
    expect(shown).toBeGreaterThan(0.6 * FILES * EDITS_A_FILE);
  },
  240_000,
);
