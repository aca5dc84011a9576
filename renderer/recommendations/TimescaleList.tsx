import { GripVertical } from "lucide-react";
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { textOf } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";
import type { Recommendation, TimescaleGroup } from "#renderer/recommendations/order.ts";
import styles from "#renderer/recommendations/RecommendationsPanel.module.css";
import { counted } from "#renderer/ui/words.ts";

/** What is dragged here can be dropped only here, and nothing else. */
const OWN = "application/x-plumbline-recommendation";

interface Props {
  readonly group: TimescaleGroup;
  readonly name: string;
  readonly selected: BlockId | null;
  readonly onSelect: (id: BlockId) => void;
  readonly onShow: (id: BlockId) => void;
  /** @param index among the others of the group, the dropped one not counted */
  readonly onDrop: (id: BlockId, index: number) => void;
}

/** The recommendations of one timescale; dragged within it and into others. */
export function TimescaleList({ group, name, selected, onSelect, onShow, onDrop }: Props) {
  const { members } = group;
  const dropAt = (id: BlockId, key: string | null, after: boolean): void => {
    const others = members.filter((each) => each.id !== id);
    const at = others.findIndex((each) => each.id === key);
    onDrop(id, at < 0 ? others.length : at + (after ? 1 : 0));
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [OWN]: String(key) })),
    acceptedDragTypes: [OWN],
    getDropOperation: () => "move",
    onReorder: ({ keys, target }) =>
      dropAt(BlockId.parse([...keys][0]), String(target.key), target.dropPosition === "after"),
    onInsert: ({ items, target }) => {
      const item = items[0];
      if (item?.kind === "text")
        void item
          .getText(OWN)
          .then((id) => dropAt(BlockId.parse(id), String(target.key), target.dropPosition === "after"));
    },
    onRootDrop: ({ items }) => {
      const item = items[0];
      if (item?.kind === "text") void item.getText(OWN).then((id) => dropAt(BlockId.parse(id), null, true));
    },
  });
  return (
    <GridList
      className={styles.list!}
      aria-label={name}
      items={members}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected ? [selected] : []}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : keys;
        if (key !== undefined) onSelect(BlockId.parse(key));
      }}
      onAction={(key) => onShow(BlockId.parse(key))}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className={styles.none}>None. Drag one here.</p>}
    >
      {(recommendation) => <Row recommendation={recommendation} />}
    </GridList>
  );
}

function Row({ recommendation }: { readonly recommendation: Recommendation }) {
  const words = textOf(recommendation).trim() || "Recommendation without words";
  const links = recommendation.justifiedBy.length;
  return (
    <GridListItem id={recommendation.id} className={styles.row!} textValue={words}>
      <AriaButton slot="drag" className={styles.grip!}>
        <GripVertical size={14} aria-hidden />
      </AriaButton>
      <span>
        <span className={`${styles.words} clamped`}>{words}</span>
        <span className={styles.links} data-none={links === 0 ? "" : undefined}>
          {links === 0 ? "No paragraph is linked" : `Justified by ${counted(links, "paragraph")}`}
        </span>
      </span>
    </GridListItem>
  );
}
