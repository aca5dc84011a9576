import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { chromium } from "@playwright/test";
import { writeHtml } from "#electron/core/exporters/html.ts";
import { printData, setPdf } from "#electron/core/exporters/pdf.ts";
import { typeset } from "#electron/core/exporters/typesetter.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import { resourcePath } from "#electron/core/paths.ts";
import { countWords, plain, textOf, type Block } from "#shared/domain/block.ts";
import { launchOptions } from "#tools/chromium.ts";
import { lengthened } from "#tools/bench/long-report.ts";
import { median } from "#tools/bench/times.ts";

/** Milliseconds, medians; all warm and taking turns in one run. */
export interface PdfFigures {
  /** After a one-word edit: ours with its process, and Chromium's print of our HTML. */
  readonly edit: number;
  readonly chromium: number;
  /** A report of which no paragraph was set before: ours with its process, and the bare compiler. */
  readonly whole: number;
  readonly typst: number;
  /** The long report: its words, an edit of it, and the most memory the typesetter had. */
  readonly long: { readonly words: number; readonly edit: number; readonly memory: number };
}

const TURNS = 9;
const LONG = 10;

export async function pdfFigures(input: ExportInput): Promise<PdfFigures> {
  return { ...(await editing(input)), ...(await whole(input)), long: await long(input) };
}

async function editing(input: ExportInput): Promise<Pick<PdfFigures, "edit" | "chromium">> {
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  const edit: number[] = [];
  const print: number[] = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    const edited = withWord(input, turn);
    const html = new TextDecoder().decode(await writeHtml(edited));
    const ours = await timed(() => setPdf(edited));
    const theirs = await timed(async () => {
      await page.setContent(html, { waitUntil: "load" });
      await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, format: "A4" });
    });
    // The first turn warms both up.
    if (turn === 0) continue;
    edit.push(ours);
    print.push(theirs);
  }
  await browser.close();
  return { edit: median(edit), chromium: median(print) };
}

async function whole(input: ExportInput): Promise<Pick<PdfFigures, "whole" | "typst">> {
  const workspace = mkdtempSync(join(tmpdir(), "plumbline-bench-"));
  const fonts = dirname(
    createRequire(import.meta.url).resolve("@expo-google-fonts/source-sans-3/package.json"),
  );
  const faces = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold", "700Bold_Italic"];
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: faces.map((face) => join(fonts, face)) }],
  });
  const mainFileContent = readFileSync(resourcePath("print", "report.typ"), "utf8");
  const ours: number[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    const { report } = input;
    const fresh = {
      ...input,
      report: { ...report, blocks: report.blocks.map((block) => begun(block, `Turn ${turn}`)) },
    };
    const data = JSON.stringify(printData(fresh));
    const whole = await timed(() => setPdf(fresh));
    const alone = await timed(() => {
      compiler.mapShadow(join(workspace, "data.json"), Buffer.from(data));
      const { result } = compiler.compile({ mainFileContent });
      if (!result) throw new Error("The sample cannot be set.");
      compiler.pdf(result, { pdfStandard: "ua-1" });
      return Promise.resolve();
    });
    compiler.evictCache(1);
    if (turn === 0) continue;
    ours.push(whole);
    bare.push(alone);
  }
  rmSync(workspace, { recursive: true, force: true });
  return { whole: median(ours), typst: median(bare) };
}

async function long(input: ExportInput): Promise<PdfFigures["long"]> {
  const report = lengthened(input.report, LONG);
  const words = report.blocks.reduce((sum, block) => sum + countWords(textOf(block)), 0);
  const edit: number[] = [];
  let most = 0;
  for (let turn = 0; turn <= TURNS; turn++) {
    const data = JSON.stringify(printData(withWord({ ...input, report }, turn)));
    edit.push(
      await timed(async () => {
        const { memory } = await typeset({ template: "report", data, standard: "ua-1" });
        most = Math.max(most, memory);
      }),
    );
  }
  return { words, edit: median(edit.slice(1)), memory: most };
}

/** One word more in a paragraph past the middle. */
function withWord(input: ExportInput, turn: number): ExportInput {
  const { blocks } = input.report;
  const at = blocks.findIndex((block, index) => index > blocks.length * 0.6 && block.kind === "paragraph");
  return {
    ...input,
    report: { ...input.report, blocks: blocks.with(at, begun(blocks[at]!, `Word${turn}`)) },
  };
}

const begun = (block: Block, words: string): Block =>
  block.inlines.length === 0 ? block : { ...block, inlines: plain(`${words} ${textOf(block)}`) };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
