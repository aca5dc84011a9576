import { Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { LOG_FORMAT_NAMES, LOG_FORMATS, type LogFormat, useLogExport } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "#renderer/ui/Menu.module.css";

const NOTES: Record<LogFormat, string> = {
  csv: "for any program, plain text",
  xlsx: "one sheet, every cell text",
};

/** Saves the whole log as a spreadsheet. */
export function LogMenu() {
  const exportLog = useLogExport();
  return (
    <MenuTrigger>
      <Button look="plain">Export the evidence log…</Button>
      <Popover className={styles.popover!} placement="bottom start">
        <Menu
          className={styles.menu!}
          aria-label="Export the evidence log"
          onAction={(key) => void exportLog(key as LogFormat)}
        >
          {LOG_FORMATS.map((format) => (
            <MenuItem
              key={format}
              id={format}
              className={`${styles.item} ${styles.plain_item}`}
              textValue={LOG_FORMAT_NAMES[format]}
            >
              <Text slot="label">{LOG_FORMAT_NAMES[format]}</Text>
              <Text slot="description" className={styles.note}>
                {NOTES[format]}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
