import {
  type FileChild,
  FileChild as FileChildClass,
  Footer,
  Header,
  type IContext,
  type IXmlableObject,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { ControlledParagraph } from "#electron/core/exporters/content-control.ts";
import { ANNEX_TITLE } from "#electron/core/exporters/word-annex.ts";
import { gradeTable, MOST_AT_FULL_SIZE, spacer } from "#electron/core/exporters/word-body.ts";
import type { WordContext } from "#electron/core/exporters/word-context.ts";
import { rawBookmark, rawParagraph, rawWords, Written } from "#electron/core/exporters/word-raw.ts";
import { named, remarked, words } from "#electron/core/exporters/word-runs.ts";
import { textOf } from "#shared/domain/block.ts";
import { generatedBookmark } from "#shared/returned/units.ts";
import { bookmarkName } from "#shared/returned/control-tag.ts";

/** What stands before the text: drawn from the report, and named as such, so that it never comes back as text. */
export function cover(context: WordContext, notes: readonly Paragraph[]): FileChild[] {
  const { title, provider, inspectorate, framework, inspected, grades } = context.cover;
  const facts = [
    ["Provider", provider],
    ["Inspectorate", inspectorate],
    ["Framework", framework],
    ["Inspection date", inspected],
  ] as const;
  const graded = grades.length > 0 && !beginsWithRecord(context);
  const dense = graded && grades.length > MOST_AT_FULL_SIZE;
  return [
    new ControlledParagraph("title", {
      style: context.style("Title"),
      // Higher up where many areas are graded.
      ...(dense && { spacing: { before: 0, after: 200 } }),
      children: remarked(named("title", "", words(title)), context.comments.get(null)),
    }),
    ...notes,
    ...facts.flatMap(([name, fact]) =>
      fact === null
        ? []
        : new ControlledParagraph("cover", {
            style: context.style("CoverText"),
            children: named("cover", name, words(`${name}: ${fact}`)),
          }),
    ),
    ...(graded ? [...(dense ? [] : [spacer(context)]), gradeTable("cover", "Grades", grades, context)] : []),
  ];
}

/** Nobody needs the grades on the cover and again on the first page of text. */
function beginsWithRecord({ report }: WordContext): boolean {
  const first = report.blocks.find(({ kind }) => kind !== "heading");
  return first?.kind === "findings-record";
}

const DEEPEST = 3;

/**
 * The contents, which Word makes anew with their pages when it is asked to update them. Written in already, because
 * other programs and many readers never ask; without pages, which only a program that sets the page knows.
 */
export function contents(context: WordContext): FileChild[] {
  const entries = context.report.blocks.flatMap((block) => {
    if (block.kind === "findings-record" && context.record.length > 0)
      return [{ anchor: bookmarkName(block.id), level: 1, text: context.recordTitle }];
    if (block.kind !== "heading" || block.level > DEEPEST) return [];
    const grade = block.graded ? context.gradeLabel(block.areaIds[0]) : null;
    const text = grade ? `${textOf(block)}: ${grade}` : textOf(block);
    return text.trim() === "" ? [] : [{ anchor: bookmarkName(block.id), level: block.level, text }];
  });
  if (context.extras?.annex)
    entries.push({ anchor: generatedBookmark("annex", "title"), level: 1, text: ANNEX_TITLE });
  if (entries.length === 0) return [];
  const title = rawBookmark(generatedBookmark("contents", ""), rawWords("Contents"), context);
  const heading = rawParagraph({ style: context.style("TOCHeading"), pageBreakBefore: true }, null, title);
  const lines = entries.map(({ anchor, level, text }, index) => {
    const link = `<w:hyperlink w:history="1" w:anchor="${anchor}">${rawWords(text)}</w:hyperlink>`;
    const said = `${index === 0 ? BEGIN : ""}${link}${index === entries.length - 1 ? END : ""}`;
    return rawParagraph({ style: context.style(`TOC${level as 1 | 2 | 3}`) }, null, said);
  });
  return [new Contents(new Written([heading, ...lines].join(""), context))];
}

// The field begins in the first line and ends in the last.
const BEGIN = `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> TOC \\o &quot;1-${DEEPEST}&quot; \\h \\z \\u </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`;
const END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

/** In the control of Word's own tables of contents, whose button updates it. */
class Contents extends FileChildClass {
  readonly #lines: Written;

  constructor(lines: Written) {
    super("w:sdt");
    this.#lines = lines;
  }

  override prepForXml(context: IContext): IXmlableObject {
    return {
      "w:sdt": [
        {
          "w:sdtPr": [
            {
              "w:docPartObj": [
                { "w:docPartGallery": { _attr: { "w:val": "Table of Contents" } } },
                { "w:docPartUnique": {} },
              ],
            },
          ],
        },
        { "w:sdtContent": [this.#lines.prepForXml(context)] },
      ],
    };
  }
}

/** On every page but the cover: what the report is called, and which page this is. */
export function runningParts(context: WordContext, note: string | null) {
  const heading = note === null ? context.cover.title : `${note} – ${context.cover.title}`;
  const nothing = (): Paragraph => new Paragraph({ style: "Header", children: [] });
  return {
    headers: {
      first: new Header({ children: [nothing()] }),
      default: new Header({
        children: [new Paragraph({ style: "Header", children: words(shortened(heading)) })],
      }),
    },
    footers: {
      first: new Footer({ children: [nothing()] }),
      default: new Footer({
        children: [
          new Paragraph({
            style: "Footer",
            children: [
              new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
            ],
          }),
        ],
      }),
    },
  };
}

/** A running head is one line. In letters. */
const LONGEST_HEAD = 95;
const shortened = (text: string): string =>
  text.length > LONGEST_HEAD ? `${text.slice(0, LONGEST_HEAD).trimEnd()}…` : text;
