interface Key {
  /** What it does, as the palette and the manual say it. */
  readonly does: string;
  readonly where: "Everywhere" | "Library" | "Report" | "Writing" | "Find and spelling" | "Comparison";
  /** What is listened for. Empty where the editor or the browser answers by itself: shown, not listened for twice. */
  readonly keys: readonly string[];
  readonly shown: string;
}

/** Every key of the workstation, in one table: menus, palette, help, manual and handlers all read it here. */
export const KEYMAP = {
  help: { does: "Help", where: "Everywhere", keys: ["F1"], shown: "F1" },
  palette: {
    does: "Go to or do anything",
    where: "Everywhere",
    keys: ["$mod+k", "Alt+q"],
    shown: "Ctrl+K or Alt+Q",
  },
  newReport: { does: "New report…", where: "Library", keys: ["$mod+n"], shown: "Ctrl+N" },
  search: { does: "Search all reports", where: "Library", keys: ["$mod+f"], shown: "Ctrl+F" },
  library: { does: "Back to the library", where: "Report", keys: ["$mod+o"], shown: "Ctrl+O" },
  save: { does: "Save now", where: "Report", keys: ["$mod+s"], shown: "Ctrl+S" },
  print: { does: "Export as PDF", where: "Report", keys: ["$mod+p"], shown: "Ctrl+P" },
  preview: { does: "Preview of the pages", where: "Report", keys: ["$mod+Alt+p"], shown: "Ctrl+Alt+P" },
  nextFinding: { does: "Next finding", where: "Report", keys: ["F7"], shown: "F7" },
  previousFinding: { does: "Previous finding", where: "Report", keys: ["Shift+F7"], shown: "Shift+F7" },
  comment: {
    does: "Comment on the selected words",
    where: "Report",
    keys: ["$mod+Alt+m"],
    shown: "Ctrl+Alt+M",
  },
  quickEvidence: { does: "Write evidence down", where: "Report", keys: ["$mod+e"], shown: "Ctrl+E" },
  evidenceTable: { does: "Table of evidence", where: "Report", keys: ["F9"], shown: "F9" },
  gradeMatrix: { does: "Grade matrix", where: "Report", keys: ["$mod+Alt+j"], shown: "Ctrl+Alt+J" },
  factualAccuracy: {
    does: "Factual accuracy: comments and answers",
    where: "Report",
    keys: ["$mod+Alt+k"],
    shown: "Ctrl+Alt+K",
  },
  wordCount: {
    does: "Count words by section",
    where: "Report",
    keys: ["$mod+Shift+g"],
    shown: "Ctrl+Shift+G",
  },
  nextRegion: { does: "Next part of the screen", where: "Report", keys: ["F6"], shown: "F6" },
  previousRegion: {
    does: "Previous part of the screen",
    where: "Report",
    keys: ["Shift+F6"],
    shown: "Shift+F6",
  },
  toText: { does: "Back to the text", where: "Report", keys: ["Escape"], shown: "Esc" },
  zoomIn: { does: "Larger page", where: "Report", keys: [], shown: "Ctrl++" },
  zoomOut: { does: "Smaller page", where: "Report", keys: [], shown: "Ctrl+−" },
  zoomReset: { does: "Page at 100%", where: "Report", keys: [], shown: "Ctrl+0" },
  bold: { does: "Bold", where: "Writing", keys: [], shown: "Ctrl+B" },
  italic: { does: "Italic", where: "Writing", keys: [], shown: "Ctrl+I" },
  undo: { does: "Undo", where: "Writing", keys: [], shown: "Ctrl+Z" },
  redo: { does: "Redo", where: "Writing", keys: [], shown: "Ctrl+Y" },
  cut: { does: "Cut", where: "Writing", keys: [], shown: "Ctrl+X" },
  copy: { does: "Copy", where: "Writing", keys: [], shown: "Ctrl+C" },
  paste: { does: "Paste", where: "Writing", keys: [], shown: "Ctrl+V" },
  pastePlain: { does: "Paste the words alone", where: "Writing", keys: [], shown: "Ctrl+Shift+V" },
  selectAll: { does: "Select everything", where: "Writing", keys: [], shown: "Ctrl+A" },
  paragraph: {
    does: "Numbered paragraph",
    where: "Writing",
    keys: ["$mod+Shift+n"],
    shown: "Ctrl+Shift+N",
  },
  heading1: { does: "Heading 1", where: "Writing", keys: ["$mod+Alt+1"], shown: "Ctrl+Alt+1" },
  heading2: { does: "Heading 2", where: "Writing", keys: ["$mod+Alt+2"], shown: "Ctrl+Alt+2" },
  heading3: { does: "Heading 3", where: "Writing", keys: ["$mod+Alt+3"], shown: "Ctrl+Alt+3" },
  bullet: { does: "Bullet", where: "Writing", keys: ["$mod+Shift+l"], shown: "Ctrl+Shift+L" },
  promote: { does: "One level up", where: "Writing", keys: ["Alt+Shift+ArrowLeft"], shown: "Alt+Shift+←" },
  demote: { does: "One level down", where: "Writing", keys: ["Alt+Shift+ArrowRight"], shown: "Alt+Shift+→" },
  moveUp: {
    does: "Move the paragraph up",
    where: "Writing",
    keys: ["Alt+Shift+ArrowUp"],
    shown: "Alt+Shift+↑",
  },
  moveDown: {
    does: "Move the paragraph down",
    where: "Writing",
    keys: ["Alt+Shift+ArrowDown"],
    shown: "Alt+Shift+↓",
  },
  footnote: { does: "Footnote", where: "Writing", keys: ["$mod+Alt+f"], shown: "Ctrl+Alt+F" },
  ties: { does: "Tie to areas…", where: "Writing", keys: ["$mod+Alt+t"], shown: "Ctrl+Alt+T" },
  tieSuggested: {
    does: "Tie the evidence suggested first",
    where: "Writing",
    keys: ["$mod+Alt+e"],
    shown: "Ctrl+Alt+E",
  },
  thread: { does: "Golden thread", where: "Report", keys: ["$mod+Alt+l"], shown: "Ctrl+Alt+L" },
  margin: {
    does: "What stands in the margin of this paragraph",
    where: "Writing",
    keys: ["$mod+Alt+g"],
    shown: "Ctrl+Alt+G",
  },
  find: { does: "Find", where: "Find and spelling", keys: ["$mod+f"], shown: "Ctrl+F" },
  replace: { does: "Find and replace", where: "Find and spelling", keys: ["$mod+h"], shown: "Ctrl+H" },
  findNext: { does: "Find next", where: "Find and spelling", keys: ["F3"], shown: "F3" },
  findPrevious: { does: "Find previous", where: "Find and spelling", keys: ["Shift+F3"], shown: "Shift+F3" },
  nextSpelling: { does: "Next spelling mark", where: "Find and spelling", keys: ["Alt+F7"], shown: "Alt+F7" },
  spellingMenu: {
    does: "Menu of the word or paragraph at the caret",
    where: "Find and spelling",
    keys: ["Shift+F10"],
    shown: "Shift+F10",
  },
  nextChange: { does: "Next change", where: "Comparison", keys: ["F8"], shown: "F8" },
  previousChange: { does: "Previous change", where: "Comparison", keys: ["Shift+F8"], shown: "Shift+F8" },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof KEYMAP;
