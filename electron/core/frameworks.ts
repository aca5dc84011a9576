import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { mentions, plainWording } from "#electron/core/importers/reading/wording.ts";
import { positionAt, positionOf, type JsonPosition } from "#electron/core/json-position.ts";
import { covers, Framework, SKELETON_FIELDS, type Area } from "#shared/domain/framework.ts";
import { Fault } from "#shared/fault.ts";

export const SHIPPED_FRAMEWORKS = fileURLToPath(new URL("../../resources/frameworks", import.meta.url));
const SCHEMA_FILE = "framework.schema.json";

/**
 * Every framework of a folder, oldest edition first.
 *
 * @throws Fault `bad-framework` naming the file, line and column of the first thing wrong
 */
export function loadFrameworks(folder: string = SHIPPED_FRAMEWORKS): Framework[] {
  const frameworks = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== SCHEMA_FILE)
    .toSorted()
    .map((name) => readFramework(join(folder, name)));
  const twice = frameworks.find((one, index) => frameworks.findIndex((other) => other.id === one.id) < index);
  if (twice)
    throw new Fault(
      "bad-framework",
      `Two files in ${folder} describe the framework “${twice.id}”.`,
      "Give one of them another id, or remove it.",
    );
  return frameworks.toSorted((a, b) => (a.validFrom ?? "").localeCompare(b.validFrom ?? ""));
}

/** The author's own packs: none when the folder is not there. @throws Fault as `loadFrameworks` */
export const loadUserFrameworks = (folder: string): Framework[] =>
  existsSync(folder) ? loadFrameworks(folder) : [];

function readFramework(file: string): Framework {
  return parseFramework(readFileSync(file, "utf8"), basename(file));
}

/**
 * @param source a framework pack as JSON text
 * @param name how to call the file when it is wrong
 * @throws Fault `bad-framework`
 */
export function parseFramework(source: string, name: string): Framework {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw badFramework(name, syntaxPosition(source, error), "this is not valid JSON");
  }
  const parsed = Framework.safeParse(value);
  if (!parsed.success) throw schemaFault(source, name, parsed.error);
  for (const { path, problem } of brokenReferences(parsed.data))
    throw badFramework(name, positionOf(source, path), problem);
  return parsed.data;
}

const badFramework = (name: string, { line, column }: JsonPosition, problem: string): Fault =>
  new Fault(
    "bad-framework",
    `The framework file ${name} cannot be used: line ${line}, column ${column}: ${problem}.`,
    "Correct that line and load the file again. Until then reports of this framework are not recognised.",
  );

function syntaxPosition(source: string, error: unknown): JsonPosition {
  const at = /position (\d+)/.exec(error instanceof Error ? error.message : "");
  return positionAt(source, at ? Number(at[1]) : source.trimEnd().length);
}

function schemaFault(source: string, name: string, error: z.ZodError): Fault {
  const issue = error.issues[0];
  if (!issue) return badFramework(name, { line: 1, column: 1 }, error.message);
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const where =
    unknownKey === undefined
      ? positionOf(source, issue.path)
      : positionOf(source, [...issue.path, unknownKey], true);
  const label = issue.path.map(String).join(".");
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : "";
  return badFramework(name, where, `${label ? `${label}: ` : ""}${issue.message}${more}`);
}

interface Broken {
  readonly path: PropertyKey[];
  readonly problem: string;
}

/** Ids that are given twice, and references to ids that are not there. */
function* brokenReferences(framework: Framework): Generator<Broken> {
  const { grades: scale, areas, timescales, questions } = framework;
  const lists = { grades: scale, areas, timescales, questions };
  for (const [list, entries] of Object.entries(lists)) {
    const seen = new Set<string>();
    for (const [index, { id }] of entries.entries()) {
      if (seen.has(id)) yield { path: [list, index, "id"], problem: `the id “${id}” is used twice` };
      seen.add(id);
    }
  }
  const grades = new Set(framework.grades.map((grade) => grade.id));
  const earlier = new Set<string>();
  for (const [index, area] of framework.areas.entries()) {
    if (area.parent !== null && !earlier.has(area.parent))
      yield {
        path: ["areas", index, "parent"],
        problem: `“${area.parent}” is no area above this one; a parent comes before its children`,
      };
    earlier.add(area.id);
  }
  for (const [index, rule] of framework.rules.entries()) {
    for (const list of ["ifAreas", "thenAreas"] as const)
      for (const [place, id] of rule[list].entries())
        if (!earlier.has(id))
          yield { path: ["rules", index, list, place], problem: `“${id}” is no area of this framework` };
    for (const key of ["ifGrade", "thenGrade"] as const)
      if (!grades.has(rule[key]))
        yield { path: ["rules", index, key], problem: `“${rule[key]}” is no grade of this framework` };
  }
  for (const [index, { areaIds }] of framework.questions.entries())
    for (const [place, id] of areaIds.entries())
      if (!earlier.has(id))
        yield {
          path: ["questions", index, "areaIds", place],
          problem: `“${id}” is no area of this framework`,
        };
  yield* brokenSkeleton(framework, earlier);
}

function* brokenSkeleton(framework: Framework, areas: ReadonlySet<string>): Generator<Broken> {
  const timescales = new Set<string>(framework.timescales.map(({ id }) => id));
  for (const [index, part] of framework.skeleton.entries()) {
    const at = ["skeleton", index];
    if (part.areaId !== undefined && !areas.has(part.areaId))
      yield { path: [...at, "areaId"], problem: `“${part.areaId}” is no area of this framework` };
    for (const [place, id] of part.recommendations.entries())
      if (id !== null && !timescales.has(id))
        yield {
          path: [...at, "recommendations", place],
          problem: `“${id}” is no timescale of this framework`,
        };
    for (const [place, text] of part.text.entries()) {
      const field = [...text.matchAll(/\{([^}]*)\}/g)].find(([, name]) => !isField(name!));
      if (field)
        yield {
          path: [...at, "text", place],
          problem: `“${field[0]}” is no field; there are ${SKELETON_FIELDS.map((name) => `{${name}}`).join(", ")}`,
        };
    }
  }
}

const isField = (name: string): boolean => SKELETON_FIELDS.some((field) => field === name);

/** What a document shows of the framework it follows. */
export interface SeenInDocument {
  /** The whole text, running heads included. */
  readonly text: string;
  /** Its headings and the rows of its table of grades, as printed, grades removed where known. */
  readonly names: readonly string[];
  /** ISO date; null when not known. */
  readonly inspectionDate: string | null;
}

/** A document must name this many areas before it counts as following a framework. */
const ENOUGH_AREAS = 2;
/** Without phrases of its own, a framework is recognised by this part of its areas. */
const MOST_AREAS = 0.6;

/**
 * The framework a document follows: one whose phrases it prints and whose areas it names. Editions of one family
 * are told apart by the areas named, then by the date of the inspection. Null rather than a guess.
 */
export function chooseFramework(frameworks: readonly Framework[], seen: SeenInDocument): Framework | null {
  const text = plainWording(seen.text);
  const names = new Set(seen.names.map(plainWording));
  let best: { framework: Framework; score: number } | null = null;
  for (const framework of frameworks) {
    const judged = framework.areas.filter((area) => area.kind === "graded");
    const named = judged.filter((area) => wordingsOf(area).some((wording) => names.has(wording)));
    const phrases = framework.recognisedBy.filter((phrase) => mentions(text, plainWording(phrase)));
    const enough =
      framework.recognisedBy.length > 0
        ? phrases.length > 0 && named.length >= ENOUGH_AREAS
        : named.length >= Math.max(ENOUGH_AREAS + 1, judged.length * MOST_AREAS);
    if (!enough) continue;
    const missing = judged.length - named.length;
    const score =
      named.length - missing / 2 + phrases.length * 2 + (covers(framework, seen.inspectionDate) ? 1 : 0);
    if (!best || score > best.score) best = { framework, score };
  }
  return best?.framework ?? null;
}

/** Every way the area is headed or listed, in plain wording. */
export const wordingsOf = (area: Area): string[] =>
  [area.title, ...area.headings, ...area.rows].map(plainWording);
