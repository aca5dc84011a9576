import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Group, Toolbar, Tooltip, TooltipTrigger } from "react-aria-components";
import type { BlockId } from "#shared/domain/ids.ts";
import { PageView } from "#renderer/preview/PageView.tsx";
import styles from "#renderer/preview/PreviewPane.module.css";
import { usePreview, type Preview, type SetPages } from "#renderer/preview/use-preview.ts";
import { useSessionState } from "#renderer/report/session.ts";
import { useExport } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import bar from "#renderer/writing/FormatBar.module.css";
import { nextZoom, ZOOM_STEPS } from "#renderer/ui/zoom.ts";

interface Turned {
  readonly to: number;
  readonly from: BlockId | null;
  readonly set: SetPages | null;
}

/** The pages of the export beside the text: the page of the caret, from the very file that would be saved. */
export function PreviewPane({ onClose }: { onClose: () => void }) {
  const preview = usePreview();
  const { set, error, refresh } = preview;
  const makeFile = useExport();
  const [zoom, setZoom] = useState(100);
  const blockId = useSessionState((state) => state.blockId);
  const [turned, setTurned] = useState<Turned>({ to: 1, from: null, set: null });
  // What somebody turned to stays until the caret goes elsewhere, or pages are set anew.
  const follows = turned.from !== blockId || turned.set !== set;
  const page = (follows && blockId && set?.pageOf.get(blockId)) || turned.to;
  const last = set?.pages.count ?? 1;
  const shown = Math.min(page, last);
  const turn = (by: 1 | -1): void => setTurned({ to: shown + by, from: blockId, set });
  return (
    <section className={styles.pane} aria-label="Preview of the pages" data-region="preview">
      <Toolbar className={bar.bar!} aria-label="Preview">
        <Group className={bar.group!} aria-label="Page">
          <Tool name="Previous page" isOff={shown <= 1} run={() => turn(-1)}>
            <ChevronLeft size={15} aria-hidden />
          </Tool>
          <Tool name="Next page" isOff={shown >= last} run={() => turn(1)}>
            <ChevronRight size={15} aria-hidden />
          </Tool>
        </Group>
        <State preview={preview} page={shown} />
        <span className={styles.grow} />
        <Group className={bar.group!} aria-label="Size">
          <Tool name="Smaller pages" isOff={zoom <= ZOOM_STEPS[0]} run={() => setZoom(nextZoom(zoom, -1))}>
            <ZoomOut size={15} aria-hidden />
          </Tool>
          <Tool name="Larger pages" isOff={zoom >= ZOOM_STEPS.at(-1)!} run={() => setZoom(nextZoom(zoom, 1))}>
            <ZoomIn size={15} aria-hidden />
          </Tool>
        </Group>
        <Tool name="Save this PDF" isOff={!set} run={() => void makeFile("pdf")}>
          <Download size={15} aria-hidden />
        </Tool>
        <Tool name="Close the preview" isOff={false} run={onClose}>
          <X size={15} aria-hidden />
        </Tool>
      </Toolbar>
      {error !== null && <FaultNotice error={error} onRetry={refresh} />}
      {set && <PageView pages={set.pages} page={shown} zoom={zoom} />}
    </section>
  );
}

/** Which page it is, and whether it is as the text is. */
function State({ preview: { set, busy, error }, page }: { preview: Preview; page: number }) {
  const where = set ? `Page ${page} of ${set.pages.count}` : "";
  const state = busy ? "setting pages…" : error !== null && set ? "from before the last change" : "";
  return (
    <output className={styles.state}>
      {where}
      {where && state && <span className={styles.apart}> · </span>}
      {state && <span className={styles.soft}>{where ? state : "Setting pages…"}</span>}
    </output>
  );
}

interface ToolProps {
  readonly name: string;
  readonly isOff: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
}

function Tool({ name, isOff, run, children }: ToolProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button look="plain" className={styles.tool!} aria-label={name} isDisabled={isOff} onPress={run}>
        {children}
      </Button>
      <Tooltip className={styles.tip!} offset={4}>
        {name}
      </Tooltip>
    </TooltipTrigger>
  );
}
