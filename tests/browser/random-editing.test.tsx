import fc from "fast-check";
import { REDO_COMMAND, UNDO_COMMAND } from "lexical";
import { expect, test } from "vitest";
import { Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { TextShape } from "#renderer/editor/nodes/block-states.ts";
import { essence, type EditorPage, openEditor } from "#tests/browser/editor-page.tsx";
import { apply, at, within, type ModelBlock, type Operation } from "#tests/browser/model.ts";

/** 20 reports, 250 operations each: 5,000, and every one is compared. */
const REPORTS = 20;
const OPERATIONS = 250;

/** The same row of edits at every run, so that a commit is judged by what it changes; `VITE_SEED=7 npx vitest run tests/browser` draws another. */
const SEED = Number(import.meta.env["VITE_SEED"] ?? 20_090_727);

const place = { block: fc.nat(60), offset: fc.nat(60) };
const letters = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,5})?$/);
const shape: fc.Arbitrary<TextShape> = fc.oneof(
  fc.record({ kind: fc.constant("paragraph" as const), numbered: fc.boolean() }),
  fc.record({
    kind: fc.constant("heading" as const),
    level: fc.integer({ min: 1, max: 4 }),
    graded: fc.constant(false),
    printedGrade: fc.constant(null),
  }),
  fc.record({ kind: fc.constant("bullet" as const), level: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    kind: fc.constant("quotation" as const),
    speaker: fc.constantFrom("child" as const, "other" as const),
  }),
  fc.record({
    kind: fc.constant("recommendation" as const),
    timescaleId: fc.constant(null),
    justifiedBy: fc.constant<BlockId[]>([]),
  }),
);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ op: fc.constant("type" as const), ...place, text: letters }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant("enter" as const), ...place }) },
  {
    weight: 4,
    arbitrary: fc.record({ op: fc.constant("backspace" as const), block: place.block, offset: fc.nat(3) }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("forward-delete" as const), ...place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant("delete-range" as const),
      ...place,
      length: fc.nat(3),
      endOffset: fc.nat(60),
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("turn-into" as const), block: place.block, shape }) },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant("move" as const),
      block: place.block,
      length: fc.nat(2),
      up: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant("move-before" as const), block: place.block, before: fc.nat(60) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant("paste" as const),
      ...place,
      words: fc.array(letters, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant("copy" as const),
      block: place.block,
      length: fc.nat(2),
      to: fc.nat(60),
      toOffset: fc.nat(60),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant("tie" as const),
      block: place.block,
      areas: fc.uniqueArray(fc.constantFrom("a.one", "a.two", "b.one"), { maxLength: 2 }),
    }),
  },
);

const start = fc
  .array(fc.record({ text: fc.oneof(letters, fc.constant("")), shape }), { minLength: 1, maxLength: 50 })
  .map((drawn): Block[] =>
    drawn.map(({ text, shape: kind }, index) =>
      Block.parse({
        ...kind,
        id: `start-${index}`,
        inlines: text === "" ? [] : [{ kind: "text", text }],
        areaIds: index % 3 === 0 ? ["a.one"] : [],
      }),
    ),
  );

const modelOf = (blocks: readonly Block[]): ModelBlock[] =>
  blocks.map((block) => {
    const { id, inlines, areaIds, evidenceIds: _, bearings: _none, ...kind } = block;
    const text = inlines.map((inline) => ("text" in inline ? inline.text : "")).join("");
    return { id, text, areaIds, shape: kind as TextShape };
  });

const html = (words: readonly string[]): DataTransfer => {
  const data = new DataTransfer();
  data.setData("text/html", words.map((each) => `<p>${each}</p>`).join(""));
  return data;
};

/** Does to the page what the model says was done, by the ways a writer has. */
async function perform(page: EditorPage, model: readonly ModelBlock[], operation: Operation): Promise<void> {
  const i = at(operation.block, model.length);
  const block = model[i]!;
  const o = "offset" in operation ? within(operation.offset, block.text) : 0;
  switch (operation.op) {
    case "type":
      page.select([i, o]);
      return page.keys(operation.text);
    case "enter":
      page.select([i, o]);
      return page.keys("{Enter}");
    case "backspace":
      page.select([i, o]);
      return page.keys("{Backspace}");
    case "forward-delete":
      page.select([i, o]);
      return page.keys("{Delete}");
    case "delete-range": {
      const j = Math.min(model.length - 1, i + operation.length);
      const end = within(operation.endOffset, model[j]!.text);
      if (i === j && o === end) return;
      page.select([i, o], [j, end]);
      return page.keys("{Backspace}");
    }
    case "turn-into":
      page.select([i, 0]);
      page.session.editor!.turnInto(operation.shape);
      break;
    case "move":
      page.select([i, 0], [Math.min(model.length - 1, i + operation.length), 0]);
      page.session.editor!.move(operation.up);
      break;
    case "move-before":
      page.session.editor!.moveBefore([block.id!], model[at(operation.before, model.length)]!.id);
      break;
    case "paste":
      page.select([i, o]);
      return page.paste(html(operation.words));
    case "copy": {
      const j = Math.min(model.length - 1, i + operation.length);
      if (i === j && block.text === "") return;
      page.select([i, 0], [j, model[j]!.text.length]);
      const copied = page.copy();
      const to = at(operation.to, model.length);
      page.select([to, within(operation.toOffset, model[to]!.text)]);
      return page.paste(copied);
    }
    case "tie":
      page.session.editor!.tie([{ blockId: block.id!, areaIds: operation.areas as never }]);
  }
  await Promise.resolve();
}

/** The page is as the model says. New blocks have an id that no block beside them has; the model then learns it. */
function compare(page: EditorPage, model: readonly ModelBlock[], done: Operation): void {
  const now = modelOf(page.blocks());
  expect(
    now.map(({ id: _, ...rest }) => rest),
    `after ${JSON.stringify(done)}`,
  ).toEqual(model.map(({ id: _, ...rest }) => rest));
  expect(new Set(now.map(({ id }) => id)).size).toBe(now.length);
  model.forEach((block, index) => {
    if (block.id === null) block.id = now[index]!.id;
    else expect(now[index]!.id).toBe(block.id);
  });
}

test("5,000 random operations: text, order, ids and ties as the model says, undone to the start, redone to the end", async () => {
  let performed = 0;
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.array(operation, { minLength: OPERATIONS, maxLength: OPERATIONS, size: "max" }),
      async (blocks, operations) => {
        const page = await openEditor(blocks);
        try {
          const beginning = essence(page.blocks());
          let model = modelOf(blocks);
          for (const each of operations) {
            await perform(page, model, each);
            model = apply(model, each);
            compare(page, model, each);
            performed += 1;
          }
          const end = page.blocks();
          expect(await page.saved()).toEqual(end);
          for (let i = 0; i < operations.length + 5; i += 1)
            page.editor.dispatchCommand(UNDO_COMMAND, undefined);
          await Promise.resolve();
          expect(essence(page.blocks())).toEqual(beginning);
          for (let i = 0; i < operations.length + 5; i += 1)
            page.editor.dispatchCommand(REDO_COMMAND, undefined);
          await Promise.resolve();
          expect(page.blocks()).toEqual(end);
          expect(await page.saved()).toEqual(end);
        } finally {
          page.close();
        }
      },
    ),
    { numRuns: REPORTS, endOnFailure: true, seed: SEED },
  );
  expect(performed).toBeGreaterThanOrEqual(REPORTS * OPERATIONS);
});
