import type { Importer } from "#electron/core/importers/importer.ts";
import { buildDraft } from "#electron/core/importers/reading/build-draft.ts";
import { knownHeading, scaleRow } from "#electron/core/importers/reading/classify.ts";
import { GradeReader } from "#electron/core/importers/reading/grades.ts";
import { Names } from "#electron/core/importers/reading/names.ts";
import { textBlocks } from "#electron/core/importers/reading/text-blocks.ts";
import { decodeText } from "#electron/core/importers/reading/text-bytes.ts";
import { plainWording } from "#electron/core/importers/reading/wording.ts";
import { countWords, textOf } from "#shared/domain/block.ts";
import type { ReportDraft } from "#shared/domain/report.ts";
import { Fault } from "#shared/fault.ts";

/** A report as plain text, often what was left of a PDF. Tried last: any bytes may turn out to be text. */
export const reportText: Importer = {
  id: "report-text",
  label: "Plain text",
  recognises: () => true,
  read(bytes, { frameworks, onPage }) {
    const text = decodeText(bytes);
    if (text.trim() === "")
      throw new Fault("empty", "This file has no text in it.", "Check that it is the file you meant.");
    const reading = { names: new Names(frameworks), grades: new GradeReader(frameworks) };
    const timescales = new Set(
      frameworks.flatMap((framework) => framework.timescales.map(({ label }) => plainWording(label))),
    );
    const source = textBlocks(text, {
      isHeading: (line) => knownHeading(line, 0, reading) !== null,
      startsScaleRow: (line) => scaleRow(line, reading) !== null,
      isTimescale: (line) => line.length < 60 && timescales.has(plainWording(line)),
    });
    onPage(1, 0);
    const draft = buildDraft(source, frameworks);
    refuseNoReport(draft);
    return Promise.resolve(draft);
  },
};

/** Fewer words are a report only when they are numbered or graded as one. */
const FEWEST_WORDS = 30;

/** @throws Fault `empty` */
function refuseNoReport({ blocks, judgements }: ReportDraft): void {
  const numbered = blocks.some((block) => block.kind === "paragraph" && block.numbered);
  if (numbered || judgements.length > 0) return;
  const words = blocks.reduce((sum, block) => {
    const cells = block.kind === "table" ? block.rows.flat() : [];
    return sum + countWords([textOf(block), ...cells].join(" "));
  }, 0);
  if (words >= FEWEST_WORDS) return;
  throw new Fault(
    "empty",
    words === 0
      ? "There is no report in this file: it has no words."
      : `There is no report in this file: it has ${words} ${words === 1 ? "word" : "words"}, and neither a numbered paragraph nor a grade.`,
    "Check that it is the file you meant.",
  );
}
