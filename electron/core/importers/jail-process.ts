import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A reader process as the jail sees it. Electron supplies one of its own; elsewhere it is a child of Node. */
export interface ReaderProcess {
  send(message: unknown): void;
  onMessage(listener: (value: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
  /** Resident memory now; null where the system does not tell from outside. */
  memoryBytes(): number | null;
}

/** Pages of memory, as Linux counts them in /proc. */
const PAGE_BYTES = 4096;
const READER = fileURLToPath(import.meta.resolve("#electron/core/importers/jail-child.ts"));

/**
 * A child of Node that may read files, and neither write any, nor start a program, nor load native code.
 *
 * @param heapMb the most its JavaScript heap may hold
 */
export function forkReader(heapMb: number, reader: string = READER): ReaderProcess {
  const child = fork(reader, [], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [`--max-old-space-size=${heapMb}`, "--permission", "--allow-fs-read=*", "--no-warnings"],
  });
  const statm = `/proc/${child.pid}/statm`;
  return {
    send: (message) => void child.send(message as object, () => {}),
    onMessage: (listener) => void child.on("message", listener),
    onExit: (listener) => void child.on("error", listener).on("exit", listener),
    kill: () => void child.kill("SIGKILL"),
    memoryBytes: () => (existsSync(statm) ? residentBytes(statm) : null),
  };
}

function residentBytes(statm: string): number | null {
  try {
    return Number(readFileSync(statm, "utf8").split(" ")[1]) * PAGE_BYTES;
  } catch {
    // The process ended between the two looks at it.
    return null;
  }
}
