import { FromReader } from "#electron/core/importers/jail-messages.ts";
import { forkReader, type ReaderProcess } from "#electron/core/importers/jail-process.ts";
import type { ReportSource } from "#electron/core/importers/read-report.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { ImportedReport } from "#shared/domain/report.ts";
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
const WATCH_EVERY_MS = 200;
const HEAP_MB = 768;
const START_WITHIN_MS = 20_000;

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
  close(): void;
}

/** Opens a reader in a process of its own, which is ended when a file makes it too slow or too large. */
export function openJail(options: JailOptions): Jail {
  const limits = { ...LIMITS, ...options.limits };
  const start = options.start ?? (() => forkReader(HEAP_MB));
  let cell: Cell | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const readNext = async (source: ReportSource, read: ReadOptions): Promise<ImportedReport> => {
    read.signal?.throwIfAborted();
    if (closed) throw new Fault("unexpected", "The reader is closed.", "Start Plumbline again.");
    if (!cell?.usable) cell = new Cell(start(), options.frameworks, limits);
    return cell.read(source, read);
  };

  return {
    read: (source, read = {}) => {
      const turn = last.then(() => readNext(source, read));
      last = turn.catch(() => {});
      return turn;
    },
    close: () => {
      closed = true;
      cell?.end(new Fault("unexpected", "Reading was stopped.", "Import the file again."));
    },
  };
}

/** One file's answer, and what holds while it is awaited. */
interface Errand {
  readonly settle: PromiseWithResolvers<ImportedReport>;
  readonly onPage: (page: number, pages: number) => void;
  fileTimer: NodeJS.Timeout | null;
  pageTimer: NodeJS.Timeout | null;
}

/** One reader process, from its start to its end. */
class Cell {
  readonly #process: ReaderProcess;
  readonly #limits: JailLimits;
  readonly #ready = Promise.withResolvers<void>();
  #errand: Errand | null = null;
  #files = 0;
  #ended = false;

  constructor(process: ReaderProcess, frameworks: readonly Framework[], limits: JailLimits) {
    this.#process = process;
    this.#limits = limits;
    this.#ready.promise.catch(() => {});
    process.onMessage((value) => this.#hear(value));
    process.onExit(() => this.end(crashed()));
    process.send({ kind: "frameworks", frameworks });
  }

  get usable(): boolean {
    return !this.#ended && this.#files < this.#limits.filesPerReader;
  }

  async read(source: ReportSource, { onPage = () => {}, signal }: ReadOptions): Promise<ImportedReport> {
    const errand: Errand = { settle: Promise.withResolvers(), onPage, fileTimer: null, pageTimer: null };
    this.#errand = errand;
    this.#files++;
    const abort = () => this.end(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    const watch = setInterval(() => this.#watchMemory(this.#process.memoryBytes()), WATCH_EVERY_MS);
    const starting = setTimeout(() => this.end(crashed()), START_WITHIN_MS);
    try {
      await Promise.race([this.#ready.promise, errand.settle.promise]);
      clearTimeout(starting);
      errand.fileTimer = setTimeout(
        () => this.end(tooSlow("The file", this.#limits.fileMs)),
        this.#limits.fileMs,
      );
      this.#expectPage(errand);
      this.#process.send({ kind: "read", source });
      return await errand.settle.promise;
    } finally {
      signal?.removeEventListener("abort", abort);
      clearInterval(watch);
      clearTimeout(starting);
      clearTimeout(errand.fileTimer ?? undefined);
      clearTimeout(errand.pageTimer ?? undefined);
      this.#errand = null;
      if (!this.usable) this.end(crashed());
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
    if (!parsed.success) return this.end(crashed());
    const message = parsed.data;
    const errand = this.#errand;
    if (message.kind === "ready") this.#ready.resolve();
    else if (message.kind === "page") {
      this.#watchMemory(message.memoryBytes);
      if (!errand) return;
      this.#expectPage(errand);
      errand.onPage(message.page, message.pages);
    } else if (message.kind === "fault")
      errand?.settle.reject(new Fault(message.code, message.message, message.remedy));
    else {
      const draft = ImportedReport.safeParse(message.draft);
      if (draft.success) errand?.settle.resolve(draft.data);
      else errand?.settle.reject(malformed(draft.error));
    }
  }

  #expectPage(errand: Errand): void {
    clearTimeout(errand.pageTimer ?? undefined);
    const { pageMs } = this.#limits;
    errand.pageTimer = setTimeout(() => this.end(tooSlow("A page of this file", pageMs)), pageMs);
  }

  #watchMemory(bytes: number | null): void {
    if (bytes !== null && bytes > this.#limits.memoryBytes) this.end(tooMuchMemory(this.#limits.memoryBytes));
  }
}

const SAVE_AGAIN = "Open it in a PDF viewer, print it to a new PDF, and import that.";

const tooSlow = (what: string, limitMs: number): Fault =>
  new Fault("too-slow", `${what} took longer to read than ${limitMs / 1000} seconds.`, SAVE_AGAIN);

const tooMuchMemory = (limit: number): Fault =>
  new Fault(
    "too-much-memory",
    `This file needs more than ${Math.round(limit / 1024 / 1024)} MB of memory to read.`,
    SAVE_AGAIN,
  );

const crashed = (): Fault =>
  new Fault(
    "unexpected",
    "The reader stopped in the middle of this file.",
    `The file may be damaged. ${SAVE_AGAIN}`,
  );

const malformed = (cause: unknown): Fault =>
  new Fault("unexpected", "This file was read into something that is no report.", SAVE_AGAIN, { cause });
