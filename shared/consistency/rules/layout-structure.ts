import { defineRule, type RawFinding } from "#shared/consistency/rule.ts";
import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import { gather } from "#shared/consistency/gather.ts";
import type { Block } from "#shared/domain/block.ts";

/** A paragraph of more characters is no heading, and no running header. */
const LONGEST = 90;
/** So often one short line must come for it to be a header that ran on every page. */
const OFTEN = 3;

export const layoutStructure = defineRule({
  id: "layout/structure",
  number: 44,
  severity: "warning",
  mode: "deterministic",
  title: "A heading, table or page header is not what it looks like",
  why: "People who hear a report find their way by its headings and tables; what only looks like one is lost on them.",
  remedy: "Make it a real heading, give the table a header row, or take the running header out.",
  source: "Accessibility regulations 2018 (WCAG 1.3.1 and 2.4.6)",
  guards: [
    "A short line is taken for a heading only between numbered paragraphs, when it is bold or has no stop; never on the cover or in the imprint.",
    "A table of one row, or of one column, needs no header.",
  ],
  examples: {
    flagged: [
      { lines: ["# Inspection findings", "### The police", "help: Visits are late."] },
      { lines: ["| Grade | Meaning / Good | Exceeds minimum requirements"] },
      { lines: ["help: Visits are late.", "~ Early help", "help: Early help is good."] },
      {
        lines: [
          "~ Cornwall inspection",
          "Visits are late.",
          "~ Cornwall inspection",
          "~ Cornwall inspection",
        ],
      },
    ],
    clean: [
      { lines: ["# Inspection findings", "## The police", "help: The police attend.", "# Leaders"] },
      { lines: ["| Good | Exceeds minimum requirements"] },
      { lines: ["help: Inspectors found these:", "~ This is not so.", "help: Early help is good."] },
      { lines: ["~ Piccadilly Gate", "~ Store Street", "~ Manchester"] },
    ],
  },
  over: "report",
  *check(report) {
    let level = 0;
    const short = new Map<string, BlockView[]>();
    for (const { view, fact } of gather(report, shapeOf)) {
      if (fact.kind === "heading") {
        if (level > 0 && fact.level > level + 1) yield* skipped(view, level, fact.level);
        level = fact.level;
      } else if (fact.kind === "table")
        yield finding(
          view,
          "This table has no header row. Say in a first row what its columns hold, and mark it as the header.",
        );
      else {
        const same = short.get(fact.text);
        if (same) same.push(view);
        else short.set(fact.text, [view]);
      }
    }
    for (const [text, views] of short) {
      if (views.length >= OFTEN)
        yield finding(
          views[0]!,
          `“${text}” stands in the text ${views.length} times: it looks like the header of the source’s pages. Take it out.`,
        );
      else
        for (const view of views)
          if (isHeading(report, view))
            yield finding(
              view,
              `“${text}” looks like a heading but is a paragraph. Make it a heading, so that readers can find it.`,
            );
    }
  },
});

type Shape =
  | { readonly kind: "heading"; readonly level: number }
  | { readonly kind: "table" }
  | { readonly kind: "short"; readonly text: string };

function shapeOf({ block, text }: BlockView): readonly Shape[] {
  if (block.kind === "heading") return [{ kind: "heading", level: block.level }];
  if (block.kind === "table") return lacksHeader(block) ? [{ kind: "table" }] : [];
  if (block.kind !== "paragraph" || block.numbered || text.length > LONGEST || text.trim() === "") return [];
  return [{ kind: "short", text: text.trim() }];
}

const lacksHeader = (block: Extract<Block, { kind: "table" }>): boolean =>
  !block.header && block.rows.length > 1 && (block.rows[0]?.length ?? 0) > 1;

const finding = (view: BlockView, message: string): RawFinding => ({
  areaId: view.areaIds[0] ?? null,
  blockId: view.id,
  span: null,
  message,
});

function* skipped(view: BlockView, from: number, to: number): Generator<RawFinding> {
  yield finding(
    view,
    `This heading is of level ${to} under one of level ${from}. Make it level ${from + 1}, so that no step of the outline is missing.`,
  );
}

function isHeading(report: Snapshot, view: BlockView): boolean {
  const next = report.blocks[view.index + 1]?.block;
  const before = report.blocks[view.index - 1]?.block;
  const between =
    next?.kind === "paragraph" && next.numbered && before?.kind === "paragraph" && before.numbered;
  if (!between) return false;
  const runs = view.block.inlines.filter((inline) => inline.kind === "text" && inline.text.trim() !== "");
  const bold = runs.every((inline) => inline.kind === "text" && inline.bold === true);
  return bold || /^\p{Lu}[^.:;?!]*$/u.test(view.text.trim());
}
