import { createStore } from "zustand/vanilla";

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: "plain" | "fault";
  /** 0 to 1 while something is under way; null otherwise. Such a notice stays until it is replaced or closed. */
  readonly progress: number | null;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

let lastId = 0;

/** More than these would lie over the work. What tells of a fault, or of what is under way, does not count. */
const MOST = 2;

export const notices = createStore<readonly Notice[]>(() => []);

/** Says something in the corner; answers the id by which it can be changed or taken away. */
export function notify(text: string, options: Partial<Omit<Notice, "id" | "text">> = {}): number {
  const notice: Notice = { id: ++lastId, text, tone: "plain", progress: null, action: null, ...options };
  notices.setState((shown) => {
    const passing = shown.filter(({ tone, progress }) => tone === "plain" && progress === null);
    const gone = new Set(passing.slice(0, Math.max(0, passing.length + 1 - MOST)));
    return [...shown.filter((each) => !gone.has(each)), notice];
  }, true);
  return notice.id;
}

export function changeNotice(id: number, change: Partial<Omit<Notice, "id">>): void {
  notices.setState((shown) => shown.map((n) => (n.id === id ? { ...n, ...change } : n)), true);
}

export function closeNotice(id: number): void {
  notices.setState((shown) => shown.filter((notice) => notice.id !== id), true);
}

/** Takes away what offered a way back from another screen: there it would no longer apply. */
export function leaveNotices(): void {
  notices.setState((shown) => shown.filter(({ action, progress }) => !action || progress !== null), true);
}
