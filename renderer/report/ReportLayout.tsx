import { useSyncExternalStore } from "react";
import { Group, Panel, Separator, type Layout } from "react-resizable-panels";
import { z } from "zod";
import { useSettings } from "#renderer/api/use-settings.ts";
import { ReportEditor } from "#renderer/editor/ReportEditor.tsx";
import { FindBar } from "#renderer/find/FindBar.tsx";
import { PanelTabs } from "#renderer/panels/PanelTabs.tsx";
import { PreviewPane } from "#renderer/preview/PreviewPane.tsx";
import { usePreviewOpen } from "#renderer/preview/preview-setting.ts";
import { OutlineTree } from "#renderer/report/OutlineTree.tsx";
import { FormatBar } from "#renderer/writing/FormatBar.tsx";
import { WritingDialogs } from "#renderer/writing/WritingDialogs.tsx";
import styles from "#renderer/report/ReportScreen.module.css";
import { Tour } from "#renderer/tour/Tour.tsx";
import { useZoom } from "#renderer/ui/zoom.ts";

const LAYOUT_SETTING = "report-layout";

/** Below this the panes stand above one another: a small window, or a page zoomed for reading. */
const narrow = window.matchMedia("(width < 900px)");
const onNarrow = (listener: () => void): (() => void) => {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
};

export function ReportLayout() {
  const stacked = useSyncExternalStore(onNarrow, () => narrow.matches);
  const settings = useSettings();
  const { zoom } = useZoom();
  const preview = usePreviewOpen();
  const text = (
    <div className={styles.writing}>
      <FormatBar />
      <div className={styles.text}>
        <FindBar />
        <div className={styles.desk}>
          <article className={styles.page} style={{ zoom: zoom / 100 }} aria-label="Report">
            <ReportEditor />
          </article>
        </div>
      </div>
      <WritingDialogs />
    </div>
  );
  const pages = preview.open && <PreviewPane onClose={preview.toggle} />;
  if (stacked)
    return (
      <main className={styles.stack}>
        <Tour />
        <nav className={styles.pane} aria-label="Outline">
          <OutlineTree />
        </nav>
        {text}
        {pages}
        <section className={styles.pane} aria-label="Judgement, findings, evidence and comments">
          <PanelTabs />
        </section>
      </main>
    );
  return (
    <main className={styles.panes}>
      <Group
        className={styles.group}
        orientation="horizontal"
        defaultLayout={readLayout(settings.read(LAYOUT_SETTING))}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction) settings.write(LAYOUT_SETTING, JSON.stringify(layout));
        }}
      >
        <Panel
          id="outline"
          defaultSize="272px"
          minSize="190px"
          maxSize="34%"
          groupResizeBehavior="preserve-pixel-size"
        >
          <div className={styles.side}>
            <nav className={styles.pane} aria-label="Outline">
              <OutlineTree />
            </nav>
            <Tour />
          </div>
        </Panel>
        <Separator className={styles.separator} aria-label="Width of the outline" />
        <Panel id="text" minSize={preview.open ? "640px" : "380px"}>
          <Group
            className={styles.group}
            orientation="horizontal"
            onLayoutChanged={(layout, { isUserInteraction }) => {
              if (isUserInteraction && layout["preview"]) preview.setShare(layout["preview"]);
            }}
          >
            <Panel id="writing" minSize="320px">
              {text}
            </Panel>
            {pages && (
              <>
                <Separator className={styles.separator} aria-label="Width of the preview" />
                <Panel id="preview" defaultSize={`${preview.share}%`} minSize="280px">
                  {pages}
                </Panel>
              </>
            )}
          </Group>
        </Panel>
        <Separator className={styles.separator} aria-label="Width of the panels" />
        <Panel
          id="panels"
          defaultSize="348px"
          minSize="330px"
          maxSize="42%"
          groupResizeBehavior="preserve-pixel-size"
        >
          <section className={styles.pane} aria-label="Judgement, findings, evidence and comments">
            <PanelTabs />
          </section>
        </Panel>
      </Group>
    </main>
  );
}

const StoredLayout = z.record(z.string(), z.number());

function readLayout(stored: string | null): Layout | undefined {
  try {
    return stored === null ? undefined : StoredLayout.parse(JSON.parse(stored));
  } catch {
    return undefined;
  }
}
