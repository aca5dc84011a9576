import { useSettings } from "#renderer/api/use-settings.ts";

const OPEN = "preview-open";
const SHARE = "preview-share";
/** Of the room that text and preview have together, in per cent. */
const FIRST_SHARE = 46;

/** Whether the preview stands beside the text, and how much of the room it takes; both are remembered. */
export function usePreviewOpen(): {
  readonly open: boolean;
  readonly toggle: () => void;
  readonly share: number;
  readonly setShare: (share: number) => void;
} {
  const settings = useSettings();
  const open = settings.read(OPEN) === "yes";
  const stored = Number(settings.read(SHARE));
  return {
    open,
    toggle: () => settings.write(OPEN, open ? "no" : "yes"),
    share: stored >= 20 && stored <= 80 ? stored : FIRST_SHARE,
    setShare: (share) => settings.write(SHARE, share.toFixed(1)),
  };
}
