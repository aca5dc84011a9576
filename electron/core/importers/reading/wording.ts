/** What stands between words, where it is anything but the one space it is to become: most of a text is left as it is. */
const NOT_WORDS = / *[^\p{L}\p{N} ][^\p{L}\p{N}]*| {2,}/gu;

/**
 * How names are compared: without case, punctuation, list numbers or the kind of apostrophe.
 * “2.2 Experiences and progress of care leavers” becomes “experiences and progress of care leavers”.
 */
export const plainWording = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/['’‘`´]/g, "")
    .replace(NOT_WORDS, " ")
    .trim()
    .replace(/^(?:\d+ )+/, "");

/** True when `phrase` stands in `text` as whole words; both already in plain wording. */
export const mentions = (text: string, phrase: string): boolean =>
  // A whole report may be asked again and again, and is not copied for it.
  text === phrase ||
  text.startsWith(`${phrase} `) ||
  text.endsWith(` ${phrase}`) ||
  text.includes(` ${phrase} `);
