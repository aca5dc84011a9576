import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs";
import type { CheckRecord } from "#electron/cli/check-record.ts";
import type { FrameworkId } from "#shared/domain/ids.ts";
import type { ReportFacts } from "#shared/portfolio/report-facts.ts";
import { Fault } from "#shared/fault.ts";

/** A checked file in what is written of it: its line of JSON, and the numbers that a summary is made of. */
export interface KeptCheck {
  readonly record: CheckRecord;
  readonly frameworkId: FrameworkId | null;
  /** Null for a file that could not be read. */
  readonly facts: ReportFacts | null;
}

interface Line extends KeptCheck {
  /** A file that is another by then is checked again. */
  readonly size: number;
  readonly modified: number;
}

/** What a run that was stopped had done: a line of JSON for each file, added as soon as the file is checked. */
export interface KeptChecks {
  find(file: string): KeptCheck | null;
  add(checked: KeptCheck): void;
}

/** @throws Fault `bad-input` when the file there is something else */
export function keptChecks(path: string): KeptChecks {
  const lines = new Map<string, Line>();
  if (existsSync(path))
    for (const text of readFileSync(path, "utf8").split("\n")) {
      const line = lineOf(text, path);
      if (line) lines.set(line.record.file, line);
    }
  return {
    find: (file) => {
      const line = lines.get(file);
      const now = stampOf(file);
      return line && now && line.size === now.size && line.modified === now.modified ? line : null;
    },
    add: (checked) => {
      const stamp = stampOf(checked.record.file);
      if (stamp) appendFileSync(path, `${JSON.stringify({ ...checked, ...stamp })}\n`);
    },
  };
}

function stampOf(file: string): { size: number; modified: number } | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? { size: found.size, modified: Math.round(found.mtimeMs) } : null;
}

/** Null for an empty line, and for the last one of a run that was killed while it wrote. */
function lineOf(text: string, path: string): Line | null {
  if (text.trim() === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (text.startsWith('{"record"')) return null;
    throw notOurs(path);
  }
  if (typeof value !== "object" || value === null || !("record" in value) || !("size" in value))
    throw notOurs(path);
  return value as Line;
}

const notOurs = (path: string): Fault =>
  new Fault(
    "bad-input",
    `${path} was not written by “plumbline check --resume”.`,
    "Name a file that does not exist yet, or the one of the run to go on with.",
  );
