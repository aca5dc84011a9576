import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const MOST_LINES = 400;

const files = ["shared", "electron", "renderer", "tests", "tools"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/")),
);
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** What a file imports, types included: `import`, `export … from`, `import()` and `import.meta.resolve()`. */
function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
  const patterns = [
    /^\s*(?:import|export)\b[^"';]*?\bfrom\s*"([^"]+)"/gm,
    /^\s*import\s*"([^"]+)"/gm,
    /\bimport\(\s*"([^"]+)"\s*\)/g,
    /\bimport\.meta\.resolve\(\s*"([^"]+)"\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]!));
}

/** Which layers of ours a layer may import, and which packages only some folders may. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  shared: ["shared"],
  "electron/core": ["electron/core", "shared", "tools/own-node.mjs"],
  "electron/shell": ["electron/shell", "electron/core", "shared"],
  "electron/host": ["electron/host", "electron/core", "shared"],
  "electron/cli": ["electron/cli", "electron/host", "electron/core", "shared", "tools/own-node.mjs"],
  renderer: ["renderer", "shared"],
};
const layerOf = (file: string): string | undefined =>
  Object.keys(LAYERS).find((layer) => file.startsWith(`${layer}/`));

const PACKAGES: readonly { readonly name: RegExp; readonly only: readonly string[] }[] = [
  { name: /^electron$/, only: ["electron/shell/"] },
  { name: /^better-sqlite3$/, only: ["electron/core/store/"] },
  { name: /^docx$/, only: ["electron/core/exporters/"] },
  { name: /^@myriaddreamin\//, only: ["electron/core/exporters/"] },
  { name: /^@hyzyla\/pdfium/, only: ["electron/core/importers/"] },
  { name: /^(lexical|@lexical\/.*)$/, only: ["renderer/editor/"] },
  { name: /^react/, only: ["renderer/"] },
  {
    name: /^@orpc\//,
    only: ["shared/api/", "electron/core/api/", "electron/shell/", "electron/host/", "renderer/api/"],
  },
];

/** The rule that one import breaks, or null. */
function broken(file: string, specifier: string): string | null {
  if (specifier.startsWith("../")) return "imports between folders are #…, never ../";
  const layer = layerOf(file);
  if (layer && specifier.startsWith("#")) {
    const target = specifier.slice(1);
    const allowed = LAYERS[layer]!.some((own) => target === own || target.startsWith(`${own}/`));
    if (!allowed) return `${layer} may not import ${target}`;
  }
  if (
    layer === "shared" &&
    !/^[#.]/.test(specifier) &&
    !["zod", "diff"].includes(specifier) &&
    specifier !== "@orpc/contract"
  ) {
    return "shared may import no package but zod and diff, and in its contract oRPC";
  }
  if (layer === "renderer" && specifier.startsWith("node:")) return "the renderer has no Node";
  if (layer && layer !== "shared") {
    const limit = PACKAGES.find(({ name }) => name.test(specifier));
    if (limit && !limit.only.some((folder) => file.startsWith(folder)))
      return `${specifier} is for ${limit.only.join(", ")}`;
  }
  return null;
}

test("every import keeps to its layer", () => {
  const faults = sources.flatMap((file) =>
    importsOf(textOf(file)).flatMap((specifier) => {
      const fault = broken(file, specifier);
      return fault ? [`${file}: ${fault}`] : [];
    }),
  );
  expect(faults).toEqual([]);
});

test.each([
  ["shared/domain/x.ts", "#electron/core/app.ts"],
  ["shared/domain/x.ts", "node:fs"],
  ["renderer/x.ts", "#electron/core/app.ts"],
  ["renderer/x.ts", "node:fs"],
  ["renderer/panels/x.tsx", "lexical"],
  ["electron/core/api/x.ts", "better-sqlite3"],
  ["electron/core/app.ts", "electron"],
  ["electron/core/app.ts", "#renderer/App.tsx"],
  ["electron/host/main.ts", "#electron/shell/main.ts"],
  ["electron/core/app.ts", "../host/main.ts"],
])("a planted import is caught: %s from %s", (file, specifier) => {
  expect(broken(file, specifier)).not.toBeNull();
});

test("imports form no circle", () => {
  const resolved = new Map(
    sources.map((file) => [
      file,
      importsOf(textOf(file)).flatMap((specifier) => {
        if (specifier.startsWith("#")) return [specifier.slice(1)];
        return specifier.startsWith("./") ? [posix.join(posix.dirname(file), specifier)] : [];
      }),
    ]),
  );
  expect(findCircle(resolved)).toBeNull();
  expect(findCircle(new Map(Object.entries({ a: ["b"], b: ["c"], c: ["a"] })))).toEqual(["a", "b", "c", "a"]);
});

function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}

test("no file is longer than a reader's patience", () => {
  const long = files
    .map((file) => [file, textOf(file).split("\n").length - 1] as const)
    .filter(([, n]) => n > MOST_LINES);
  expect(long).toEqual([]);
});

test("colours are tokens: no other style sheet sets a raw one", () => {
  const raw = files
    .filter((file) => file.endsWith(".css") && !file.startsWith("renderer/tokens/"))
    .filter((file) => /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i.test(textOf(file)));
  expect(raw).toEqual([]);
});

test("every rule is in the registry and has a file of its own", () => {
  const registry = textOf("shared/consistency/registry.ts");
  const missing = sources
    .filter((file) => file.startsWith("shared/consistency/rules/"))
    .filter((file) => !registry.includes(`#${file}`));
  expect(missing).toEqual([]);
});

test("every migration is in its list", () => {
  const index = textOf("electron/core/store/migrations/index.ts");
  const missing = sources
    .filter((file) => /store\/migrations\/\d{4}-/.test(file))
    .filter((file) => !index.includes(`#${file}`));
  expect(missing).toEqual([]);
});

test("one version of Lexical", () => {
  const lock = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, { version?: string }> };
  const versions = Object.entries(lock.packages)
    .filter(([path]) => /node_modules\/(lexical|@lexical\/[^/]+)$/.test(path))
    .map(([, { version }]) => version);
  expect(new Set(versions)).toEqual(new Set(["0.52.0"]));
});

test("entry points make sure of Node before anything else", () => {
  const entries = ["electron/cli/plumbline.mjs", ...sources.filter((file) => file.endsWith("-child.ts"))];
  for (const file of entries)
    expect(/import[^"]*"([^"]+)"/.exec(textOf(file))?.[1], file).toBe("#tools/own-node.mjs");
});

test("each layer is compiled by a project of its own, with only the layers below it in reach", () => {
  const root = JSON.parse(textOf("tsconfig.json")) as { references: { path: string }[] };
  expect(root.references.map(({ path }) => path)).toEqual([...Object.keys(LAYERS), "tests"].toSorted(byRoot));
  for (const layer of Object.keys(LAYERS)) {
    const project = JSON.parse(textOf(`${layer}/tsconfig.json`)) as { references?: { path: string }[] };
    const reached = (project.references ?? []).map(({ path }) => posix.join(layer, path));
    expect(LAYERS[layer], layer).toEqual(expect.arrayContaining(reached));
  }
});

const ORDER = [
  "shared",
  "electron/core",
  "electron/shell",
  "electron/host",
  "electron/cli",
  "renderer",
  "tests",
];
const byRoot = (a: string, b: string): number => ORDER.indexOf(a) - ORDER.indexOf(b);
