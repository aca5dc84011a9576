/**
 * `npm test`: installs what is missing (a browser and the independent readers too), then types, lint, format,
 * unit tests and the journeys in a real browser. Every step runs even when one before it failed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureRenderer } from "#tools/build.mjs";
import { ensureInstalled, ownNode, root } from "#tools/install.mjs";

const bin = (path) => join(root, "node_modules", path);

const DEBIAN = [
  ["chromium", "chromium"],
  ["soffice", "libreoffice-writer"],
  ["pdftotext", "poppler-utils"],
  ["qpdf", "qpdf"],
];

ensureInstalled();
installReaders();
ensureRenderer();

// What each step says of itself, for the summary at the end.
const told = (name) => join(root, "test-results", `${name}.json`);
for (const name of ["tests", "journeys"]) rmSync(told(name), { force: true });

const steps = [
  ["types", [bin("typescript/bin/tsc"), "--build"]],
  ["lint", [bin("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"]],
  ["format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."]],
  ["dead code", [bin("knip/bin/knip.js"), "--no-config-hints"]],
  [
    "tests",
    [
      bin("vitest/vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${told("tests")}`,
    ],
  ],
  ["journeys", [bin("@playwright/test/cli.js"), "test", "--config", "tests/e2e/playwright.config.ts"]],
];

const path = [join(root, "node_modules/.bin"), process.env.PATH].join(
  process.platform === "win32" ? ";" : ":",
);
const failed = [];
for (const [name, args] of steps) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(ownNode, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  console.log(
    `── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (status !== 0) failed.push(name);
}
// Said once more at the end, where a long log is read first.
for (const line of failed.flatMap((name) => failuresOf(name))) console.log(line);
console.log(failed.length === 0 ? "\nAll passed." : `\nFailed: ${failed.join(", ")}.`);
process.exit(failed.length === 0 ? 0 : 1);

/** Each test of a step that failed, with the first lines of what it said. */
function failuresOf(step) {
  if (!existsSync(told(step))) return [];
  const { testResults = [], suites = [] } = JSON.parse(readFileSync(told(step), "utf8"));
  const short = (message = "") => message.split("\n").slice(0, 6).join("\n    ");
  const units = testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => [
      `\n✗ ${name.replace(`${root}/`, "")} ${short(message)}`,
      ...assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => `  ✗ ${fullName}\n    ${short(failureMessages[0])}`),
    ]);
  const specsOf = ({ suites: inner = [], specs = [] }) => [...specs, ...inner.flatMap(specsOf)];
  const journeys = suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(
      ({ file, title, tests }) => `✗ ${file} ${title}\n    ${short(tests[0]?.results[0]?.error?.message)}`,
    );
  return [...units, ...journeys];
}

/** Debian's packages where apt and root allow; else Playwright's own browser, and the other readers are skipped. */
function installReaders() {
  const missing = DEBIAN.filter(([command]) => !onPath(command));
  if (missing.length === 0) return;
  const names = missing.map(([, name]) => name);
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    console.log(`Installing for the tests: ${names.join(", ")} …`);
    const apt = (...args) =>
      spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
    const install = ["install", "-y", "-qq", "--no-install-recommends", ...names];
    if (apt(...install) || (apt("update", "-qq") && apt(...install))) return;
  }
  const commands = missing.map(([command]) => command);
  console.log(
    `Not on this machine: ${commands.join(", ")}. What only they can prove is skipped, and says so.`,
  );
  if (commands.includes("chromium")) {
    spawnSync(ownNode, [bin("@playwright/test/cli.js"), "install", "chromium"], {
      cwd: root,
      stdio: "inherit",
    });
  }
}

function onPath(command) {
  const folders = (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":");
  return folders.some(
    (folder) => existsSync(join(folder, command)) || existsSync(join(folder, `${command}.exe`)),
  );
}
