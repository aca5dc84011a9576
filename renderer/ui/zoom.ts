import { useEffect } from "react";
import { useSettings } from "#renderer/api/use-settings.ts";

/** Sizes of the page, in per cent. */
export const ZOOM_STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

export interface Zoom {
  /** Per cent. */
  readonly zoom: number;
  readonly setZoom: (zoom: number) => void;
  /** To the next larger (1) or smaller (-1) size; back to 100 per cent (0). */
  readonly stepZoom: (step: 1 | 0 | -1) => void;
}

export function nextZoom(zoom: number, step: 1 | 0 | -1): number {
  if (step === 0) return 100;
  const larger = ZOOM_STEPS.find((size) => size > zoom) ?? ZOOM_STEPS.at(-1)!;
  const smaller = ZOOM_STEPS.findLast((size) => size < zoom) ?? ZOOM_STEPS[0];
  return step === 1 ? larger : smaller;
}

/** The size of the report’s page, remembered. */
export function useZoom(): Zoom {
  const settings = useSettings();
  const stored = Number(settings.read("zoom") ?? 100);
  const zoom = stored >= ZOOM_STEPS[0] && stored <= ZOOM_STEPS.at(-1)! ? stored : 100;
  const setZoom = (next: number): void => settings.write("zoom", String(next));
  return { zoom, setZoom, stepZoom: (step) => setZoom(nextZoom(zoom, step)) };
}

const STEP_OF_KEY: Readonly<Record<string, 1 | 0 | -1>> = { "+": 1, "=": 1, "-": -1, _: -1, "0": 0 };

/**
 * Ctrl with plus, minus, 0 or the wheel, in the text. Everywhere else they are the browser’s, which makes the whole
 * window larger: that must stay possible.
 */
export function useZoomKeys({ stepZoom }: Zoom): void {
  useEffect(() => {
    const isText = (target: EventTarget | null): boolean =>
      target instanceof Element &&
      (target === document.body || target.closest("[data-region=text]") !== null);
    const onKey = (event: KeyboardEvent): void => {
      const step = STEP_OF_KEY[event.key];
      if (step === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || !isText(event.target))
        return;
      event.preventDefault();
      stepZoom(step);
    };
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey || event.deltaY === 0 || !isText(event.target)) return;
      event.preventDefault();
      stepZoom(event.deltaY < 0 ? 1 : -1);
    };
    window.addEventListener("keydown", onKey);
    window.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("wheel", onWheel);
    };
  });
}
