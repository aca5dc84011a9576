import { Checkbox } from "react-aria-components";
import type { Framework } from "#shared/domain/framework.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { ChangeItem } from "#shared/merge/items.ts";
import { happened, placeOf } from "#renderer/returned/item-words.ts";
import { ItemText } from "#renderer/returned/ItemText.tsx";
import styles from "#renderer/returned/ReturnedPage.module.css";
import tick from "#renderer/ui/Tick.module.css";

interface Props {
  readonly item: ChangeItem;
  readonly framework: Framework | null;
  readonly numbers: ReadonlyMap<BlockId, number>;
  readonly authors: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly current: boolean;
  readonly onChoose: (ids: readonly string[], taken: boolean) => void;
}

/** One thing to decide on. */
export function ReturnedItem({ item, framework, numbers, authors, chosen, current, onChoose }: Props) {
  const ids = item.changes.map(({ id }) => id);
  const taken = ids.filter((id) => chosen.has(id)).length;
  const clash = item.changes.some((change) => change.clash);
  const isMixed = taken > 0 && taken < ids.length;
  return (
    <li className={styles.item} data-item tabIndex={-1} aria-current={current || undefined}>
      <div className={styles.head}>
        <Checkbox
          className={tick.tick!}
          isSelected={taken === ids.length}
          isIndeterminate={isMixed}
          onChange={(next) => onChoose(ids, next)}
        >
          <span className={tick.box} aria-hidden>
            {isMixed ? "–" : taken > 0 ? "✓" : ""}
          </span>
          <span>
            <strong>{placeOf(item, numbers)}</strong> {happened(item)}
            {authors.length > 0 && ` by ${authors.join(", ")}`}
          </span>
        </Checkbox>
        {clash && <span className={styles.clash}>Changed here too since it was sent</span>}
      </div>
      {item.blocks.map((block) => (
        <ItemText
          key={block.id}
          block={block}
          framework={framework}
          chosen={chosen}
          onChoose={item.whole ? null : (id, next) => onChoose([id], next)}
        />
      ))}
    </li>
  );
}
