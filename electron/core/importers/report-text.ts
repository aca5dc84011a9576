import type { Importer } from "#electron/core/importers/importer.ts";
import { buildDraft } from "#electron/core/importers/reading/build-draft.ts";
import { knownHeading, scaleRow } from "#electron/core/importers/reading/classify.ts";
import { GradeReader } from "#electron/core/importers/reading/grades.ts";
import { Names } from "#electron/core/importers/reading/names.ts";
import { textBlocks } from "#electron/core/importers/reading/text-blocks.ts";
import { decodeText } from "#electron/core/importers/reading/text-bytes.ts";
import { plainWording } from "#electron/core/importers/reading/wording.ts";
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
    return Promise.resolve(buildDraft(source, frameworks));
  },
};
