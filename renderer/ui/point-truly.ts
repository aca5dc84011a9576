const SAID = "aria-activedescendant";

/**
 * The ref of what holds the field and the list of React Aria’s `Autocomplete`. While somebody types,
 * `aria-activedescendant` follows what is pointed at half a second late, and is then taken for the truth: an arrow back
 * to where it still says, or a list that comes back to it, goes unnoticed, and Enter does what was pointed at before, or
 * nothing (adobe/react-spectrum#8938). Here it is put right before each key.
 */
export function pointTruly(root: HTMLElement | null): (() => void) | undefined {
  if (!root) return undefined;
  let pointedAt: string | null = null;
  /** Once put right here, it is kept right here: React writes only what differs from its own last word. */
  let ours: HTMLInputElement | null = null;
  const listening = new AbortController();
  const listen = (event: string, hear: (event: Event) => void): void =>
    root.addEventListener(event, hear, { capture: true, signal: listening.signal });
  // Pointing is told by events of the library’s own making: the focus itself stays in the field.
  listen("focusin", ({ isTrusted, target }) => {
    if (isTrusted || !(target instanceof HTMLElement) || !target.matches("[role=option], [role=menuitem]"))
      return;
    pointedAt = target.id;
    ours?.setAttribute(SAID, pointedAt);
  });
  listen("react-aria-clear-focus", () => {
    pointedAt = null;
    ours?.removeAttribute(SAID);
    ours = null;
  });
  listen("keydown", ({ isTrusted, target }) => {
    if (!isTrusted || !(target instanceof HTMLInputElement) || pointedAt === null) return;
    if (target.getAttribute(SAID) === pointedAt || !document.getElementById(pointedAt)) return;
    target.setAttribute(SAID, pointedAt);
    ours = target;
  });
  return () => listening.abort();
}
