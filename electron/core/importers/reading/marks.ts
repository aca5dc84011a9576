/** A bullet at the head of a text: the usual signs, and those of the Symbol and Wingdings fonts. */
export const BULLET = /^\s*[•◦▪▫■□◼◻●○‣⁃∙·➢➤►\uF000-\uF0FF]\s*(?=\S)/u;

/** A paragraph number at the head of a text: “12.”, “12)”, or “12” and a wide space. */
export const NUMBER = /^\s*(\d{1,3})(?:[.)]\s*(?=[\p{L}‘’'"“(])|[.)]\s+(?=\d)|\s{2,}(?=[\p{Lu}‘“(]))/u;

/** The number a text begins with; null when it begins with none. */
export function numberOf(text: string): number | null {
  const found = NUMBER.exec(text);
  return found ? Number(found[1]) : null;
}
