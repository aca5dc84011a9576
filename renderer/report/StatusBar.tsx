import { useDeferredValue, useMemo } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { paragraphNumbers, type Block } from "#shared/domain/block.ts";
import { wordsInReport } from "#shared/document/word-counts.ts";
import { useLibraryFacts } from "#renderer/api/use-library.ts";
import { useSessionState } from "#renderer/report/session.ts";
import { useSettledBlocks } from "#renderer/report/use-settled-blocks.ts";
import { usePreviewOpen } from "#renderer/preview/preview-setting.ts";
import styles from "#renderer/report/StatusBar.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import menu from "#renderer/ui/Menu.module.css";
import { counted } from "#renderer/ui/words.ts";
import { useZoom, useZoomKeys, ZOOM_STEPS } from "#renderer/ui/zoom.ts";

const NOTHING: readonly Block[] = [];

export function StatusBar({ onWords }: { readonly onWords: () => void }) {
  // Counted once the text is on the screen.
  const blocks = useDeferredValue(useSettledBlocks(), NOTHING);
  const blockId = useSessionState((state) => state.blockId);
  const findings = useSessionState((state) => state.findings);
  const checked = useSessionState((state) => state.checked);
  const { data: library } = useLibraryFacts();
  const preview = usePreviewOpen();
  const structure = useSessionState((state) => state.structure);
  const numbers = useMemo(() => paragraphNumbers([...structure]), [structure]);
  const words = useMemo(() => wordsInReport(blocks), [blocks]);
  const number = blockId ? numbers.get(blockId) : undefined;
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return (
    <footer className={styles.status} data-region="status">
      <span>
        {number === undefined ? counted(numbers.size, "paragraph") : `Paragraph ${number} of ${numbers.size}`}
      </span>
      <Button look="plain" className={styles.button!} onPress={onWords}>
        {blocks === NOTHING ? "Words" : counted(words, "word")}
        <span className="visually-hidden">: by section</span>
      </Button>
      <span>
        {checked
          ? `${counted(of("error"), "error")}, ${counted(of("warning"), "warning")}`
          : "Checking for the first time…"}
      </span>
      <span className={styles.grow} />
      <span>English (UK)</span>
      <span>{library ? (library.kept ? `Library: ${library.name}` : `${library.name}, not kept`) : ""}</span>
      <Button look="plain" className={styles.button!} onPress={preview.toggle}>
        {preview.open ? "Close the preview" : "Preview"}
        <span className="visually-hidden"> of the pages</span>
      </Button>
      <ZoomMenu />
    </footer>
  );
}

/** The size of the page, and its keys. */
function ZoomMenu() {
  const sizing = useZoom();
  useZoomKeys(sizing);
  const { zoom, setZoom } = sizing;
  return (
    <MenuTrigger>
      <Button look="plain" className={styles.button!}>
        <span className="visually-hidden">Size of the page: </span>
        {zoom}%
      </Button>
      <Popover className={menu.popover!} placement="top end">
        <Menu
          className={menu.menu!}
          aria-label="Size of the page"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[zoom]}
          onAction={(key) => setZoom(Number(key))}
        >
          {ZOOM_STEPS.toReversed().map((size) => (
            <MenuItem key={size} id={size} className={menu.item!} textValue={`${size}%`}>
              <span aria-hidden>{size === zoom ? "✓" : ""}</span>
              {size}%<span className={menu.note}>{size === 100 ? "Ctrl+0" : ""}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
