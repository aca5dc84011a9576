import { getDocument, PDFWorker, type PDFDocumentProxy } from "pdfjs-dist";

let worker: PDFWorker | null = null;

/** One for all files, started with the first. */
const sharedWorker = (): PDFWorker =>
  (worker ??= PDFWorker.create({
    port: new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "plumbline-pages" }),
  }));

/** A PDF whose pages can be drawn. */
export interface Pages {
  readonly count: number;
  /**
   * Draws one page to fit the width, at as many dots as the screen has.
   *
   * @param page from 1
   * @param width in CSS pixels
   */
  draw(page: number, width: number): Promise<HTMLCanvasElement>;
  close(): void;
}

export async function openPages(file: Blob): Promise<Pages> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    worker: sharedWorker(),
    // Every font is in the file.
    useSystemFonts: false,
    useWasm: false,
  });
  const pdf = await task.promise;
  return {
    count: pdf.numPages,
    draw: (page, width) => draw(pdf, page, width),
    close: () => void task.destroy(),
  };
}

async function draw(pdf: PDFDocumentProxy, number: number, width: number): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const scale = (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return canvas;
}
