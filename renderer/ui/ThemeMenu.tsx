import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "#renderer/ui/Menu.module.css";
import { THEMES, useTheme, type Theme } from "#renderer/ui/theme.ts";

const NAMES: Record<Theme, string> = { system: "As the desktop", light: "Light", dark: "Dark" };

export function ThemeMenu() {
  const { theme, choose } = useTheme();
  return (
    <MenuTrigger>
      <Button>Theme</Button>
      <Popover className={styles.popover!} placement="bottom end">
        <Menu
          className={styles.menu!}
          aria-label="Theme"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onAction={(key) => choose(key as Theme)}
        >
          {THEMES.map((name) => (
            <MenuItem key={name} id={name} className={styles.item!} textValue={NAMES[name]}>
              <span aria-hidden>{name === theme ? "✓" : ""}</span>
              {NAMES[name]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
