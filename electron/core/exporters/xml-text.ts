/**
 * Drops what XML 1.0 forbids (a pasted form feed makes Word refuse the whole file) and lone surrogates.
 * Source: XML 1.0, production [2] Char.
 */
export const xmlText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are the point here
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
