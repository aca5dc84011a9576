import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import type { Command } from "#renderer/commands/command.ts";
import { KEYMAP } from "#renderer/commands/keymap.ts";
import { notify } from "#renderer/ui/notify.ts";

/** Does what a command is for, or says why that cannot be done now. */
export function runCommand({ whyNot, run }: Command): void {
  if (whyNot) notify(whyNot);
  else run();
}

/** Listens for the keys of the commands, everywhere but inside an open dialogue or menu: `inOverlay` is for one of those. */
export function useKeys(commands: readonly Command[], active: boolean, inOverlay = false): void {
  useEffect(() => {
    if (!active) return;
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of commands) {
      if (!command.key) continue;
      for (const keys of KEYMAP[command.key].keys)
        bindings[keys] = (event) => {
          if (event.defaultPrevented || (!inOverlay && isInOverlay(event.target))) return;
          event.preventDefault();
          runCommand(command);
        };
    }
    return tinykeys(window, bindings, { ignore: (event) => event.isComposing || event.repeat });
  }, [commands, active, inOverlay]);
}

const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
