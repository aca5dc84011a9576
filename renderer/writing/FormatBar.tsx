import {
  Bold,
  ChevronDown,
  FileSearch,
  Hash,
  Italic,
  Link,
  Pilcrow,
  Redo2,
  Superscript,
  Table as TableIcon,
  Undo2,
  type LucideIcon,
} from "lucide-react";
import { useMemo } from "react";
import {
  Group,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  ToggleButton,
  Toolbar,
  Tooltip,
  TooltipTrigger,
} from "react-aria-components";
import { KEYMAP, type KeyName } from "#renderer/commands/keymap.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { blockOf } from "#shared/document/block-text.ts";
import { Button } from "#renderer/ui/Button.tsx";
import menu from "#renderer/ui/Menu.module.css";
import styles from "#renderer/writing/FormatBar.module.css";
import { kindWords, styleOf, stylesOf } from "#renderer/writing/styles-menu.ts";
import { TABLE_CHANGES } from "#renderer/writing/table-changes.ts";

/** Style, marks and everything that can be put in the text, on one quiet line above the page. */
export function FormatBar() {
  const session = useSession();
  const { bold, italic } = useSessionState((state) => state.caret);
  return (
    <Toolbar className={styles.bar!} aria-label="Writing" data-region="writing">
      <StyleMenu />
      <Separator orientation="vertical" className={styles.rule!} />
      <Group className={styles.group!} aria-label="Marks">
        <Mark icon={Bold} name="Bold" keyName="bold" on={bold} run={() => session.editor?.mark("bold")} />
        <Mark
          icon={Italic}
          name="Italic"
          keyName="italic"
          on={italic}
          run={() => session.editor?.mark("italic")}
        />
        <Tool icon={Link} name="Link…" run={() => session.store.setState({ asking: "link" })} />
      </Group>
      <Separator orientation="vertical" className={styles.rule!} />
      <Group className={styles.group!} aria-label="Insert">
        <Tool icon={FileSearch} name="Evidence" hint="[[" run={() => session.editor?.type("[[")} words />
        <Tool icon={Hash} name="Figure" hint="##" run={() => session.editor?.type("##")} words />
        <Tool
          icon={Pilcrow}
          name="Paragraph"
          hint="[[ and its number"
          run={() => session.editor?.type("[[p")}
          words
        />
        <Tool
          icon={Superscript}
          name="Footnote"
          keyName="footnote"
          run={() => session.editor?.footnote()}
          words
        />
        <TableMenu />
      </Group>
      <span className={styles.grow} />
      <Group className={styles.group!} aria-label="History">
        <Tool icon={Undo2} name="Undo" keyName="undo" run={() => session.editor?.undo()} />
        <Tool icon={Redo2} name="Redo" keyName="redo" run={() => session.editor?.redo()} />
      </Group>
    </Toolbar>
  );
}

function StyleMenu() {
  const session = useSession();
  const framework = useSessionState((state) => state.framework);
  const block = useSessionState(({ structure, blockId }) => blockOf(structure, blockId));
  const choices = useMemo(() => stylesOf(framework), [framework]);
  const now = styleOf(choices, block);
  return (
    <MenuTrigger>
      <Button look="plain" className={styles.style!} aria-label={`Style: ${kindWords(choices, block)}`}>
        <span>{kindWords(choices, block)}</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={menu.popover!} placement="bottom start">
        <Menu
          className={menu.menu!}
          aria-label="Style"
          selectionMode="single"
          selectedKeys={now ? [now.id] : []}
          onAction={(id) => {
            const choice = choices.find((candidate) => candidate.id === id);
            if (choice && choice !== now) session.editor?.turnInto(choice.shape);
            session.editor?.focus();
          }}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} className={menu.item!} textValue={choice.title}>
              <span aria-hidden>{choice === now ? "✓" : ""}</span>
              {choice.title}
              {choice.key && <kbd className={menu.note}>{KEYMAP[choice.key].shown}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function TableMenu() {
  const session = useSession();
  const inTable = useSessionState((state) => state.caret.inTable);
  const disabled = inTable ? ["insert"] : TABLE_CHANGES.map(({ id }) => id);
  return (
    <MenuTrigger>
      <Button look="plain" className={styles.tool!} aria-label="Table">
        <TableIcon size={15} aria-hidden />
        <span className={styles.words}>Table</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={menu.popover!} placement="bottom start">
        <Menu
          className={menu.menu!}
          aria-label="Table"
          disabledKeys={disabled}
          onAction={(id) => {
            const change = TABLE_CHANGES.find((candidate) => candidate.id === id);
            if (change) change.run(session);
            else session.store.setState({ asking: "table" });
          }}
        >
          <MenuItem id="insert" className={`${menu.item} ${menu.plain_item}`}>
            Insert a table…
          </MenuItem>
          {TABLE_CHANGES.map(({ id, title }) => (
            <MenuItem key={id} id={id} className={`${menu.item} ${menu.plain_item}`}>
              {title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface ToolProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keyName?: KeyName;
  /** What to type instead, where there is no key. */
  readonly hint?: string;
  /** Shows the name beside the icon where there is room. */
  readonly words?: boolean;
  readonly run: () => unknown;
}

const keyOf = ({ keyName, hint }: Pick<ToolProps, "keyName" | "hint">): string | null =>
  keyName ? KEYMAP[keyName].shown : hint ? `type ${hint}` : null;

function Tool({ icon: Icon, name, words = false, run, ...known }: ToolProps) {
  const key = keyOf(known);
  return (
    <TooltipTrigger delay={500}>
      <Button
        look="plain"
        className={styles.tool!}
        aria-label={name}
        preventFocusOnPress
        onPress={() => void run()}
      >
        <Icon size={15} aria-hidden />
        {words && <span className={styles.words}>{name}</span>}
      </Button>
      <Tooltip className={styles.tip!} offset={6}>
        {name} {key && <kbd>{key}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

function Mark({ icon: Icon, name, on, run, ...known }: ToolProps & { readonly on: boolean }) {
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton
        className={styles.mark!}
        aria-label={name}
        isSelected={on}
        preventFocusOnPress
        onChange={() => void run()}
      >
        <Icon size={15} aria-hidden />
      </ToggleButton>
      <Tooltip className={styles.tip!} offset={6}>
        {name} <kbd>{keyOf(known)}</kbd>
      </Tooltip>
    </TooltipTrigger>
  );
}
