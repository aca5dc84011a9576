import { z } from "zod";

export const RECENT_COMMANDS_SETTING = "recent-commands";
/** As many as one takes in at a glance. */
const MOST_RECENT = 5;

const Ids = z.array(z.string().max(200)).catch([]);

/** Newest first; anything unreadable is no memory at all. */
export function readRecentCommands(stored: string | null): string[] {
  try {
    return stored === null ? [] : Ids.parse(JSON.parse(stored));
  } catch {
    return [];
  }
}

export const withRecentCommand = (recent: readonly string[], id: string): string =>
  JSON.stringify([id, ...recent.filter((other) => other !== id)].slice(0, MOST_RECENT));
