import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "#renderer/ui/Menu.module.css";

export interface ReportActions {
  readonly open: () => void;
  readonly duplicate: () => void;
  readonly archive: () => void;
  readonly pin: () => void;
}

interface Props {
  readonly title: string;
  readonly archived: boolean;
  readonly pinned: boolean;
  readonly actions: ReportActions;
}

/** What can be done with one report of the library. */
export function ReportMenu({ title, archived, pinned, actions }: Props) {
  const items: readonly (readonly [keyof ReportActions, string])[] = [
    ["open", "Open"],
    ...(archived ? [] : [["pin", pinned ? "Unpin" : "Pin"] as const]),
    ["duplicate", "Duplicate"],
    ["archive", archived ? "Bring back" : "Archive"],
  ];
  return (
    <MenuTrigger>
      <Button look="plain" aria-label={`Actions for ${title}`}>
        <span aria-hidden>•••</span>
      </Button>
      <Popover className={styles.popover!} placement="bottom end">
        <Menu
          className={styles.menu!}
          aria-label={`Actions for ${title}`}
          onAction={(key) => actions[key as keyof ReportActions]()}
        >
          {items.map(([id, words]) => (
            <MenuItem key={id} id={id} className={`${styles.item} ${styles.plain_item}`}>
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
