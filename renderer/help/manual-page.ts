/** A page of the manual as the build makes it out of Markdown: nothing in it can be markup of its own. */
export interface ManualPage {
  readonly title: string;
  readonly parts: readonly ManualPart[];
}

export type ManualPart =
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly id: string;
      readonly words: readonly ManualWords[];
    }
  | { readonly kind: "paragraph" | "note"; readonly words: readonly ManualWords[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly members: readonly (readonly ManualPart[])[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly ManualCell[];
      readonly rows: readonly (readonly ManualCell[])[];
    };

export type ManualCell = readonly ManualWords[];

export type ManualWords =
  | string
  | { readonly kind: "strong" | "emphasis"; readonly words: readonly ManualWords[] }
  /** What is typed or pressed. */
  | { readonly kind: "key"; readonly keys: string }
  /** To another page, by its name. */
  | { readonly kind: "link"; readonly page: string; readonly words: readonly ManualWords[] }
  /** By its file name in the folder of pictures. */
  | { readonly kind: "picture"; readonly name: string; readonly says: string };

/** The words as they are read. */
export const plainWords = (words: readonly ManualWords[]): string =>
  words
    .map((word) => {
      if (typeof word === "string") return word;
      if (word.kind === "key") return word.keys;
      return word.kind === "picture" ? "" : plainWords(word.words);
    })
    .join("");
