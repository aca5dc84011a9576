import { useMemo } from "react";
import { paragraphNumbers, type BlockOf } from "#shared/domain/block.ts";
import type { Area, Framework } from "#shared/domain/framework.ts";
import panel from "#renderer/panels/Panel.module.css";
import { blockOf } from "#shared/document/block-text.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { particularFirst } from "#renderer/ties/area-ties.ts";
import { tieHeading } from "#renderer/ties/retie.ts";
import { Button } from "#renderer/ui/Button.tsx";

/** Ties the paragraph the caret is in to the area shown, or takes it away again. Undone like any edit. */
export function TieToArea({ framework, area }: { framework: Framework; area: Area }) {
  const session = useSession();
  const blockId = useSessionState((state) => state.blockId);
  const structure = useSessionState((state) => state.structure);
  const block = blockOf(structure, blockId);
  const numbers = useMemo(() => paragraphNumbers([...structure]), [structure]);
  const number = blockId ? numbers.get(blockId) : undefined;
  if (!block || block.kind === "findings-record") return null;
  if (block.kind === "heading") return <HeadingOfArea area={area} heading={block} />;
  const { areaIds } = block;
  const tied = areaIds.includes(area.id);
  const name = number === undefined ? "This block" : `Paragraph ${number}`;
  const tie = (): void =>
    session.editor?.tie([
      {
        blockId: block.id,
        areaIds: tied
          ? areaIds.filter((id) => id !== area.id)
          : particularFirst(framework, [...areaIds, area.id]),
      },
    ]);
  return (
    <div className={panel.row}>
      <span className={panel.quiet}>
        {name} {tied ? "argues for this area." : "is not tied to this area."}
      </span>
      <Button look="plain" onPress={tie}>
        {tied ? "Untie it" : "Tie it"}
      </Button>
      <Button look="plain" onPress={() => session.store.setState({ asking: "ties" })}>
        Areas…
      </Button>
    </div>
  );
}

/** A heading shows the grade of one area, or of none. */
function HeadingOfArea({ area, heading }: { area: Area; heading: BlockOf<"heading"> }) {
  const session = useSession();
  const shows = heading.graded && heading.areaIds[0] === area.id;
  const change = (): void =>
    tieHeading(
      session,
      heading,
      shows
        ? { blockId: heading.id, graded: false }
        : { blockId: heading.id, graded: true, areaIds: [area.id] },
    );
  return (
    <div className={panel.row}>
      <span className={panel.quiet}>
        {shows ? "This heading shows the grade of this area." : "This heading shows no grade of this area."}
      </span>
      <Button look="plain" onPress={change}>
        {shows ? "Stop showing it" : "Show it here"}
      </Button>
    </div>
  );
}
