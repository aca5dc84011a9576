/**
 * A keyword in the properties of our PDF, with the page its text begins on: what stands before, the cover and the
 * contents, is made of the report and is no part of its text when the file comes back.
 */
export const OWN_PDF = "Plumbline report, text from page ";

/** The same for our Word file, of which other programs make PDFs: where its text begins only they know. */
export const OWN_WORD = "Plumbline report with its text behind the contents";
