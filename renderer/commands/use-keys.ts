import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import type { Command } from "#renderer/commands/command.ts";
import { KEYMAP } from "#renderer/commands/keymap.ts";

/** Listens for the keys of the commands, everywhere but inside an open dialogue or menu. */
export function useKeys(commands: readonly Command[], active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of commands) {
      const keys = command.key && KEYMAP[command.key].keys;
      if (!keys) continue;
      bindings[keys] = (event) => {
        if (event.defaultPrevented || isInOverlay(event.target)) return;
        event.preventDefault();
        command.run();
      };
    }
    return tinykeys(window, bindings, { ignore: (event) => event.isComposing || event.repeat });
  }, [commands, active]);
}

const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
