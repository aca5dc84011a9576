import fc from "fast-check";
import { Block, type Inline } from "#shared/domain/block.ts";

const id = fc.uuid();
/** Words as people type and importers read them; a run is never empty, and breaks have tests of their own. */
const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\r\n]/g, " "));

const run = fc.record(
  {
    kind: fc.constant("text" as const),
    text: words,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    href: fc.constantFrom("https://www.gov.uk/report", "mailto:lead@example.org"),
  },
  { requiredKeys: ["kind", "text"] },
);
const marks = { bold: fc.constant(true as const), italic: fc.constant(true as const) };
const reference = fc.oneof(
  fc.record({ kind: fc.constant("evidence" as const), evidenceId: id }),
  fc.record({ kind: fc.constant("note" as const), blockId: id }),
  fc.record(
    { kind: fc.constant("figure" as const), figureId: id, text: words, ...marks },
    { requiredKeys: ["kind", "figureId", "text"] },
  ),
  fc.record(
    { kind: fc.constant("reference" as const), blockId: id, text: words, ...marks },
    { requiredKeys: ["kind", "blockId", "text"] },
  ),
);
/** As many cells in each row, and at least one. */
const rows = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([height, width]) =>
    fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

/** Neighbours with the same marks are one run, as every writer of blocks leaves them. */
const joined = (inlines: Inline[]): Inline[] =>
  inlines.reduce<Inline[]>((list, next) => {
    const last = list.at(-1);
    const same =
      last?.kind === "text" &&
      next.kind === "text" &&
      last.bold === next.bold &&
      last.italic === next.italic &&
      last.href === next.href;
    return same ? [...list.slice(0, -1), { ...last, text: last.text + next.text }] : [...list, next];
  }, []);

const inlines = fc.array(fc.oneof(run, reference), { maxLength: 6 }).map((list) => joined(list as Inline[]));
const tied = {
  id,
  inlines,
  areaIds: fc.uniqueArray(fc.constantFrom("a.one", "a.two", "b.one"), { maxLength: 3 }),
  evidenceIds: fc.uniqueArray(id, { maxLength: 3 }),
};

const anyBlock = fc
  .oneof(
    fc.record({
      kind: fc.constant("heading"),
      ...tied,
      level: fc.integer({ min: 1, max: 4 }),
      graded: fc.boolean(),
      printedGrade: fc.option(fc.record({ gradeId: fc.constant("good"), wording: words })),
    }),
    fc.record({ kind: fc.constant("paragraph"), ...tied, numbered: fc.boolean() }),
    fc.record({ kind: fc.constant("bullet"), ...tied, level: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      kind: fc.constant("quotation"),
      ...tied,
      speaker: fc.constantFrom("child", "parent", "carer", "staff", "partner", "other"),
    }),
    fc.record({
      kind: fc.constant("table"),
      ...tied,
      header: fc.boolean(),
      rows,
    }),
    fc.record({
      kind: fc.constant("recommendation"),
      ...tied,
      timescaleId: fc.option(fc.constantFrom("immediately", "within-three-months")),
      justifiedBy: fc.array(id, { maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant("footnote"), ...tied }),
    fc.record({ kind: fc.constant("findings-record"), ...tied, inlines: fc.constant([]) }),
  )
  .chain((block) =>
    fc.record({
      block: fc.constant(block),
      bearings: fc.array(fc.constantFrom(null, "qualifies", "contradicts"), { maxLength: 3 }),
    }),
  )
  .map(({ block, bearings }) =>
    Block.parse({
      ...block,
      bearings: Object.fromEntries(
        block.evidenceIds.flatMap((tied, index) => (bearings[index] ? [[tied, bearings[index]]] : [])),
      ),
    }),
  );

/** Any report's blocks: no two with one id. */
export const anyBlocks = (maxLength = 12): fc.Arbitrary<Block[]> =>
  fc.uniqueArray(anyBlock, { maxLength, selector: (block) => block.id });

let made = 0;
export const paragraph = (text: string, more: Partial<Block> = {}): Block =>
  Block.parse({
    kind: "paragraph",
    id: `p${++made}`,
    inlines: text === "" ? [] : [{ kind: "text", text }],
    areaIds: ["a.one"],
    ...more,
  });
