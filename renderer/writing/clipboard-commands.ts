import type { Command } from "#renderer/commands/command.ts";
import { notify } from "#renderer/ui/notify.ts";

/** The three that every menu of a text has. They act on what has the focus, as their keys do. */
export const CLIPBOARD_COMMANDS: readonly Command[] = [
  { id: "cut", title: "Cut", group: "Text", key: "cut", run: () => void document.execCommand("cut") },
  { id: "copy", title: "Copy", group: "Text", key: "copy", run: () => void document.execCommand("copy") },
  { id: "paste", title: "Paste", group: "Text", key: "paste", run: () => void paste() },
];

/** No page may press Ctrl+V itself: what the clipboard holds is read, and given to the text as a paste. */
async function paste(): Promise<void> {
  const target = document.activeElement;
  const clipboardData = new DataTransfer();
  try {
    for (const item of await navigator.clipboard.read())
      for (const type of item.types)
        if (type.startsWith("text/")) clipboardData.setData(type, await (await item.getType(type)).text());
  } catch {
    notify("The menu was not allowed to read the clipboard. Ctrl+V pastes.");
    return;
  }
  target?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
