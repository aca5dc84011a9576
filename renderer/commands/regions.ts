/** F6 walks these, in this order; Esc comes back to the text. */
const REGIONS = [
  "header",
  "outline",
  "tour",
  "find",
  "text",
  "preview",
  "evidence",
  "matrix",
  "details",
  "panel",
  "status",
] as const;

const FOCUSABLE =
  'button:not([disabled]):not([tabindex="-1"]), [tabindex="0"], input, textarea, select, a[href], [contenteditable="true"]';

const regionElement = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-region="${name}"]:not([inert] *)`);

/** Moves the focus to the next region that can take it. */
export function walkRegions(step: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>("[data-region]")?.dataset.region;
  const at = REGIONS.findIndex((name) => name === here);
  for (let offset = 1; offset <= REGIONS.length; offset += 1) {
    const name = REGIONS[(at + step * offset + REGIONS.length * 2) % REGIONS.length]!;
    const region = regionElement(name);
    if (!region) continue;
    const target = region.matches(FOCUSABLE) ? region : region.querySelector<HTMLElement>(FOCUSABLE);
    if (!target) continue;
    target.focus();
    return;
  }
}
