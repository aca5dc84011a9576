import { expect, test } from "vitest";
import type { Block } from "#shared/domain/block.ts";
import type { SpellAnswer, SpellQuestion } from "#renderer/spelling/protocol.ts";
import { Speller, type SpellPort } from "#renderer/spelling/speller.ts";
import { paragraph } from "#tests/renderer/helpers/blocks.ts";

/** An engine that knows every word but those with “zz”, and answers when told to. */
class Engine implements SpellPort {
  onmessage: SpellPort["onmessage"] = null;
  readonly asked: SpellQuestion[] = [];
  answered = 0;
  postMessage(question: SpellQuestion): void {
    this.asked.push(question);
  }
  terminate(): void {}
  answer(): void {
    const question = this.asked[this.answered];
    if (!question) return;
    this.answered += 1;
    const slips = question.texts.map((text) =>
      [...text.matchAll(/\w*zz\w*/g)].map(({ index, 0: word }) => ({
        kind: "spelling" as const,
        span: [index, index + word.length] as const,
        message: "?",
        suggestions: [],
      })),
    );
    this.onmessage?.(new MessageEvent<SpellAnswer>("message", { data: { turn: question.turn, slips } }));
  }
  answerAll(): void {
    while (this.answered < this.asked.length) this.answer();
  }
  texts = (): string[] => this.asked.flatMap(({ texts }) => texts);
}

const begin = (blocks: readonly Block[], first: readonly Block[] = []) => {
  const engine = new Engine();
  const speller = new Speller(engine, () => {});
  speller.changed(blocks, () => first.map(({ id }) => id));
  return { engine, speller };
};

test("one block at a time, first where the writer is", () => {
  const blocks = ["one", "two", "three"].map((text) => paragraph(text));
  const { engine } = begin(blocks, [blocks[2]!]);
  expect(engine.texts()).toEqual(["three"]);
  engine.answerAll();
  expect(engine.texts()).toEqual(["three", "one", "two"]);
});

test("what was read once is not read again, though it stands elsewhere", () => {
  const [one, two] = [paragraph("a fizz"), paragraph("two")];
  const { engine, speller } = begin([one, two]);
  engine.answerAll();
  const same = paragraph("a fizz");
  speller.changed([same, one, two], () => []);
  engine.answerAll();
  expect(engine.texts()).toEqual(["a fizz", "two"]);
  expect(speller.slips().map(({ words, place }) => [place.blockId, words])).toEqual([
    [same.id, "fizz"],
    [one.id, "fizz"],
  ]);
});

test("marks move along with the text until there is an answer about it as it is", () => {
  const one = paragraph("a fizz");
  const { engine, speller } = begin([one]);
  engine.answerAll();
  const typed = { ...one, inlines: paragraph("See the buzz, a fizz").inlines };
  speller.changed([typed], () => []);
  expect(speller.slips().map(({ place }) => place.span)).toEqual([[16, 20]]);
  engine.answerAll();
  expect(speller.slips().map(({ place }) => place.span)).toEqual([
    [8, 12],
    [16, 20],
  ]);
});

test("cells of tables are read", () => {
  const table = {
    ...paragraph("No slip"),
    kind: "table",
    rows: [["fine", "a jazz"]],
    header: false,
  } as unknown as Block;
  const { engine, speller } = begin([table]);
  engine.answerAll();
  expect(speller.slips().map(({ place }) => place)).toEqual([
    { blockId: table.id, cell: [0, 1], span: [2, 6] },
  ]);
});

test("nothing more is asked while it is held, and what was waiting is asked after", () => {
  const blocks = ["one", "two", "three"].map((text) => paragraph(text));
  const { engine, speller } = begin(blocks);
  speller.hold();
  engine.answerAll();
  expect(engine.texts()).toEqual(["one"]);
  speller.changed(blocks, () => []);
  engine.answerAll();
  expect(engine.texts()).toEqual(["one", "two", "three"]);
});
