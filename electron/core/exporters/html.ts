import { type ExportContext, exportContext, pieces } from "#electron/core/exporters/export-context.ts";
import { type BlockMapping, type Exporter, mapBlock } from "#electron/core/exporters/exporter.ts";
import { HTML_STYLE } from "#electron/core/exporters/html-style.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
import type { Block, Inline } from "#shared/domain/block.ts";

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
      return run.href ? `<a href="${escape(run.href)}">${html}</a>` : html;
    })
    .join("");
}

const id = (block: Block): string => `b-${block.id.replace(/[^A-Za-z0-9-]/g, "")}`;

/** Neighbouring parts of one list are joined below; `open` names the list a part belongs to. */
interface Part {
  readonly html: string;
  readonly list: boolean;
}

const alone = (html: string): Part => ({ html, list: false });

const row = (cells: readonly string[], tag: "td" | "th"): string => {
  const scope = tag === "th" ? ' scope="col"' : "";
  return `<tr>${cells.map((cell) => `<${tag}${scope}>${escape(cell)}</${tag}>`).join("")}</tr>`;
};

const htmlBlocks: BlockMapping<Part[], ExportContext & { readonly level: (wanted: number) => number }> = {
  heading: (block, context) => {
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    // The report's title is the page's h1.
    const tag = `h${context.level(block.level) + 1}`;
    const suffix = grade ? `: <span class="grade">${escape(grade)}</span>` : "";
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
    {
      html: `<li id="${id(block)}" class="level-${block.level}">${runs(block.inlines, context)}</li>`,
      list: true,
    },
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
    const item: Part = { html: `<li id="${id(block)}">${runs(block.inlines, context)}</li>`, list: true };
    return label ? [alone(`<p class="timescale">${escape(label)}:</p>`), item] : [item];
  },
  "findings-record": (block, context) => {
    if (context.record.length === 0) return [];
    const rows = context.record.map(({ title, grade, depth }) =>
      grade === null
        ? `<tr><th scope="rowgroup" colspan="2" class="depth-${depth}">${escape(title)}</th></tr>`
        : `<tr><th scope="row" class="depth-${depth}">${escape(title)}</th><td>${escape(grade)}</td></tr>`,
    );
    const head = `<thead><tr><th scope="col">Judgement area</th><th scope="col">Grade</th></tr></thead>`;
    const title = `<h${context.level(1) + 1} id="${id(block)}">${escape(context.recordTitle)}</h${context.level(1) + 1}>`;
    const table = `<table class="record" aria-labelledby="${id(block)}">${head}<tbody>${rows.join("")}</tbody></table>`;
    return [alone(title), alone(table)];
  },
};

/** One standalone page: no script, nothing fetched, headings in order, tables with headers. */
export const writeHtml: Exporter["write"] = (input) => {
  let last = 0;
  const level = (wanted: number): number => (last = Math.min(wanted, last + 1));
  const context = { ...exportContext(input), level };
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
<main>
<h1>${title}</h1>
${joinLists(parts)}${endNotes(context)}
</main>
</body>
</html>
`;
  return Promise.resolve(new TextEncoder().encode(page));
};

function joinLists(parts: readonly Part[]): string {
  const lines: string[] = [];
  let inList = false;
  for (const part of parts) {
    if (part.list !== inList) lines.push(part.list ? "<ul>" : "</ul>");
    inList = part.list;
    lines.push(part.html);
  }
  if (inList) lines.push("</ul>");
  return lines.join("\n");
}

/** The footnotes, each with the way back to its mark. */
function endNotes(context: ExportContext): string {
  if (context.notes.length === 0) return "";
  const items = context.notes.map(
    ({ number, block }) =>
      `<li id="note-${number}">${runs(block.inlines, context)} <a href="#note-mark-${number}" role="doc-backlink" aria-label="Back to note ${number} in the text">↩</a></li>`,
  );
  return `\n<section class="notes" role="doc-endnotes" aria-label="Notes">\n<ol>\n${items.join("\n")}\n</ol>\n</section>`;
}
