/** Path of Electron's binary, or null. */
export function findElectron(): string | null;
/** Fetches the binary where the network allows it; null when it does not. */
export function fetchElectron(): string | null;
