import { DOMParser, type Element } from "@xmldom/xmldom";
import { unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { exporters } from "#electron/core/exporters/registry.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import type { ExportFormat } from "#shared/api/exports.ts";
import { paragraphNumbers, textOf } from "#shared/domain/block.ts";
import { findGrade } from "#shared/domain/framework.ts";
import { gradeOf, type Report } from "#shared/domain/report.ts";
import { readWith, toFormat, wordAsText } from "#tests/helpers/readers.ts";

/** A report, or what an independent reader makes of a file of it. Texts are letters and digits alone. */
interface Content {
  readonly headings: readonly string[];
  /** Rows of cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly text: string;
}

const letters = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
const tableOf = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => row.map(letters));

/**
 * What of the report is not in a file of it, told in words; nothing where all is there.
 *
 * @param report what is looked for; the one that was exported unless a test says otherwise
 */
export async function lostIn(
  format: ExportFormat,
  input: ExportInput,
  report: Report = input.report,
): Promise<string[]> {
  const bytes = await exporters[format].write(input);
  const { content, numbers } = READERS[format](bytes);
  const { framework } = input;
  const lost: string[] = [];
  const printed = paragraphNumbers(report.blocks);
  let at = 0;
  for (const block of report.blocks) {
    // A footnote stands at the foot of a page, or at the end.
    const words = letters(textOf(block));
    const found = content.text.indexOf(words, block.kind === "footnote" ? 0 : at);
    if (found < 0) lost.push(`${block.kind}: ${textOf(block).slice(0, 60)}`);
    else if (block.kind !== "footnote") at = found;
    const number = printed.get(block.id);
    // Other programs may write a number without a space behind it.
    if (number !== undefined && words !== "" && !numbers.includes(`${number}${words.slice(0, 40)}`))
      lost.push(`number ${number}: ${textOf(block).slice(0, 60)}`);
  }
  const headings = report.blocks.flatMap((block) => {
    if (block.kind !== "heading") return [];
    const grade = block.graded && framework ? findGrade(framework, gradeOf(report, block.areaIds[0]!)) : null;
    return [letters(textOf(block) + (grade?.label ?? ""))];
  });
  const shown = content.headings.filter((heading) => headings.includes(heading));
  if (shown.join("|") !== headings.join("|"))
    lost.push(`headings: ${headings.length} written, ${shown.length} read`);
  const tables = content.tables.map((rows) => JSON.stringify(rows));
  for (const block of report.blocks) {
    if (block.kind !== "table" || block.rows.length === 0) continue;
    if (!tables.includes(JSON.stringify(tableOf(block.rows))))
      lost.push(`table: ${block.rows[0]!.join(", ")}`);
  }
  return lost;
}

interface Read {
  readonly content: Content;
  /** The text again, with the numbers of paragraphs before their words. */
  readonly numbers: string;
}

const READERS: Record<ExportFormat, (bytes: Uint8Array) => Read> = {
  word: (bytes) => ({ content: odtContent(bytes), numbers: letters(wordAsText(bytes)) }),
  html: (bytes) => {
    const { document } = new JSDOM(new TextDecoder().decode(bytes)).window;
    const texts = (selector: string, within: ParentNode = document): string[] =>
      [...within.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
    const text = letters(document.body.textContent ?? "");
    return {
      content: {
        headings: texts("h2, h3, h4, h5").map(letters),
        tables: [...document.querySelectorAll("table")].map((table) =>
          tableOf([...table.querySelectorAll("tr")].map((row) => texts("th, td", row))),
        ),
        text,
      },
      numbers: text,
    };
  },
  pdf: (bytes) => {
    const content = pdfContent(readWith("pdfinfo", (f) => ["-struct-text", f], "r.pdf", bytes));
    return { content, numbers: content.text };
  },
};

/** The text as LibreOffice understands it. */
function odtContent(bytes: Uint8Array): Content {
  const parts = unzipSync(toFormat("soffice", "odt", "report.docx", bytes));
  const xml = new DOMParser().parseFromString(new TextDecoder().decode(parts["content.xml"]), "text/xml");
  const all = (name: string, within: Element | typeof xml = xml): Element[] =>
    Array.from(within.getElementsByTagName(name)) as Element[];
  const body = all("office:text")[0]!;
  return {
    headings: all("text:h").map((heading) => letters(heading.textContent ?? "")),
    tables: all("table:table").map((table) =>
      tableOf(
        all("table:table-row", table).map((row) =>
          all("table:table-cell", row).map((cell) => cell.textContent ?? ""),
        ),
      ),
    ),
    text: letters(body.textContent ?? ""),
  };
}

/** The text as poppler finds it by the tags of the file, which is how a screen reader does. */
function pdfContent(tree: string): Content {
  const headings: string[] = [];
  const tables: string[][][] = [];
  let text = "";
  let heading = false;
  /** How far in the table stands that is being read; deeper lines are its own. */
  let table = Infinity;
  for (const line of tree.split("\n")) {
    const depth = line.search(/\S/);
    if (depth >= 0 && depth <= table) table = Infinity;
    const tag = /^ *(\w+)(?: "| <|:| \(|$)/.exec(line)?.[1];
    const words = /^ *"(.*)"$/.exec(line)?.[1];
    if (words !== undefined) {
      text += words;
      const row = table < Infinity ? tables.at(-1)?.at(-1) : undefined;
      if (heading) headings[headings.length - 1] += words;
      else if (row && row.length > 0) row[row.length - 1] += words;
    } else if (tag) {
      if (/^H\d$/.test(tag)) headings.push("");
      if (tag !== "Span" && tag !== "Strong" && tag !== "Em" && tag !== "Link") heading = /^H\d$/.test(tag);
      if (tag === "Table") {
        tables.push([]);
        table = depth;
      }
      if (tag === "TR") tables.at(-1)?.push([]);
      else if (tag === "TH" || tag === "TD") tables.at(-1)?.at(-1)?.push("");
    }
  }
  return { headings: headings.map(letters), tables: tables.map(tableOf), text: letters(text) };
}
