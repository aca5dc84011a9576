import {
  type ExportContext,
  exportContext,
  pieces,
  type RecordRow,
} from "#electron/core/exporters/export-context.ts";
import { type BlockMapping, type Exporter, mapBlock } from "#electron/core/exporters/exporter.ts";
import { HTML_STYLE } from "#electron/core/exporters/html-style.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
import type { Block, Inline } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";

const escape = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function runs(inlines: readonly Inline[], context: ExportContext): string {
  return pieces(inlines, context)
    .map((run) => {
      if (run.note !== undefined)
        return `<sup><a id="note-mark-${run.note}" href="#note-${run.note}" role="doc-noteref" aria-label="Note ${run.note}">${run.note}</a></sup>`;
      let html = escape(run.text);
      if (run.italic) html = `<em>${html}</em>`;
      if (run.bold) html = `<strong>${html}</strong>`;
      if (run.refersTo) return `<a href="#${anchor(run.refersTo)}">${html}</a>`;
      if (!run.href) return html;
      // On paper a link is followed by where it leads, unless it says that already.
      const bare = run.href.replace(/^(?:https?:\/\/|mailto:)/i, "").includes(run.text.trim());
      return `<a href="${escape(run.href)}"${bare ? ' class="bare"' : ""}>${html}</a>`;
    })
    .join("");
}

const anchor = (blockId: BlockId): string => `b-${blockId.replace(/[^A-Za-z0-9-]/g, "")}`;
const id = (block: Block): string => anchor(block.id);

/** Neighbouring items of one list are joined below, by their depth in it; what is no item has none. */
interface Part {
  readonly html: string;
  readonly depth: number;
}

const alone = (html: string): Part => ({ html, depth: 0 });

const row = (cells: readonly string[], tag: "td" | "th"): string => {
  const scope = tag === "th" ? ' scope="col"' : "";
  return `<tr>${cells.map((cell) => `<${tag}${scope}>${escape(cell)}</${tag}>`).join("")}</tr>`;
};

/** The grades, each in words; `named` is the caption, or says where the table's name stands. */
function gradeTable(rows: readonly RecordRow[], named: { caption: string } | { labelledBy: string }): string {
  const body = rows.map(({ title, grade, depth }) =>
    grade === null
      ? `<tr><th scope="rowgroup" colspan="2" class="depth-${depth}">${escape(title)}</th></tr>`
      : `<tr><th scope="row" class="depth-${depth}">${escape(title)}</th><td>${escape(grade)}</td></tr>`,
  );
  const label = "labelledBy" in named ? ` aria-labelledby="${named.labelledBy}"` : "";
  const caption = "caption" in named ? `<caption>${escape(named.caption)}</caption>` : "";
  const head = `<thead><tr><th scope="col">Judgement area</th><th scope="col">Grade</th></tr></thead>`;
  return `<table class="record"${label}>${caption}${head}<tbody>${body.join("")}</tbody></table>`;
}

interface HtmlContext extends ExportContext {
  /** The level a heading has on the page, where none may be skipped. */
  readonly level: (wanted: number) => number;
  /** Takes every heading for the contents. */
  readonly noteHeading: (heading: Heading) => void;
}

interface Heading {
  readonly to: string;
  readonly level: number;
  readonly html: string;
}

const htmlBlocks: BlockMapping<Part[], HtmlContext> = {
  heading: (block, context) => {
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    const level = context.level(block.level);
    // The report's title is the page's h1.
    const tag = `h${level + 1}`;
    const suffix = grade ? `: <span class="grade">${escape(grade)}</span>` : "";
    const words = escape(
      pieces(block.inlines, context)
        .map(({ text }) => text)
        .join(""),
    );
    context.noteHeading({ to: id(block), level, html: `${words}${suffix}` });
    return [alone(`<${tag} id="${id(block)}">${runs(block.inlines, context)}${suffix}</${tag}>`)];
  },
  paragraph: (block, context) => {
    const number = context.numbers.get(block.id);
    if (number === undefined) return [alone(`<p id="${id(block)}">${runs(block.inlines, context)}</p>`)];
    return [
      alone(
        `<p id="${id(block)}" class="numbered"><span class="number">${number}.</span> ${runs(block.inlines, context)}</p>`,
      ),
    ];
  },
  bullet: (block, context) => [
    { html: `<li id="${id(block)}">${runs(block.inlines, context)}`, depth: block.level },
  ],
  quotation: (block, context) => [
    alone(`<blockquote id="${id(block)}"><p>${runs(block.inlines, context)}</p></blockquote>`),
  ],
  // At the end of the page; one that lost its mark keeps its words where it stands.
  footnote: (block, context) =>
    context.noteNumber(block.id) === undefined
      ? [alone(`<p id="${id(block)}">${runs(block.inlines, context)}</p>`)]
      : [],
  table: (block, context) => {
    const [first, ...rest] = block.rows;
    const head = block.header && first ? `<thead>${row(first, "th")}</thead>` : "";
    const body = (block.header ? rest : block.rows).map((cells) => row(cells, "td")).join("");
    const caption = block.inlines.length > 0 ? `<caption>${runs(block.inlines, context)}</caption>` : "";
    return [alone(`<table id="${id(block)}">${caption}${head}<tbody>${body}</tbody></table>`)];
  },
  recommendation: (block, context) => {
    const label = context.groupLabel(block);
    const item: Part = { html: `<li id="${id(block)}">${runs(block.inlines, context)}`, depth: 1 };
    return label ? [alone(`<p class="timescale">${escape(label)}:</p>`), item] : [item];
  },
  "findings-record": (block, context) => {
    if (context.record.length === 0) return [];
    const level = context.level(1);
    const title = escape(context.recordTitle);
    context.noteHeading({ to: id(block), level, html: title });
    const table = gradeTable(context.record, { labelledBy: id(block) });
    return [alone(`<h${level + 1} id="${id(block)}">${title}</h${level + 1}>`), alone(table)];
  },
};

/** One standalone page: no script, nothing fetched, headings in order, tables with headers. */
export const writeHtml: Exporter["write"] = (input) => {
  let last = 0;
  const headings: Heading[] = [];
  const context: HtmlContext = {
    ...exportContext(input),
    level: (wanted) => (last = Math.min(wanted, last + 1)),
    noteHeading: (heading) => headings.push(heading),
  };
  const parts = input.report.blocks.flatMap((block) => mapBlock(htmlBlocks, block, context));
  const title = escape(input.report.title);
  const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<header>
<h1>${title}</h1>
${coverFacts(context)}</header>
${contents(headings)}<main id="report" tabindex="-1">
${joinLists(parts)}${endNotes(context)}
</main>
</body>
</html>
`;
  return Promise.resolve(new TextEncoder().encode(page));
};

/** Who, by what and when, and every grade: what the first page of the printed report says. */
function coverFacts({ cover }: ExportContext): string {
  const facts = [
    ["Provider", cover.provider],
    ["Inspectorate", cover.inspectorate],
    ["Framework", cover.framework],
    ["Inspection date", cover.inspected],
  ].flatMap(([name, value]) => (value ? [`<div><dt>${name}</dt><dd>${escape(value)}</dd></div>`] : []));
  const list = facts.length > 0 ? `<dl>\n${facts.join("\n")}\n</dl>\n` : "";
  const grades = cover.grades.length > 0 ? `${gradeTable(cover.grades, { caption: "Grades" })}\n` : "";
  return list + grades;
}

/** Down to the third level, as the printed contents go. */
function contents(headings: readonly Heading[]): string {
  const shown = headings.filter(({ level }) => level <= 3);
  if (shown.length === 0) return "";
  const items = shown.map(({ to, level, html }) => ({
    html: `<li><a href="#${to}">${html}</a>`,
    depth: level,
  }));
  return `<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n${joinLists(items)}\n</nav>\n`;
}

/** Items that follow each other as lists, the deeper ones within the item above them. */
function joinLists(parts: readonly Part[]): string {
  let html = "";
  let depth = 0;
  const closeTo = (wanted: number): void => {
    for (; depth > wanted; depth -= 1) html += "</li>\n</ul>\n";
  };
  for (const part of parts) {
    // A list never begins deeper than its first level, nor goes down two at once.
    const wanted = Math.min(part.depth, depth + 1);
    const within = wanted > depth;
    closeTo(wanted);
    if (within) html += "<ul>\n";
    else if (wanted > 0) html += "</li>\n";
    depth = wanted;
    html += wanted === 0 ? `${part.html}\n` : part.html;
  }
  closeTo(0);
  return html.trimEnd();
}

/** The footnotes, each with the way back to its mark. */
function endNotes(context: ExportContext): string {
  if (context.notes.length === 0) return "";
  const items = context.notes.map(
    ({ number, block }) =>
      `<li id="note-${number}">${runs(block.inlines, context)} <a href="#note-mark-${number}" role="doc-backlink" aria-label="Back to note ${number} in the text">↩</a></li>`,
  );
  return `\n<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol>\n${items.join("\n")}\n</ol>\n</section>`;
}
