import "#tools/own-node.mjs";
import { type FromReader, ToReader } from "#electron/core/importers/jail-messages.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { Fault } from "#shared/fault.ts";

/** The reader's side of the jail: reads one file at a time and keeps nothing of it. It has no use for a network. */
let frameworks: Framework[] = [];

const say = (message: FromReader): void => void process.send?.(message);

process.on("message", (value: unknown) => void answer(ToReader.parse(value)));
process.on("disconnect", () => process.exit(0));
say({ kind: "ready" });

async function answer(message: ToReader): Promise<void> {
  if (message.kind === "frameworks") {
    frameworks = message.frameworks;
    return;
  }
  try {
    say({ kind: "done", result: await read(message) });
  } catch (error) {
    const fault = error instanceof Fault ? error : unexpected(error);
    say({ kind: "fault", code: fault.code, message: fault.message, remedy: fault.remedy });
  }
}

/** The readers of spreadsheets are loaded with the first of them: most batches have none. */
async function read(message: Exclude<ToReader, { kind: "frameworks" }>): Promise<unknown> {
  if (message.kind === "read-sheets") {
    const { readSheets } = await import("#electron/core/importers/spreadsheet/read-sheets.ts");
    return readSheets(message.source);
  }
  const onPage = (page: number, pages: number): void =>
    say({ kind: "page", page, pages, memoryBytes: process.memoryUsage.rss() });
  if (message.kind === "read-returned") {
    const { readReturned } = await import("#electron/core/importers/word/read-returned.ts");
    return readReturned(message.source.bytes, () => onPage(1, 0));
  }
  return readReport(message.source, { frameworks, onPage });
}

const unexpected = (error: unknown): Fault =>
  new Fault(
    "unexpected",
    `This file could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    "Try to save it again as Word, PDF or plain text.",
  );
