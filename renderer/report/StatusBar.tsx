import { useDeferredValue, useMemo } from "react";
import { countWords, paragraphNumbers, textOf, type Block } from "#shared/domain/block.ts";
import { useLibraryFacts } from "#renderer/api/use-library.ts";
import { useSessionState } from "#renderer/report/session.ts";
import styles from "#renderer/report/StatusBar.module.css";
import { counted } from "#renderer/ui/words.ts";

export function StatusBar() {
  const blocks = useDeferredValue(useSessionState((state) => state.blocks));
  const blockId = useSessionState((state) => state.blockId);
  const findings = useSessionState((state) => state.findings);
  const checked = useSessionState((state) => state.checked);
  const { data: library } = useLibraryFacts();
  const structure = useSessionState((state) => state.structure);
  const numbers = useMemo(() => paragraphNumbers([...structure]), [structure]);
  const words = useMemo(() => blocks.reduce((sum, block) => sum + wordsIn(block), 0), [blocks]);
  const number = blockId ? numbers.get(blockId) : undefined;
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return (
    <footer className={styles.status} data-region="status">
      <span>
        {number === undefined ? counted(numbers.size, "paragraph") : `Paragraph ${number} of ${numbers.size}`}
      </span>
      <span>{counted(words, "word")}</span>
      <span>
        {checked
          ? `${counted(of("error"), "error")}, ${counted(of("warning"), "warning")}`
          : "Checking for the first time…"}
      </span>
      <span className={styles.grow} />
      <span>English (UK)</span>
      <span>{library ? (library.kept ? `Library: ${library.name}` : `${library.name}, not kept`) : ""}</span>
    </footer>
  );
}

const known = new WeakMap<Block, number>();

/** Counted once a version of a block: a key changes one of them. */
function wordsIn(block: Block): number {
  let words = known.get(block);
  if (words === undefined) known.set(block, (words = countWords(textOf(block))));
  return words;
}
