/**
 * A keyword in the properties of our PDF, with the page its text begins on: what stands before, the cover and the
 * contents, is made of the report and is no part of its text when the file comes back.
 */
export const OWN_PDF = "Plumbline report, text from page ";
