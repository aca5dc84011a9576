import { Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { EXPORT_FORMATS, type ExportFormat } from "#shared/api/exports.ts";
import { EXPORT_NAMES, useExport } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "#renderer/ui/Menu.module.css";

const NOTES: Record<ExportFormat, string> = {
  word: "for comment and factual accuracy",
  pdf: "for publication, tagged",
  html: "one accessible page",
};

export function ExportMenu() {
  const makeFile = useExport();
  return (
    <MenuTrigger>
      <Button look="primary">Export…</Button>
      <Popover className={styles.popover!} placement="bottom end">
        <Menu
          className={styles.menu!}
          aria-label="Export"
          onAction={(key) => void makeFile(key as ExportFormat)}
        >
          {EXPORT_FORMATS.map((format) => (
            <MenuItem
              key={format}
              id={format}
              className={`${styles.item} ${styles.plain_item}`}
              textValue={EXPORT_NAMES[format]}
            >
              <Text slot="label">{EXPORT_NAMES[format]}</Text>
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
