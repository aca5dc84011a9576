import { FromReader, type ToReader } from "#electron/core/importers/jail-messages.ts";
import { forkReader, type ReaderProcess } from "#electron/core/importers/jail-process.ts";
import type { ReportSource } from "#electron/core/importers/read-report.ts";
import { isSheets, type Sheet } from "#shared/evidence/sheet.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { ImportedReport } from "#shared/domain/report.ts";
import { ReturnedFile } from "#shared/returned/returned-part.ts";
import { Fault } from "#shared/fault.ts";

export interface JailLimits {
  /** For one page, and for what comes before the first and after the last. */
  readonly pageMs: number;
  readonly fileMs: number;
  readonly memoryBytes: number;
  /** A reader is replaced after so many files, so that nothing it leaks adds up. */
  readonly filesPerReader: number;
}

const LIMITS: JailLimits = { pageMs: 10_000, fileMs: 60_000, memoryBytes: 1024 ** 3, filesPerReader: 50 };
const WATCH_EVERY_MS = 10;
const HEAP_MB = 768;
const START_WITHIN_MS = 20_000;
/**
 * A log of evidence is smaller than a report with its pictures, and is waited for. The memory leaves room for what a
 * reader can take between two looks at it: 512 MB are never passed.
 */
const SHEET_LIMITS = { pageMs: 5000, fileMs: 5000, memoryBytes: 448 * 1024 * 1024 };
/** A reader that holds more than this from files before is not asked to read a spreadsheet in what is left. */
const ROOM_FOR_SHEETS = 256 * 1024 * 1024;

export interface JailOptions {
  readonly frameworks: readonly Framework[];
  readonly limits?: Partial<JailLimits>;
  /** Starts a reader process; Electron's is another than Node's. */
  readonly start?: () => ReaderProcess;
}

export interface ReadOptions {
  /** Called as pages are read, from 1; pages is 0 where the format has none. */
  readonly onPage?: (page: number, pages: number) => void;
  readonly signal?: AbortSignal;
}

export interface Jail {
  /**
   * Reads one file; calls wait for each other.
   *
   * @throws Fault for this file only: the next has a fresh reader. The signal's reason when it was aborted.
   */
  read(source: ReportSource, options?: ReadOptions): Promise<ImportedReport>;
  /** The sheets of a spreadsheet, as text. */
  readSheets(source: NamedBytes, options?: ReadOptions): Promise<Sheet[]>;
  /** A Word file that was sent from here, with what says where its words came from. */
  readReturned(source: NamedBytes, options?: ReadOptions): Promise<ReturnedFile>;
  close(): void;
}

type NamedBytes = Exclude<ReportSource, string>;

/** What a reader is asked, within what it is to answer, and what it answered, or the fault that it is none. */
interface Task<Result> {
  readonly message: ToReader;
  readonly limits: Pick<JailLimits, "pageMs" | "fileMs" | "memoryBytes">;
  readonly remedy: string;
  parse(result: unknown): Result | Fault;
}

/** Opens a reader in a process of its own, which is ended when a file makes it too slow or too large. */
export function openJail(options: JailOptions): Jail {
  const limits = { ...LIMITS, ...options.limits };
  const start = options.start ?? (() => forkReader(HEAP_MB));
  let cell: Cell | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const readNext = async <Result>(task: Task<Result>, read: ReadOptions): Promise<Result> => {
    read.signal?.throwIfAborted();
    if (closed) throw new Fault("unexpected", "The reader is closed.", "Start Plumbline again.");
    if (task.message.kind === "read-sheets" && (cell?.memoryBytes ?? 0) > ROOM_FOR_SHEETS)
      cell?.end(crashed(task.remedy));
    if (!cell?.usable) cell = new Cell(start(), options.frameworks, limits.filesPerReader);
    return cell.read(task, read);
  };
  const inTurn = <Result>(task: Task<Result>, read: ReadOptions = {}): Promise<Result> => {
    const turn = last.then(() => readNext(task, read));
    last = turn.catch(() => {});
    return turn;
  };

  return {
    read: (source, read) =>
      inTurn({ message: { kind: "read", source }, limits, remedy: SAVE_AGAIN, parse: parseReport }, read),
    readSheets: (source, read) =>
      inTurn(
        {
          message: { kind: "read-sheets", source },
          limits: { ...SHEET_LIMITS, ...options.limits },
          remedy: SAVE_SHEET,
          parse: (result) => (isSheets(result) ? result : malformed("no sheets", SAVE_SHEET)),
        },
        read,
      ),
    readReturned: (source, read) =>
      inTurn(
        { message: { kind: "read-returned", source }, limits, remedy: SAVE_WORD, parse: parseReturned },
        read,
      ),
    close: () => {
      closed = true;
      cell?.end(new Fault("unexpected", "Reading was stopped.", "Import the file again."));
    },
  };
}

/** One file's answer, and what holds while it is awaited. */
interface Errand {
  readonly task: Task<unknown>;
  readonly settle: PromiseWithResolvers<unknown>;
  readonly onPage: (page: number, pages: number) => void;
  fileTimer: NodeJS.Timeout | null;
  pageTimer: NodeJS.Timeout | null;
}

/** One reader process, from its start to its end. */
class Cell {
  readonly #process: ReaderProcess;
  readonly #mostFiles: number;
  readonly #ready = Promise.withResolvers<void>();
  #errand: Errand | null = null;
  #files = 0;
  #ended = false;

  constructor(process: ReaderProcess, frameworks: readonly Framework[], mostFiles: number) {
    this.#process = process;
    this.#mostFiles = mostFiles;
    this.#ready.promise.catch(() => {});
    process.onMessage((value) => this.#hear(value));
    process.onExit(() => this.end(crashed(this.#errand?.task.remedy ?? SAVE_AGAIN)));
    process.send({ kind: "frameworks", frameworks });
  }

  get usable(): boolean {
    return !this.#ended && this.#files < this.#mostFiles;
  }

  get memoryBytes(): number {
    return this.#process.memoryBytes() ?? 0;
  }

  async read<Result>(task: Task<Result>, { onPage = () => {}, signal }: ReadOptions): Promise<Result> {
    const settle = Promise.withResolvers<unknown>();
    const errand: Errand = { task, settle, onPage, fileTimer: null, pageTimer: null };
    const { fileMs } = task.limits;
    this.#errand = errand;
    this.#files++;
    const abort = () => this.end(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    const watch = setInterval(() => this.#watchMemory(errand, this.#process.memoryBytes()), WATCH_EVERY_MS);
    const starting = setTimeout(() => this.end(crashed(task.remedy)), START_WITHIN_MS);
    try {
      await Promise.race([this.#ready.promise, errand.settle.promise]);
      clearTimeout(starting);
      errand.fileTimer = setTimeout(() => this.end(tooSlow("The file", fileMs, task.remedy)), fileMs);
      this.#expectPage(errand);
      this.#process.send(task.message);
      return (await settle.promise) as Result;
    } finally {
      signal?.removeEventListener("abort", abort);
      clearInterval(watch);
      clearTimeout(starting);
      clearTimeout(errand.fileTimer ?? undefined);
      clearTimeout(errand.pageTimer ?? undefined);
      this.#errand = null;
      if (!this.usable) this.end(crashed(task.remedy));
    }
  }

  /** Ends the process, and the errand it was on with this reason. */
  end(reason: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#process.kill();
    this.#ready.reject(reason);
    this.#errand?.settle.reject(reason);
  }

  #hear(value: unknown): void {
    const parsed = FromReader.safeParse(value);
    const errand = this.#errand;
    if (!parsed.success) return this.end(crashed(errand?.task.remedy ?? SAVE_AGAIN));
    const message = parsed.data;
    if (message.kind === "ready") this.#ready.resolve();
    else if (message.kind === "page") {
      if (!errand) return;
      this.#watchMemory(errand, message.memoryBytes);
      this.#expectPage(errand);
      errand.onPage(message.page, message.pages);
    } else if (message.kind === "fault")
      errand?.settle.reject(new Fault(message.code, message.message, message.remedy));
    else if (errand) {
      const result = errand.task.parse(message.result);
      if (result instanceof Fault) errand.settle.reject(result);
      else errand.settle.resolve(result);
    }
  }

  #expectPage(errand: Errand): void {
    clearTimeout(errand.pageTimer ?? undefined);
    const { task } = errand;
    const { pageMs } = task.limits;
    errand.pageTimer = setTimeout(
      () => this.end(tooSlow("A page of this file", pageMs, task.remedy)),
      pageMs,
    );
  }

  #watchMemory({ task }: Errand, bytes: number | null): void {
    const { memoryBytes } = task.limits;
    if (bytes !== null && bytes > memoryBytes) this.end(tooMuchMemory(memoryBytes, task.remedy));
  }
}

const SAVE_AGAIN = "Open it in a PDF viewer, print it to a new PDF, and import that.";
const SAVE_WORD = "Open it in Word, save it anew as a Word document (.docx), and compare that.";
const SAVE_SHEET =
  "Open it in a spreadsheet program, save the rows that are evidence as CSV, and import that.";

const tooSlow = (what: string, limitMs: number, remedy: string): Fault =>
  new Fault("too-slow", `${what} took longer to read than ${limitMs / 1000} seconds.`, remedy);

const tooMuchMemory = (limit: number, remedy: string): Fault =>
  new Fault(
    "too-much-memory",
    `This file needs more than ${Math.round(limit / 1024 / 1024)} MB of memory to read.`,
    remedy,
  );

const crashed = (remedy: string): Fault =>
  new Fault(
    "unexpected",
    "The reader stopped in the middle of this file.",
    `The file may be damaged. ${remedy}`,
  );

const malformed = (what: string, remedy: string, cause?: unknown): Fault =>
  new Fault("unexpected", `This file was read into something that is ${what}.`, remedy, { cause });

function parseReport(result: unknown): ImportedReport | Fault {
  const report = ImportedReport.safeParse(result);
  return report.success ? report.data : malformed("no report", SAVE_AGAIN, report.error);
}

function parseReturned(result: unknown): ReturnedFile | Fault {
  const file = ReturnedFile.safeParse(result);
  return file.success ? file.data : malformed("no Word text", SAVE_WORD, file.error);
}
