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
  nextFinding: { keys: "F7", shown: "F7" },
  previousFinding: { keys: "Shift+F7", shown: "Shift+F7" },
  find: { keys: "$mod+f", shown: "Ctrl+F" },
  replace: { keys: "$mod+h", shown: "Ctrl+H" },
  findNext: { keys: "F3", shown: "F3" },
  findPrevious: { keys: "Shift+F3", shown: "Shift+F3" },
  nextSpelling: { keys: "Alt+F7", shown: "Alt+F7" },
  spellingMenu: { keys: "Shift+F10", shown: "Shift+F10" },
  wordCount: { keys: "$mod+Shift+g", shown: "Ctrl+Shift+G" },
  zoomIn: { keys: null, shown: "Ctrl++" },
  zoomOut: { keys: null, shown: "Ctrl+−" },
  zoomReset: { keys: null, shown: "Ctrl+0" },
  nextRegion: { keys: "F6", shown: "F6" },
  previousRegion: { keys: "Shift+F6", shown: "Shift+F6" },
  toText: { keys: "Escape", shown: "Esc" },
} as const satisfies Record<string, { readonly keys: string | null; readonly shown: string }>;

/** A key the editor answers by itself has null `keys`: it is shown, and not listened for twice. */
export type KeyName = keyof typeof KEYMAP;
