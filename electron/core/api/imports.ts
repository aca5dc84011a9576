import { createHash } from "node:crypto";
import { faultData, os, tellingFaults } from "#electron/core/api/procedures.ts";
import type { CoreContext } from "#electron/core/context.ts";
import { insertComment } from "#electron/core/store/comments.ts";
import { insertReport } from "#electron/core/store/reports.ts";
import type { ImportEvent } from "#shared/api/imports.ts";
import type { NamedBytes } from "#shared/api/bytes.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { ImportedReport } from "#shared/domain/report.ts";
import { Fault } from "#shared/fault.ts";

/** Pages read so far, as the jail reports them, turned into events that the caller can await. */
interface Progress {
  page: number;
  pages: number;
  /** Resolves when there is something new to tell. */
  changed: PromiseWithResolvers<void>;
}

export const imports = {
  files: os.imports.files.handler(({ input, context, signal }) =>
    tellingFaults(importFiles(context, input.files, signal)),
  ),
};

async function* importFiles(
  context: CoreContext,
  files: readonly NamedBytes[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportEvent> {
  for (const [index, file] of files.entries()) {
    if (signal?.aborted) return;
    yield* importFile(context, file, index, signal);
  }
}

async function* importFile(
  context: CoreContext,
  file: NamedBytes,
  index: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportEvent> {
  const at = { file: file.name, index };
  const progress: Progress = { page: 0, pages: 0, changed: Promise.withResolvers() };
  yield { kind: "reading", ...at, page: 0, pages: 0 };
  const bytes = new Uint8Array(await file.arrayBuffer());
  let result: ImportedReport | Fault | null = null;
  const reading = context.jail
    .read(
      { name: file.name, bytes },
      {
        ...(signal && { signal }),
        onPage: (page, pages) => {
          Object.assign(progress, { page, pages });
          progress.changed.resolve();
        },
      },
    )
    .then(
      (draft) => (result = draft),
      (error: unknown) => (result = asFault(error, file.name)),
    );
  while (result === null) {
    await Promise.race([reading, progress.changed.promise]);
    if (result !== null) break;
    progress.changed = Promise.withResolvers();
    yield { kind: "reading", ...at, page: progress.page, pages: progress.pages };
  }
  if (signal?.aborted) return;
  yield settle(context, at, bytes, result);
}

const asFault = (error: unknown, name: string): Fault =>
  error instanceof Fault
    ? error
    : new Fault(
        "unexpected",
        `${name} could not be read.`,
        "The file was left as it is; the other files go on.",
        {
          cause: error,
        },
      );

/** One transaction: the whole report with all its ties, or nothing. */
function settle(
  context: CoreContext,
  at: { file: string; index: number },
  bytes: Uint8Array,
  result: ImportedReport | Fault,
): ImportEvent {
  if (result instanceof Fault) return { kind: "refused", ...at, fault: faultData(result) };
  const reportId = addToLibrary(context, result, { name: at.file, bytes });
  const framework = context.frameworks.find((candidate) => candidate.id === result.frameworkId);
  return {
    kind: "done",
    ...at,
    reportId,
    paragraphs: result.blocks.filter((block) => block.kind === "paragraph" && block.numbered).length,
    frameworkTitle: framework ? `${framework.title} (${framework.edition})` : null,
    comments: result.comments.length,
    pictures: result.pictures,
  };
}

/** Puts an imported draft into the library under a new id, with the fingerprint of the file it came from. */
export function addToLibrary(
  context: CoreContext,
  draft: ImportedReport,
  source: { readonly name: string; readonly bytes: Uint8Array },
  evidence: readonly Evidence[] = [],
): ReportId {
  const reportId = context.newId() as ReportId;
  const sha256 = createHash("sha256").update(source.bytes).digest("hex");
  const db = context.library.write;
  db.transaction(() => {
    insertReport(db, reportId, draft, { name: source.name, sha256 }, context.change(), {
      evidence: [...evidence],
    });
    for (const comment of draft.comments) insertComment(db, reportId, comment);
  })();
  return reportId;
}
