/** A place as somebody outside wrote it down. */
export interface SaidPlace {
  /** Of the paragraph, as printed. */
  readonly number: number;
  /** What stood before the point of “2.14”; null where there was none. */
  readonly before: number | null;
  /** Which bullet below the paragraph, from 1; null for the paragraph itself. */
  readonly bullet: number | null;
}

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
/** Numbers of something that is no paragraph: pages and lines of a file shift from reader to reader. */
const ELSEWHERE =
  /\b(?:pages?|pgs?|pp?|lines?|sentences?|rows?|tables?|figures?|sections?|sect|secs?|chapters?|parts?|annex|columns?)\b\.?\s*(?:no\.?\s*)?\d+(?:\.\d+)*(?:\s*(?:-|to)\s*\d+)?/g;
const BULLETS =
  /\b(?:(bullets)|bullet)(?:\s*points?)?\s*(?:no\.?\s*)?(\d{1,2}(?:\s*(?:,|and|&|-|to)\s*\d{1,2})*)/;
const ORDINAL_BULLET = new RegExp(
  `\\b(${ORDINALS.join("|")}|(\\d{1,2})(?:st|nd|rd|th))\\s+(?:bullet|item|point|sub-?point)`,
);
const NUMBER =
  /(?<![\d.])(\d{1,4})(?:\.(\d{1,4}))?(?!\d)(?:\s*\(?([a-z])\)?(?![a-z]))?(?:\s*(?:-|to)\s*(\d{1,4})(?![\d.]))?/g;
/** A longer range is more likely a year or a slip than a run of paragraphs. */
const LONGEST_RANGE = 20;

/** The paragraphs a place names, in the order it names them: “14 and 15”, “para 14, bullet 2”, “2.14”, “14–16”. */
export function saidPlaces(text: string): SaidPlace[] {
  const clean = text
    .toLowerCase()
    .replace(/[‐-―−]/g, "-")
    .replace(/(\d)\s*\.\s*(?=\D|$)/g, "$1 ")
    .replace(ELSEWHERE, " ");
  return clean.split(/[;\n]/).flatMap(placesIn);
}

function placesIn(segment: string): SaidPlace[] {
  const bullets: number[] = [];
  let rest = segment;
  const named = BULLETS.exec(segment);
  const ordinal = named ? null : ORDINAL_BULLET.exec(segment);
  if (named) {
    // “Bullet 2 and 15”: only the plural takes more than one number.
    const list = named[1] ? named[2]! : /\d{1,2}/.exec(named[2]!)![0];
    bullets.push(...listedNumbers(list));
    rest =
      segment.slice(0, named.index) + " " + segment.slice(named.index + named[0].indexOf(list) + list.length);
  } else if (ordinal) {
    bullets.push(ordinal[2] ? Number(ordinal[2]) : ORDINALS.indexOf(ordinal[1]!) + 1);
    rest = segment.replace(ordinal[0], " ");
  }
  const places = [...rest.matchAll(NUMBER)].flatMap(([, first, after, letter, last]): SaidPlace[] => {
    const number = Number(after ?? first);
    const before = after === undefined ? null : Number(first);
    const bullet = letter === undefined ? null : letter.charCodeAt(0) - 96;
    const end = last === undefined ? number : Number(last);
    if (end < number || end - number > LONGEST_RANGE) return [{ number, before, bullet }];
    return Array.from({ length: end - number + 1 }, (_, step) => ({ number: number + step, before, bullet }));
  });
  const [at, ...others] = places;
  if (bullets.length === 0 || !at) return places;
  return [...bullets.map((bullet) => ({ ...at, bullet })), ...others];
}

function listedNumbers(list: string): number[] {
  const range = /^(\d+)\s*(?:-|to)\s*(\d+)$/.exec(list.trim());
  if (!range) return (list.match(/\d+/g) ?? []).map(Number);
  const [from, to] = [Number(range[1]), Number(range[2])];
  return to < from
    ? [from, to]
    : Array.from({ length: Math.min(to - from, LONGEST_RANGE) + 1 }, (_, n) => from + n);
}
