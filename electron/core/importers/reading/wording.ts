/**
 * How names are compared: without case, punctuation, list numbers or the kind of apostrophe.
 * “2.2 Experiences and progress of care leavers” becomes “experiences and progress of care leavers”.
 */
export const plainWording = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/['’‘`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:\d+ )+/, "");

/** True when `phrase` stands in `text` as whole words; both already in plain wording. */
export const mentions = (text: string, phrase: string): boolean =>
  // A whole report may be asked again and again, and is not copied for it.
  text === phrase ||
  text.startsWith(`${phrase} `) ||
  text.endsWith(` ${phrase}`) ||
  text.includes(` ${phrase} `);
