import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "#renderer/ui/Menu.module.css";
import { THEME_NAMES, THEMES, useStillness, useTheme, type Theme } from "#renderer/ui/theme.ts";

export function ThemeMenu() {
  const { theme, choose } = useTheme();
  const { still, setStill } = useStillness();
  return (
    <MenuTrigger>
      <Button>Theme</Button>
      <Popover className={styles.popover!} placement="bottom end">
        <Menu className={styles.menu!} aria-label="Theme">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const [key] = keys === "all" ? [] : keys;
              if (key !== undefined) choose(key as Theme);
            }}
          >
            <Header className={styles.header}>Colours</Header>
            {THEMES.map((name) => (
              <MenuItem key={name} id={name} className={styles.item!} textValue={THEME_NAMES[name]}>
                <span aria-hidden>{name === theme ? "✓" : ""}</span>
                {THEME_NAMES[name]}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="multiple"
            selectedKeys={still ? ["still"] : []}
            onSelectionChange={(keys) => setStill(keys === "all" || keys.has("still"))}
          >
            <Header className={styles.header}>Motion</Header>
            <MenuItem id="still" className={styles.item!} textValue="Reduce motion">
              <span aria-hidden>{still ? "✓" : ""}</span>
              Reduce motion
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
