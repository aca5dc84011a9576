import { Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "#renderer/ui/Menu.module.css";

interface Props<Format extends string> {
  /** The words of the button. */
  readonly label: string;
  readonly look: "primary" | "plain";
  readonly placement: "bottom start" | "bottom end";
  readonly formats: readonly Format[];
  readonly names: Readonly<Record<Format, string>>;
  /** What each is good for. */
  readonly notes: Readonly<Record<Format, string>>;
  readonly onChoose: (format: Format) => void;
}

/** The formats that something can be saved in. */
export function FormatMenu<Format extends string>(props: Props<Format>) {
  const { label, look, placement, formats, names, notes, onChoose } = props;
  return (
    <MenuTrigger>
      <Button look={look}>{label}</Button>
      <Popover className={styles.popover!} placement={placement}>
        <Menu
          className={styles.menu!}
          aria-label={label.replace("…", "")}
          onAction={(key) => onChoose(key as Format)}
        >
          {formats.map((format) => (
            <MenuItem
              key={format}
              id={format}
              className={`${styles.item} ${styles.plain_item}`}
              textValue={names[format]}
            >
              <Text slot="label">{names[format]}</Text>
              <Text slot="description" className={styles.note}>
                {notes[format]}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
