import type { KeyName } from "#renderer/commands/keymap.ts";

/** Something the user can ask for by name. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly key?: KeyName;
  readonly run: () => void;
}
