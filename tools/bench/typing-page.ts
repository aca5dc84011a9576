/** What the page itself measures, put into it before anything of its own runs. Times are milliseconds. */
export interface PageTimes {
  /** From the key’s own time to the frame after it has been painted. */
  painted: number[];
  /** Tasks of 50 ms and more. */
  long: number[];
  /** From the press that opened the report to its text on the screen; null until it is there. */
  opened: number | null;
}

declare global {
  interface Window {
    times: PageTimes;
  }
}

/** Runs in the page. The next message after a frame’s callbacks comes once that frame has been handed to the screen. */
export function watchPage(): void {
  const times: PageTimes = { painted: [], long: [], opened: null };
  window.times = times;
  const afterPaint = (then: () => void): void => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(0);
    });
  };
  window.addEventListener(
    "keydown",
    (event) => afterPaint(() => times.painted.push(performance.now() - event.timeStamp)),
    true,
  );
  window.addEventListener(
    "pointerdown",
    (event) => {
      const look = (): void => {
        if (times.opened !== null) return;
        if (document.querySelector("[contenteditable=true] [data-block-id]"))
          afterPaint(() => (times.opened ??= performance.now() - event.timeStamp));
        else requestAnimationFrame(look);
      };
      look();
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) times.long.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
}
