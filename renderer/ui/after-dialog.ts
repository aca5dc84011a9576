/** Two frames: a dialogue gives the focus back in the one after it has gone. */
const FOCUS_RETURNS_MS = 40;

/** Does something that moves the focus once a dialogue that was just closed has given it back. */
export const afterDialog = (run: () => void): void => void setTimeout(run, FOCUS_RETURNS_MS);
