import { useCallback, useMemo } from "react";
import { z } from "zod";
import type { ReportId } from "#shared/domain/ids.ts";
import type { ReportSummary } from "#shared/domain/report.ts";
import { useSettings } from "#renderer/api/use-settings.ts";

const RECENT_SETTING = "recent-reports";
const PINNED_SETTING = "pinned-reports";
/** Newest first; more would be a second list of everything. */
const MOST_RECENT = 12;
/** As many ids as one setting holds with room to spare. */
const MOST_PINNED = 60;
const SHOWN_RECENT = 5;

const Ids = z.array(z.string());

function readIds(stored: string | null): readonly string[] {
  try {
    return stored === null ? [] : Ids.parse(JSON.parse(stored));
  } catch {
    return [];
  }
}

export interface Shelf {
  readonly ready: boolean;
  readonly recent: readonly string[];
  readonly pinned: readonly string[];
  readonly noteOpened: (reportId: ReportId) => void;
  /** False when there is no room for another. */
  readonly pin: (reportId: ReportId, pinned: boolean) => boolean;
}

/** Which reports were opened last, and which are kept at hand; with the library, so they are there after a restart. */
export function useShelf(): Shelf {
  const { ready, read, write } = useSettings();
  const storedRecent = read(RECENT_SETTING);
  const storedPinned = read(PINNED_SETTING);
  const recent = useMemo(() => readIds(storedRecent), [storedRecent]);
  const pinned = useMemo(() => readIds(storedPinned), [storedPinned]);
  const noteOpened = useCallback(
    (reportId: ReportId) => {
      if (recent[0] === reportId) return;
      const others = recent.filter((id) => id !== reportId);
      write(RECENT_SETTING, JSON.stringify([reportId, ...others].slice(0, MOST_RECENT)));
    },
    [recent, write],
  );
  const pin = useCallback(
    (reportId: ReportId, isPinned: boolean) => {
      const others = pinned.filter((id) => id !== reportId);
      if (isPinned && others.length >= MOST_PINNED) return false;
      write(PINNED_SETTING, JSON.stringify(isPinned ? [...others, reportId] : others));
      return true;
    },
    [pinned, write],
  );
  return { ready, recent, pinned, noteOpened, pin };
}

export interface ShelfGroup {
  /** Null when there is only one and it needs no name. */
  readonly title: string | null;
  readonly reports: readonly ReportSummary[];
  /** Said where it holds none; without it, an empty group is not shown. */
  readonly empty?: string;
}

/**
 * Pinned reports in the order they were pinned, those opened last, then the others as they come. None is in two.
 *
 * @param above what stands above them
 */
export function shelfGroups(
  reports: readonly ReportSummary[],
  pinned: readonly string[],
  recent: readonly string[],
  above: readonly ShelfGroup[] = [],
): ShelfGroup[] {
  const byId = new Map<string, ReportSummary>(reports.map((report) => [report.id, report]));
  for (const group of above) for (const { id } of group.reports) byId.delete(id);
  const take = (ids: readonly string[], most: number): ReportSummary[] => {
    const taken = ids.flatMap((id) => byId.get(id) ?? []).slice(0, most);
    for (const { id } of taken) byId.delete(id);
    return taken;
  };
  const groups: ShelfGroup[] = [
    { title: "Pinned", reports: take(pinned, MOST_PINNED) },
    { title: "Recent", reports: take(recent, SHOWN_RECENT) },
    { title: "Other reports", reports: [...byId.values()] },
  ].filter((group) => group.reports.length > 0);
  if (above.length > 0) return [...above, ...groups];
  const only = groups.length === 1 ? groups[0] : undefined;
  return only && only.title !== "Pinned" ? [{ ...only, title: null }] : groups;
}
