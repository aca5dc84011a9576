/**
 * Does work once what is on the page now has been drawn: what a reader does not wait for. A page nobody sees draws
 * nothing, and does not wait.
 *
 * @returns calls it off
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer = setTimeout(work);
  };
  if (document.visibilityState === "hidden") soon();
  const frame = timer === undefined ? requestAnimationFrame(soon) : null;
  return () => {
    if (frame !== null) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
