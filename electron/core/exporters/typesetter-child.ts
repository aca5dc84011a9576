import "#tools/own-node.mjs";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import {
  type Answer,
  type Order,
  TEMPLATES,
  type Typeset,
} from "#electron/core/exporters/typesetter-order.ts";
import { resourcePath } from "#electron/core/paths.ts";

/** Its workspace is an empty folder: the template can read the data it is given and nothing else. */
const workspace = mkdtempSync(join(tmpdir(), "plumbline-print-"));
process.on("exit", () => rmSync(workspace, { recursive: true, force: true }));

const FACES = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold", "700Bold_Italic"];
const fonts = dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/source-sans-3/package.json"),
);

const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontPaths: FACES.map((face) => join(fonts, face)) }],
});
const STANDARDS: Record<Order["standard"], string> = { "ua-1": "PDF/UA-1", "a-2a": "PDF/A-2a" };
const templates = new Map(
  TEMPLATES.map((name) => [name, readFileSync(resourcePath("print", `${name}.typ`), "utf8")]),
);

process.on("message", (order: Order) => {
  process.send?.(set(order));
});

function set({ template, data, standard }: Order): Answer {
  try {
    compiler.mapShadow(join(workspace, "data.json"), Buffer.from(data));
    const compiled = compiler.compile({ mainFileContent: templates.get(template)! });
    const document = compiled.result;
    if (!document) return { kind: "refused", reason: reasonOf(compiled.takeDiagnostics()?.shortDiagnostics) };
    const bytes = compiler.pdf(document, { pdfStandard: standard as never });
    const pages = compiler.query(document, { selector: "<pages>", field: "value" }) as [Typeset["pages"]];
    return {
      kind: "pdf",
      bytes: new Uint8Array(bytes),
      pages: pages[0],
      memory: process.resourceUsage().maxRSS / 1000,
    };
  } catch (error) {
    return { kind: "refused", reason: messageIn(error) || `it breaks ${STANDARDS[standard]}` };
  } finally {
    // What the last document used is kept for the next, which is mostly the same one after an edit.
    compiler.evictCache(1);
  }
}

/** The first thing that is wrong, in Typst's words. */
function reasonOf(diagnostics: readonly { message?: string }[] | undefined): string {
  return diagnostics?.find(({ message }) => message)?.message ?? "the page could not be laid out";
}

/** Typst throws what it found as one string, each message in quotes among places in the template. */
function messageIn(error: unknown): string {
  const text = error instanceof Error ? error.message : "";
  return /message: "((?:[^"\\]|\\.)*)"/.exec(text)?.[1]?.replaceAll('\\"', '"') ?? text;
}
