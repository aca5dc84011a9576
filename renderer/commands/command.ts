import type { KeyName } from "#renderer/commands/keymap.ts";

/** Something the user can ask for by name. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly key?: KeyName;
  /** Why it cannot be done just now, and what would change that, in one sentence; null or absent when it can. */
  readonly whyNot?: string | null;
  readonly run: () => void;
}
