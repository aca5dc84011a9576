/** pdf.js reads the file here, beside the page, so that typing does not wait for it. */
import "pdfjs-dist/build/pdf.worker.mjs";
