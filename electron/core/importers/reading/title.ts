import type { SourceBlock, SourceDocument } from "#electron/core/importers/reading/source-block.ts";
import { plainWording } from "#electron/core/importers/reading/wording.ts";

/** What the report is called and whom it is about. */
export interface Title {
  readonly title: string;
  /** Empty when the document does not say. */
  readonly provider: string;
  /** How many of the first blocks are the title and are not repeated in the report. */
  readonly blocks: number;
}

/** Title lines stand above the first of these. */
const END_OF_TITLE =
  /^(?:inspection dates?\b|report published|lead inspector|reporting inspector|age group|published\b|judge?ments?$|the overall judge?ment|children’s services in|about this inspection|contents$|\d)/i;
const MOST_TITLE_BLOCKS = 6;
const PROVIDER = [
  /^Inspection of (.{2,60}?)(?: local authority)? children[’']s services/i,
  /^Inspection of (.{2,60}?) local authority\b/i,
  /^(.{2,60}?): inspection of /i,
  /^(.{2,60}?) inspection of (?:safeguarding|services|local)/i,
  /^Record of main findings:\s*(.{2,60})$/i,
];

/**
 * The title is what the file's properties call it where the first lines say so; else the lines at the head of the
 * first page; else the running head, which names a report whose first page does not.
 *
 * @param fallback a title for a document that has none
 */
export function readTitle({ blocks, furniture, title: own }: SourceDocument, fallback: string): Title {
  const named = linesThatSay(plainWording(own), blocks);
  const lines = named.length > 0 ? named : titleLines(blocks);
  const head = furniture
    .find((text) => /\binspection\b/i.test(text) && text.length > 20)
    ?.replace(/\s+\d+$/, "");
  // Without pages there is no first one to be looked at.
  const unseen = (blocks[0]?.page === 0 && own.trim()) || fallback;
  const title = (named.length > 0 ? own : lines.length > 0 ? joinTitle(lines) : (head ?? unseen)).slice(
    0,
    500,
  );
  return {
    title,
    provider: providerOf([title, ...lines, ...furniture, ...blocks.map(({ text }) => text)], lines),
    blocks: lines.length,
  };
}

/** The first blocks, where together they are this name; none otherwise. */
function linesThatSay(name: string, blocks: readonly SourceBlock[]): string[] {
  const lines: string[] = [];
  for (const { text } of name === "" ? [] : blocks.slice(0, MOST_TITLE_BLOCKS)) {
    lines.push(text);
    if (plainWording(lines.join(" ")) === name) return lines;
  }
  return [];
}

/** The large lines at the head of the first page. */
function titleLines(blocks: readonly SourceBlock[]): string[] {
  const first = blocks[0];
  if (!first?.look || first.page === 0) return [];
  const end = blocks
    .slice(0, MOST_TITLE_BLOCKS + 1)
    .findIndex(
      ({ text, page, cell, role }) =>
        page !== first.page ||
        cell !== null ||
        role === "note" ||
        text.length > 200 ||
        END_OF_TITLE.test(text),
    );
  return end > 0 ? blocks.slice(0, end).map(({ text }) => text.replace(/(?<=\p{L})\d$/u, "")) : [];
}

/** “Bristol City Council: Inspection of services … and Review of …”. */
function joinTitle(lines: readonly string[]): string {
  const [first = "", ...rest] = lines;
  if (rest.length === 0) return first;
  const named = /\b(?:inspection|review)\b/i.test(first) ? `${first} ` : `${first}: `;
  return `${named}${rest.join(" ")}`.replace(/\s+/g, " ");
}

function providerOf(texts: readonly string[], lines: readonly string[]): string {
  for (const pattern of PROVIDER)
    for (const text of texts) {
      const name = pattern.exec(text)?.[1]?.replace(/[:,\s]+$/, "");
      if (name && isName(name)) return name;
    }
  const other = lines.find(
    (line) => !/\b(?:inspection|review|board|children)\b/i.test(line) && line.length > 3,
  );
  return (other ?? "").slice(0, 300);
}

/** Words of a name begin with a capital but for the small ones: “the City of London”, not “produces this report of”. */
const isName = (text: string): boolean =>
  /\p{Lu}/u.test(text) &&
  text.split(/\s+/).every((word) => /^(?:\p{Lu}|\d|&|(?:of|and|the|upon|on|with|in|le|by)$)/u.test(word)) &&
  !/^(?:Services|The|Local Authority)$/i.test(text);
