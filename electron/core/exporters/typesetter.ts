import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Answer, type Order, type Typeset } from "#electron/core/exporters/typesetter-order.ts";
import { Fault } from "#shared/fault.ts";

/** Typst's layout cache only grows, so a child that has come to so many megabytes is replaced after its work. */
const MOST_MEMORY = 400;
/** A report of a thousand pages takes about eleven seconds. */
const TIME_LIMIT_MS = 60_000;
/** An idle child is let go, so that the program holds no memory it does not use. */
const IDLE_MS = 60_000;

let child: ChildProcess | null = null;
let idle: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Sets one document; jobs wait for each other, because they share the child.
 *
 * @param signal given up before its turn comes, the job is passed over
 * @throws Fault when the document cannot be set, or takes longer than a minute
 */
export function typeset(order: Order, signal?: AbortSignal): Promise<Typeset> {
  const job = queue.then(() => {
    signal?.throwIfAborted();
    return run(order);
  });
  queue = job.catch(() => {});
  return job;
}

async function run(order: Order): Promise<Typeset> {
  clearTimeout(idle);
  const worker = (child ??= start());
  worker.ref();
  let memory = 0;
  try {
    const answer = Answer.parse(await ask(worker, order));
    if (answer.kind === "refused") {
      throw new Fault(
        "unsupported",
        `The PDF could not be set: ${answer.reason}.`,
        "Change that place in the report and export again.",
      );
    }
    ({ memory } = answer);
    return answer;
  } finally {
    if (memory > MOST_MEMORY || worker.exitCode !== null || worker.killed) stop();
    else {
      worker.unref();
      worker.channel?.unref();
      idle = setTimeout(stop, IDLE_MS).unref();
    }
  }
}

function start(): ChildProcess {
  const path = fileURLToPath(import.meta.resolve("#electron/core/exporters/typesetter-child.ts"));
  return fork(path, [], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function stop(): void {
  child?.kill();
  child = null;
}

function ask(worker: ChildProcess, order: Order): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = (): void => settle(() => reject(ended()));
    const settle = (how: () => void): void => {
      clearTimeout(timer);
      worker.off("exit", gone);
      how();
    };
    const timer = setTimeout(() => {
      worker.kill("SIGKILL");
      settle(() =>
        reject(
          new Fault(
            "too-slow",
            "Setting the PDF took longer than a minute.",
            "Export to Word, or split the report.",
          ),
        ),
      );
    }, TIME_LIMIT_MS);
    worker.once("message", (answer) => settle(() => resolve(answer)));
    worker.once("exit", gone);
    worker.send(order);
  });
}

const ended = (): Fault =>
  new Fault(
    "unexpected",
    "The typesetter stopped before the PDF was ready.",
    "Nothing was written. Export again.",
  );
