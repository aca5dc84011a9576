import { useMemo } from "react";
import { paragraphNumbers } from "#shared/domain/block.ts";
import type { Area } from "#shared/domain/framework.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";

/** Ties the paragraph the caret is in to the area shown, or takes it away again. Undone like any edit. */
export function TieToArea({ area }: { area: Area }) {
  const session = useSession();
  const blockId = useSessionState((state) => state.blockId);
  const structure = useSessionState((state) => state.structure);
  const block = structure.find(({ id }) => id === blockId);
  const numbers = useMemo(() => paragraphNumbers([...structure]), [structure]);
  const number = blockId ? numbers.get(blockId) : undefined;
  if (!block || block.kind === "heading" || block.kind === "findings-record") return null;
  const { areaIds } = block;
  const tied = areaIds.includes(area.id);
  const name = number === undefined ? "This block" : `Paragraph ${number}`;
  const tie = (): void =>
    session.editor?.tie(block.id, {
      areaIds: tied ? areaIds.filter((id) => id !== area.id) : [...areaIds, area.id],
    });
  return (
    <div className={panel.row}>
      <span className={panel.quiet}>
        {name} {tied ? "argues for this area." : "is not tied to this area."}
      </span>
      <Button look="plain" onPress={tie}>
        {tied ? "Untie it" : "Tie it"}
      </Button>
    </div>
  );
}
