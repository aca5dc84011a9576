const OURS = "plumbline:";

/** Tag of the content control that a block is exported in. Word takes 64 characters at the most. */
export const controlTag = (id: string): string => OURS + id;

/** The block, or the generated part, that a control's tag names; null for a control from elsewhere. */
export const taggedId = (tag: string): string | null =>
  tag.startsWith(OURS) ? tag.slice(OURS.length) : null;

/** Word allows letters, digits and underscores, 40 at the most, a letter first. Source: ECMA-376 part 1, 17.13.6.2. */
export const bookmarkName = (blockId: string): string =>
  `b_${blockId.replace(/[^A-Za-z0-9]/g, "")}`.slice(0, 40);

/** Properties of an exported file that say what it is a copy of. */
export const SENT_REPORT = "PlumblineReport";
export const SENT_REVISION = "PlumblineRevision";
