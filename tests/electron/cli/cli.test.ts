import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { CheckRecord } from "#electron/cli/check-record.ts";
import { rules } from "#shared/consistency/registry.ts";
import { SAMPLE } from "#tests/helpers/sample.ts";
import { scratchFolder } from "#tests/helpers/scratch.ts";

const CLI = join(import.meta.dirname, "../../../electron/cli/plumbline.mjs");

let folder = "";
beforeEach(() => {
  folder = scratchFolder("cli é");
});

function plumbline(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, PLUMBLINE_HOME: join(folder, "home") };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const lines = (stdout: string): CheckRecord[] =>
  stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as CheckRecord);

test("help teaches: every command, an example, the exit status", () => {
  const { status, stdout } = plumbline("--help");
  expect(status).toBe(0);
  for (const words of [
    "check",
    "import",
    "export",
    "ledger",
    "rules",
    "open",
    "Exit status",
    "--format json",
  ])
    expect(stdout).toContain(words);
});

test.each([["nonsense"], ["check"], ["check", "x.pdf", "--format", "yaml"]])(
  "a wrong command line (%s) is explained with status 2",
  (...args) => {
    const { status, stderr } = plumbline(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/error: /);
  },
);

test("check --format json prints one object a line, in the order given, refused files among them", () => {
  const report = join(folder, "Draft réport (final).txt");
  copyFileSync(SAMPLE, report);
  writeFileSync(join(folder, "page.pdf"), "<!doctype html><html><body>Not found</body></html>");
  writeFileSync(join(folder, "empty.txt"), "");
  const files = ["page.pdf", "Draft réport (final).txt", "empty.txt", "missing.pdf"];
  const { status, stdout } = plumbline("check", "--format", "json", ...files);
  const records = lines(stdout);
  expect(status).toBe(2);
  expect(records.map(({ file, status: read, error }) => [file, read, error?.code ?? null])).toEqual([
    ["page.pdf", "unreadable", "not-a-pdf"],
    ["Draft réport (final).txt", "ok", null],
    ["empty.txt", "unreadable", "empty"],
    ["missing.pdf", "unreadable", "not-found"],
  ]);
  expect(records[1]).toMatchObject({ framework: "slac", paragraphCount: 67 });
  expect(Object.keys(records[1]!)).toEqual([
    "file",
    "status",
    "error",
    "framework",
    "title",
    "paragraphCount",
    "wordCount",
    "areas",
    "recommendations",
    "findings",
  ]);
  expect(records[1]!.areas.filter(({ grade }) => grade !== null)).toHaveLength(33);
  expect(records[1]!.recommendations).toHaveLength(25);
  for (const finding of records[1]!.findings) {
    expect(rules.map(({ id }) => id as string)).toContain(finding.rule);
    expect(finding.message).toMatch(/[.?!”]$/);
  }
});

test("a stated grade says where: table, heading with its wording, paragraph with its number", () => {
  const { stdout } = plumbline("check", "--format", "json", SAMPLE);
  const area = lines(stdout)[0]!.areas.find(({ id }) => id === "safeguarding.children-are-safe")!;
  expect(area.stated.map(({ where }) => where)).toEqual(
    expect.arrayContaining(["cover", "heading", "paragraph"]),
  );
  expect(area.stated.find(({ where }) => where === "paragraph")).toMatchObject({
    number: 14,
    grade: "inadequate",
  });
});

test("an area says what its narrative reads like, and which sentences make it so", () => {
  const { stdout } = plumbline("check", "--format", "json", SAMPLE);
  const { areas } = lines(stdout)[0]!;
  const { alignment } = areas.find(({ id }) => id === "safeguarding.children-are-safe")!;
  expect(Object.keys(alignment!)).toEqual(["score", "readsLike", "probabilities", "restOfReport", "because"]);
  expect(Object.keys(alignment!.probabilities)).toEqual(["inadequate", "adequate", "good", "outstanding"]);
  expect(alignment!.probabilities[alignment!.readsLike]).toBe(
    Math.max(...Object.values(alignment!.probabilities)),
  );
  for (const { paragraph, quote, pull } of alignment!.because) {
    expect(paragraph).toBeGreaterThan(0);
    expect(quote.length).toBeGreaterThan(10);
    expect(Math.abs(pull)).toBeLessThan(1);
  }
  expect(areas.some((area) => area.alignment === null)).toBe(true);
});

test("a folder stands for the reports in it, and the text form is for people", () => {
  mkdirSync(join(folder, "reports/2009"), { recursive: true });
  copyFileSync(SAMPLE, join(folder, "reports/2009/cornwall.txt"));
  writeFileSync(join(folder, "reports/notes.json"), "{}");
  const { status, stdout } = plumbline("check", "reports");
  expect(status).toBe(1);
  expect(stdout).toContain("67 numbered paragraphs");
  expect(stdout).toContain("how far does it have to go");
});

test("a Word file, by its name or in a folder, is checked like any", () => {
  mkdirSync(join(folder, "drafts"));
  expect(plumbline("export", SAMPLE, "--format", "word", "--out", "drafts").status).toBe(0);
  const { status, stdout } = plumbline("check", "--format", "json", "drafts");
  expect(status).toBe(1);
  expect(lines(stdout)).toMatchObject([{ status: "ok", framework: "slac", paragraphCount: 67 }]);
});

test("the text form: the grades with what they read like, what to settle gravest first, then the checklist", () => {
  const { stdout } = plumbline("check", SAMPLE);
  const printed = stdout.trimEnd().split("\n");
  // The name of the file is as long as it is.
  expect(printed.slice(1).filter(({ length }) => length > 100)).toEqual([]);
  const row = (title: string) => printed.find((line) => line.trimStart().startsWith(title))!;
  expect(row("Area")).toMatch(/Grade +Reads like +Strengths +Weaknesses +Evidence$/);
  expect(row("Staying safe")).toMatch(/Inadequate +inadequate +\d+ +\d+ +0$/);
  expect(row("User engagement")).toMatch(/Adequate +– +\d+ +\d+ +0$/);
  const kinds = printed.flatMap(
    (line) => /^ {2}(error|warning|advice|look at|For the) /.exec(line)?.[1] ?? [],
  );
  const order = ["error", "warning", "advice", "For the", "look at"];
  expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(new Set(kinds)).toEqual(new Set(order));
  expect(printed.at(-1)).toMatch(
    /^ {2}\d+ errors?, \d+ warnings?, \d+ advice; \d+ questions? for the review/,
  );
});

test("sarif is a log other viewers open", () => {
  copyFileSync(SAMPLE, join(folder, "a report.txt"));
  const { stdout } = plumbline("check", "--format", "sarif", "a report.txt");
  const log = JSON.parse(stdout) as {
    version: string;
    runs: {
      tool: { driver: { rules: unknown[] } };
      results: { ruleId: string; level: string; locations: unknown[] }[];
    }[];
  };
  expect(log.version).toBe("2.1.0");
  expect(log.runs[0]!.tool.driver.rules).toHaveLength(rules.length);
  expect(log.runs[0]!.results.length).toBeGreaterThan(5);
  // Questions accuse nobody, whatever their rule's severity.
  const asked = log.runs[0]!.results.filter(({ ruleId }) => ruleId === "disclosure/small-count");
  expect(new Set(asked.map(({ level }) => level))).toEqual(new Set(["note"]));
  expect(JSON.stringify(log.runs[0]!.results[0]!.locations)).toContain("a%20report.txt");
});

test("import fills a library that export reads, and a refused file leaves nothing behind", () => {
  writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7\nnothing more");
  const { status, stdout, stderr } = plumbline("import", "broken.pdf", SAMPLE);
  expect(status).toBe(2);
  expect(stdout).toContain("Cornwall");
  expect(stderr).toContain("broken.pdf:");
  const title = /: (.+)\n/.exec(stdout)![1]!;
  const exported = plumbline("export", title, "--format", "word", "html", "--out", "out");
  expect(exported.status).toBe(0);
  // What the desk would ask about is told beside the file.
  expect(exported.stderr).toContain("plumbline: paragraph 34: “Lord Laming” looks like a person’s name.");
  expect(readdirSync(join(folder, "out"))).toEqual(["cornwall-2009-09-30.docx", "cornwall-2009-09-30.html"]);
  expect(plumbline("export", "Nowhere").stderr).toContain("neither a file nor a report in your library");
});

test("a passphrase comes from a file, and a wrong one opens nothing", () => {
  writeFileSync(join(folder, "right"), "four plain words\n");
  writeFileSync(join(folder, "wrong"), "three plain words\n");
  const library = join(folder, "locked.plumbline");
  expect(plumbline("import", SAMPLE, "--library", library, "--passphrase-file", "right").status).toBe(0);
  const refused = plumbline("import", SAMPLE, "--library", library, "--passphrase-file", "wrong");
  expect(refused).toMatchObject({ status: 2, stdout: "" });
  expect(refused.stderr).toContain("The passphrase does not open this library.");
});

test("an export that cannot be written says so and leaves what was there", () => {
  writeFileSync(join(folder, "out"), "a file where a folder should be");
  const { status, stderr } = plumbline("export", SAMPLE, "--out", "out");
  expect(status).toBe(2);
  expect(stderr).toContain("could not be written");
  expect(readFileSync(join(folder, "out"), "utf8")).toBe("a file where a folder should be");
});

test("rules lists every rule with its severity", () => {
  const { stdout } = plumbline("rules");
  expect(stdout.trim().split("\n")).toHaveLength(rules.length);
});

test("rules are left out and asked for by name; a name there is not is refused", () => {
  copyFileSync(SAMPLE, join(folder, "a.txt"));
  const asked = (...args: string[]): string[] => {
    const { stdout } = plumbline("check", "a.txt", "--format", "json", ...args);
    return lines(stdout)[0]!.findings.map(({ rule }) => rule);
  };
  expect(asked()).toContain("quote/unbalanced");
  expect(asked("--without", "quote/unbalanced")).not.toContain("quote/unbalanced");
  const off = rules.find(({ offByDefault }) => offByDefault)?.id;
  if (off) expect(asked("--with", off).length).toBeGreaterThanOrEqual(asked().length);
  const { status, stderr } = plumbline("check", "a.txt", "--without", "quote/nonsense");
  expect([status, stderr]).toEqual([2, expect.stringContaining("no rule quote/nonsense")]);
});

test("check --summary says of many reports what one says, and --resume goes on where a run was stopped", () => {
  const fixtures = join(import.meta.dirname, "../../fixtures/imports");
  for (const name of ["isles-of-scilly-2023.pdf", "knowsley-2021.pdf"])
    copyFileSync(join(fixtures, name), join(folder, name));
  writeFileSync(join(folder, "page.pdf"), "<!doctype html>");
  const files = ["isles-of-scilly-2023.pdf", "knowsley-2021.pdf", "page.pdf"];
  const whole = plumbline("check", "--summary", "--format", "json", ...files);
  expect(whole.status).toBe(2);
  const summary = JSON.parse(whole.stdout) as Record<string, unknown[]>;
  expect(summary).toMatchObject({ files: 3, unreadable: ["page.pdf"] });
  expect(summary["profiles"]).toContainEqual(
    expect.objectContaining({ framework: "ilacs-2023", area: "overall", graded: 1 }),
  );
  expect(summary["rules"]!.length).toBeGreaterThan(0);

  const resume = ["--resume", "done.jsonl", "--format", "json"];
  const first = plumbline("check", ...resume, files[0]!);
  // As a run that was killed while it wrote leaves its file.
  writeFileSync(
    join(folder, "done.jsonl"),
    `${readFileSync(join(folder, "done.jsonl"), "utf8")}{"record":{"fi`,
  );
  const read = join(folder, files[0]!);
  const { mtimeMs } = statSync(read);
  writeFileSync(read, Buffer.alloc(statSync(read).size));
  utimesSync(read, mtimeMs / 1000, mtimeMs / 1000);
  // It is another by now, which only who reads it again would see.
  const again = plumbline("check", ...resume, ...files);
  expect(again.stdout.startsWith(first.stdout)).toBe(true);
  expect(lines(again.stdout).map(({ status }) => status)).toEqual(["ok", "ok", "unreadable"]);

  const csv = plumbline("check", "--format", "csv", files[1]!).stdout.split("\n");
  expect(csv[0]).toMatch(/^file,framework,area,title,grade,readsLike/);
  expect(csv.find((line) => line.includes(",overall,"))).toMatch(/^knowsley-2021\.pdf,ilacs-2018,overall,/);
  expect(plumbline("check", "--resume", "x", files[1]!).stderr).toContain("--resume goes with");
  writeFileSync(join(folder, "other.txt"), "Something else.\n");
  expect(plumbline("check", ...resume.slice(2), "--resume", "other.txt", files[1]!).stderr).toContain(
    "was not written by",
  );
});
