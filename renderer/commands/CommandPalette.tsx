import { useMemo } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from "react-aria-components";
import { useSettings } from "#renderer/api/use-settings.ts";
import type { Command } from "#renderer/commands/command.ts";
import styles from "#renderer/commands/CommandPalette.module.css";
import { KEYMAP } from "#renderer/commands/keymap.ts";
import {
  readRecentCommands,
  RECENT_COMMANDS_SETTING,
  withRecentCommand,
} from "#renderer/commands/recent-commands.ts";
import { afterDialog } from "#renderer/ui/after-dialog.ts";
import { runCommand } from "#renderer/commands/use-keys.ts";
import { pointTruly } from "#renderer/ui/point-truly.ts";

interface Props {
  readonly commands: readonly Command[];
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Every command by name, with its key; those used last come first. */
export function CommandPalette({ commands, isOpen, onOpenChange }: Props) {
  const { contains } = useFilter({ sensitivity: "base" });
  const settings = useSettings();
  const stored = settings.read(RECENT_COMMANDS_SETTING);
  const groups = useMemo(() => groupsOf(commands, readRecentCommands(stored)), [commands, stored]);
  const choose = (id: string): void => {
    onOpenChange(false);
    const command = commands.find((candidate) => candidate.id === id);
    if (!command) return;
    settings.write(RECENT_COMMANDS_SETTING, withRecentCommand(readRecentCommands(stored), id));
    afterDialog(() => runCommand(command));
  };
  return (
    <ModalOverlay className={styles.shade!} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={styles.modal!}>
        <Dialog ref={pointTruly} className={styles.dialog!} aria-label="Commands">
          <Autocomplete filter={contains}>
            <SearchField
              className={styles.field!}
              aria-label="Go to or do anything"
              // Opened to be typed into.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              onKeyDown={({ key }) => {
                // By itself the field would only be emptied.
                if (key === "Escape") onOpenChange(false);
              }}
            >
              <Input placeholder="Go to or do anything" />
            </SearchField>
            <Menu
              className={styles.list!}
              aria-label="Commands"
              renderEmptyState={() => (
                <p className={styles.none}>
                  Nothing by that name. F1 opens the manual, which can be searched.
                </p>
              )}
              onAction={(id) => choose(String(id))}
            >
              {groups.map(([group, members]) => (
                <MenuSection key={group}>
                  <Header className={styles.group}>{group}</Header>
                  {members.map((command) => (
                    <CommandLine key={command.id} command={command} />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** One that cannot be done now stays where it is looked for, and says why. */
function CommandLine({ command: { id, title, key, whyNot } }: { readonly command: Command }) {
  return (
    <MenuItem id={id} className={styles.item!} textValue={title}>
      <span className={whyNot ? styles.unable : undefined}>{title}</span>
      {whyNot && <span className={styles.why}>{whyNot}</span>}
      {key && <kbd>{KEYMAP[key].shown}</kbd>}
    </MenuItem>
  );
}

function groupsOf(
  commands: readonly Command[],
  recent: readonly string[],
): (readonly [group: string, members: readonly Command[]])[] {
  const offered = commands.filter(({ id }) => id !== "palette");
  const lately = recent.flatMap((id) => offered.find((command) => command.id === id) ?? []);
  const byGroup = new Map<string, Command[]>();
  for (const command of offered)
    if (!lately.includes(command))
      byGroup.set(command.group, [...(byGroup.get(command.group) ?? []), command]);
  return lately.length > 0 ? [["Used last", lately], ...byGroup] : [...byGroup];
}
