import { Document, PageOrientation } from "docx";
import { exportContext } from "#electron/core/exporters/export-context.ts";
import { ControlledParagraph } from "#electron/core/exporters/content-control.ts";
import { type Exporter, mapBlock } from "#electron/core/exporters/exporter.ts";
import { annex, INTERNAL, internalNotice } from "#electron/core/exporters/word-annex.ts";
import { wordComments } from "#electron/core/exporters/word-comments.ts";
import { struckBlock, wordBlocks } from "#electron/core/exporters/word-body.ts";
import { wordContext } from "#electron/core/exporters/word-context.ts";
import { NOT_FOR_PUBLICATION } from "#electron/core/exporters/factual-words.ts";
import { factualNotice, responseForm } from "#electron/core/exporters/word-factual.ts";
import { contents, cover, runningParts } from "#electron/core/exporters/word-front.ts";
import { NUMBERING } from "#electron/core/exporters/word-numbering.ts";
import { partsOf, zipped } from "#electron/core/exporters/word-package.ts";
import { withWritten } from "#electron/core/exporters/word-raw.ts";
import { whole } from "#electron/core/exporters/word-runs.ts";
import { WORD_STYLES } from "#electron/core/exporters/word-styles.ts";
import { dress } from "#electron/core/exporters/word-template.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
import { OWN_WORD } from "#electron/core/own-pdf.ts";
import { SENT_REPORT, SENT_REVISION } from "#shared/returned/control-tag.ts";

/** Word, from real styles and numbering. No author, no comments, no evidence, no hidden text. */
export const writeWord: Exporter["write"] = async (input) => {
  const { report, extras = {} } = input;
  const comments = wordComments(extras.comments ?? [], report.blocks);
  const context = wordContext(exportContext(input), comments.placed);
  const notes = [
    ...(extras.annex ? [internalNotice(context)] : []),
    ...(extras.factual ? factualNotice(context, extras.factual) : []),
  ];
  const document = new Document({
    title: xmlText(report.title),
    creator: "",
    lastModifiedBy: "",
    description: "",
    keywords: OWN_WORD,
    // What a file that comes back is compared with.
    customProperties: [
      { name: SENT_REPORT, value: report.id },
      { name: SENT_REVISION, value: String(report.revision) },
    ],
    styles: WORD_STYLES,
    numbering: NUMBERING,
    footnotes: Object.fromEntries(
      context.notes.map(({ number, block }) => [
        number,
        {
          children: [
            new ControlledParagraph(block.id, {
              style: context.style("FootnoteText"),
              children: whole(block, context),
            }),
          ],
        },
      ]),
    ),
    ...(comments.options.length > 0 && { comments: { children: comments.options } }),
    sections: [
      {
        properties: { titlePage: true },
        ...runningParts(context, extras.annex ? INTERNAL : extras.factual ? NOT_FOR_PUBLICATION : null),
        children: [...cover(context, notes), ...contents(context)],
      },
      {
        children: context.rows.flatMap((row) =>
          row.kind === "gone" ? struckBlock(row.block, context) : mapBlock(wordBlocks, row.block, context),
        ),
      },
      ...(extras.factual ? [responseForm(context, extras.factual)] : []),
      ...(extras.annex
        ? [
            {
              properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
              children: annex(context, extras.annex),
            },
          ]
        : []),
    ],
  });
  const parts = partsOf(document);
  parts.set("word/document.xml", withWritten(String(parts.get("word/document.xml")), context.written));
  if (extras.template) dress(parts, extras.template, extras.annex !== undefined);
  return zipped(parts);
};
