import { type ManualPage, type ManualPart, plainWords } from "#renderer/help/manual-page.ts";

const FRONT = "README";

/** By name: “writing”. The front page is “README”, as it is in the folder. */
const byFile = import.meta.glob<ManualPage>("../../docs/manual/*.md", { eager: true, import: "default" });
const pictureFiles = import.meta.glob<string>("../../docs/manual/pictures/*.webp", {
  eager: true,
  query: "?url",
  import: "default",
});

const nameOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/, "");

const pages = new Map(Object.entries(byFile).map(([file, page]) => [nameOf(file), page]));
const pictures = new Map(Object.entries(pictureFiles).map(([file, address]) => [nameOf(file), address]));

export interface NamedPage extends ManualPage {
  readonly name: string;
}

/** Every page in the order of the front page's list. */
export const MANUAL: readonly NamedPage[] = [FRONT, ...linksOf(pages.get(FRONT)?.parts ?? [])].flatMap(
  (name) => {
    const page = pages.get(name);
    return page ? [{ name, ...page }] : [];
  },
);

/** The page by that name; the front page when there is none. */
export const pageNamed = (name: string | null): NamedPage =>
  MANUAL.find((page) => page.name === name) ?? MANUAL[0]!;

export const pictureAddress = (name: string): string | undefined => pictures.get(name);

function linksOf(parts: readonly ManualPart[]): string[] {
  return parts.flatMap((part) =>
    part.kind === "list"
      ? part.members.flatMap(linksOf)
      : part.kind === "paragraph"
        ? part.words.flatMap((word) => (typeof word === "object" && word.kind === "link" ? [word.page] : []))
        : [],
  );
}

/** One stretch of a page under one heading, as it is searched. */
export interface ManualPassage {
  readonly page: string;
  readonly title: string;
  /** Null for what stands before the first heading. */
  readonly headingId: string | null;
  readonly heading: string;
  readonly lines: readonly string[];
}

export function passagesOf(pagesOfManual: readonly NamedPage[]): ManualPassage[] {
  return pagesOfManual.flatMap(({ name, title, parts: all }) => {
    // The front page lists the others; they are found as themselves.
    const parts = name === FRONT ? all.filter(({ kind }) => kind === "paragraph") : all;
    const passages: { headingId: string | null; heading: string; lines: string[] }[] = [
      { headingId: null, heading: "", lines: [] },
    ];
    for (const part of parts)
      if (part.kind === "heading")
        passages.push({ headingId: part.id, heading: plainWords(part.words), lines: [] });
      else passages.at(-1)!.lines.push(...linesOf(part));
    return passages
      .filter(({ lines, heading }) => lines.length > 0 || heading !== "")
      .map((passage) => ({ page: name, title, ...passage }));
  });
}

function linesOf(part: ManualPart): string[] {
  switch (part.kind) {
    case "heading":
    case "paragraph":
    case "note":
      return [plainWords(part.words)].filter((line) => line.trim() !== "");
    case "list":
      return part.members.flatMap((member) => member.flatMap(linesOf));
    case "table":
      return part.rows.map((row) => row.map(plainWords).join(": "));
  }
}
