import type { Inline } from "#shared/domain/block.ts";

/** The smallest thing that is taken or left as a whole: a word, a space, a mark of punctuation, a reference. */
export interface Token {
  /** Equal for tokens that say the same in the same way. */
  readonly key: string;
  readonly inline: Inline;
}

const WORDS = /[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*|\s+|[^\s\p{L}\p{N}]/gu;

/** What a text is made of; references and figures are one token each, whatever they print. */
export function tokensOf(inlines: readonly Inline[]): Token[] {
  return inlines.flatMap((inline): Token[] => {
    switch (inline.kind) {
      case "text": {
        const look = `${inline.bold ? "b" : ""}${inline.italic ? "i" : ""} ${inline.href ?? ""}`;
        return (inline.text.match(WORDS) ?? []).map((text) => ({
          key: `text ${look} ${text}`,
          inline: { ...inline, text },
        }));
      }
      case "evidence":
        return [{ key: `evidence ${inline.evidenceId}`, inline }];
      case "figure":
        return [{ key: `figure ${inline.figureId} ${inline.text}`, inline }];
      case "reference":
        // The number is printed anew wherever it is read.
        return [{ key: `reference ${inline.blockId}`, inline }];
      case "note":
        return [{ key: `note ${inline.blockId}`, inline }];
    }
  });
}

/** The tokens as runs again, those of one look as one. */
export function inlinesOf(tokens: readonly Token[]): Inline[] {
  const inlines: Inline[] = [];
  for (const { inline } of tokens) {
    const last = inlines.at(-1);
    if (last?.kind === "text" && inline.kind === "text" && sameLook(last, inline))
      inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
    else inlines.push(inline);
  }
  return inlines;
}

type TextInline = Extract<Inline, { kind: "text" }>;
const sameLook = (a: TextInline, b: TextInline): boolean =>
  Boolean(a.bold) === Boolean(b.bold) && Boolean(a.italic) === Boolean(b.italic) && a.href === b.href;

export const isSpace = ({ inline }: Token): boolean => inline.kind === "text" && inline.text.trim() === "";
