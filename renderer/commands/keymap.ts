/** Every key of the workstation, in one table: menus, palette and handlers all read it here. */
export const KEYMAP = {
  palette: { keys: "$mod+k", shown: "Ctrl+K" },
  save: { keys: "$mod+s", shown: "Ctrl+S" },
  bold: { keys: null, shown: "Ctrl+B" },
  italic: { keys: null, shown: "Ctrl+I" },
  undo: { keys: null, shown: "Ctrl+Z" },
  redo: { keys: null, shown: "Ctrl+Y" },
  heading1: { keys: "$mod+Alt+1", shown: "Ctrl+Alt+1" },
  heading2: { keys: "$mod+Alt+2", shown: "Ctrl+Alt+2" },
  heading3: { keys: "$mod+Alt+3", shown: "Ctrl+Alt+3" },
  paragraph: { keys: "$mod+Shift+n", shown: "Ctrl+Shift+N" },
  bullet: { keys: "$mod+Shift+l", shown: "Ctrl+Shift+L" },
  moveUp: { keys: "Alt+Shift+ArrowUp", shown: "Alt+Shift+↑" },
  moveDown: { keys: "Alt+Shift+ArrowDown", shown: "Alt+Shift+↓" },
  promote: { keys: "Alt+Shift+ArrowLeft", shown: "Alt+Shift+←" },
  demote: { keys: "Alt+Shift+ArrowRight", shown: "Alt+Shift+→" },
  footnote: { keys: "$mod+Alt+f", shown: "Ctrl+Alt+F" },
  comment: { keys: "$mod+Alt+m", shown: "Ctrl+Alt+M" },
  nextFinding: { keys: "F7", shown: "F7" },
  previousFinding: { keys: "Shift+F7", shown: "Shift+F7" },
  nextChange: { keys: "F8", shown: "F8" },
  previousChange: { keys: "Shift+F8", shown: "Shift+F8" },
  nextRegion: { keys: "F6", shown: "F6" },
  previousRegion: { keys: "Shift+F6", shown: "Shift+F6" },
  toText: { keys: "Escape", shown: "Esc" },
} as const satisfies Record<string, { readonly keys: string | null; readonly shown: string }>;

/** A key the editor answers by itself has null `keys`: it is shown, and not listened for twice. */
export type KeyName = keyof typeof KEYMAP;
