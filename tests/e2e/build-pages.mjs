import { ensureRenderer } from "#tools/build.mjs";

/** The journeys look at the pages as they are in the sources. */
export default function buildPages() {
  ensureRenderer();
}
