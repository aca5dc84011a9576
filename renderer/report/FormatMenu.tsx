import { Fragment } from "react";
import { Menu, MenuItem, MenuTrigger, Popover, Separator, Text } from "react-aria-components";
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
  /** From this one on they are set apart from those before. */
  readonly apartFrom?: Format;
  readonly onChoose: (format: Format) => void;
}

/** The formats that something can be saved in. */
export function FormatMenu<Format extends string>(props: Props<Format>) {
  const { label, look, placement, formats, names, notes, apartFrom, onChoose } = props;
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
            <Fragment key={format}>
              {format === apartFrom && <Separator className={styles.separator!} />}
              <MenuItem
                id={format}
                className={`${styles.item} ${styles.plain_item}`}
                textValue={names[format]}
              >
                <Text slot="label">{names[format]}</Text>
                <Text slot="description" className={styles.note}>
                  {notes[format]}
                </Text>
              </MenuItem>
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
