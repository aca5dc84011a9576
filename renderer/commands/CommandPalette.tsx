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
import type { Command } from "#renderer/commands/command.ts";
import styles from "#renderer/commands/CommandPalette.module.css";
import { KEYMAP } from "#renderer/commands/keymap.ts";

/** Two frames: the dialogue gives the focus back in the one after it has gone. */
const FOCUS_RETURNS_MS = 40;

interface Props {
  readonly commands: readonly Command[];
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Every command by name, with its key. */
export function CommandPalette({ commands, isOpen, onOpenChange }: Props) {
  const { contains } = useFilter({ sensitivity: "base" });
  const groups = useMemo(() => {
    const byGroup = new Map<string, Command[]>();
    for (const command of commands)
      if (command.id !== "palette")
        byGroup.set(command.group, [...(byGroup.get(command.group) ?? []), command]);
    return [...byGroup];
  }, [commands]);
  return (
    <ModalOverlay className={styles.shade!} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={styles.modal!}>
        <Dialog className={styles.dialog!} aria-label="Commands">
          <Autocomplete filter={contains}>
            {/* Opened to be typed into. */}
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
            <SearchField className={styles.field!} aria-label="Go to or do anything" autoFocus>
              <Input placeholder="Go to or do anything" />
            </SearchField>
            <Menu
              className={styles.list!}
              aria-label="Commands"
              renderEmptyState={() => <p className={styles.none}>Nothing by that name.</p>}
              onAction={(id) => {
                onOpenChange(false);
                const command = commands.find((candidate) => candidate.id === id);
                // After the dialogue has given the focus back, so that the command may move it.
                if (command) setTimeout(command.run, FOCUS_RETURNS_MS);
              }}
            >
              {groups.map(([group, members]) => (
                <MenuSection key={group}>
                  <Header className={styles.group}>{group}</Header>
                  {members.map((command) => (
                    <MenuItem
                      key={command.id}
                      id={command.id}
                      className={styles.item!}
                      textValue={command.title}
                    >
                      {command.title}
                      {command.key && <kbd>{KEYMAP[command.key].shown}</kbd>}
                    </MenuItem>
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
