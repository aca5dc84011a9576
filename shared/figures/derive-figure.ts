import { Fault } from "#shared/fault.ts";
import type { Figure } from "#shared/domain/figure.ts";
import type { FigureId } from "#shared/domain/ids.ts";
import { printedNumber, printNumber, type PrintedNumber } from "#shared/figures/printed-number.ts";

export type Derivation = NonNullable<Figure["derived"]>;

/** How each kind follows from its figures, and how it is rounded, for those who read the register. */
export const DERIVATION_WORDS: Readonly<Record<Derivation["kind"], string>> = {
  sum: "All of them added up, with as many decimals as the most exact.",
  share: "The first as a percentage of the second, rounded to a whole per cent.",
  change:
    "From the first to the second as a percentage of the first, rounded to a whole per cent; between two percentages, in percentage points.",
};

/**
 * What a derived figure prints.
 *
 * @param operands the figures it follows from, in their order
 * @throws Fault `bad-input`: too few or too many, not numbers, of two sorts, or divided by nought
 */
export function derivedValue(kind: Derivation["kind"], operands: readonly Figure[]): string {
  if (kind === "sum" ? operands.length < 2 : operands.length !== 2)
    throw bad(
      kind === "sum" ? "A sum needs two figures or more." : `A ${kind} needs two figures.`,
      "Choose the figures it follows from.",
    );
  const numbers = operands.map((figure) => {
    const number = printedNumber(figure.value);
    if (number) return number;
    throw bad(
      `“${figure.value}” (${figure.label}) is no number in digits, so nothing can be worked out from it.`,
      "Give that figure in digits, or leave it out.",
    );
  });
  const [first, second] = [numbers[0]!, numbers[1]!];
  if (numbers.some(({ sign, percent }) => sign !== first.sign || percent !== first.percent))
    throw bad(
      "Percentages, sums of money and counts cannot be worked out together.",
      "Choose figures of one sort.",
    );
  if (kind === "sum") return printNumber(sumOf(numbers), manner(numbers));
  if (kind === "change" && first.percent)
    return printNumber(second.amount - first.amount, {
      sign: "",
      suffix: " percentage points",
      decimals: Math.max(first.decimals, second.decimals),
    });
  const whole = kind === "share" ? second : first;
  if (whole.amount === 0)
    throw bad(
      `A ${kind} of nought cannot be worked out.`,
      "Choose a figure above nought to measure it against.",
    );
  const part = kind === "share" ? first.amount : second.amount - first.amount;
  return printNumber(away((100 * part) / whole.amount), { sign: "", suffix: "%", decimals: 0 });
}

/** Half goes away from nought, though 100 × 0.285 falls just short of 28.5. */
const away = (percent: number): number =>
  Math.sign(percent) * Math.round(Number(Math.abs(percent).toPrecision(12)));

/** In whole units of the last decimal, so that 0.1 + 0.2 is 0.3. */
function sumOf(numbers: readonly PrintedNumber[]): number {
  const sum = numbers.reduce((running, { amount }) => running + amount, 0);
  return Number(sum.toPrecision(15));
}

/** As its parts are printed; in full where they are printed in several ways. */
function manner(numbers: readonly PrintedNumber[]): Pick<PrintedNumber, "sign" | "suffix" | "decimals"> {
  const { sign, suffix, percent } = numbers[0]!;
  const alike = numbers.every((number) => number.suffix === suffix);
  return {
    sign,
    suffix: alike ? suffix : percent ? "%" : "",
    decimals: alike || percent ? Math.max(...numbers.map(({ decimals }) => decimals)) : 0,
  };
}

/** The figures that follow from this one, by however many steps, in the order of the register. */
export function followersOf(figures: readonly Figure[], id: FigureId): Figure[] {
  const found = new Set([id]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const figure of figures) if (figure.derived?.of.some((of) => found.has(of))) found.add(figure.id);
  }
  return figures.filter((figure) => figure.id !== id && found.has(figure.id));
}

/**
 * The register with one figure added or changed, and everything that follows from it worked out again.
 *
 * @returns `figures` in order, and those of them that are `changed`, the given one first
 * @throws Fault `bad-input` when it would follow from itself, from a figure that is gone, or from what is no number
 */
export function putInRegister(
  figures: readonly Figure[],
  figure: Figure,
): { figures: Figure[]; changed: Figure[] } {
  const known = figures.some(({ id }) => id === figure.id);
  const next = new Map((known ? figures : [...figures, figure]).map((each) => [each.id, each]));
  next.set(figure.id, figure);
  const settled = new Set<FigureId>();
  const under = new Set<FigureId>();
  const settle = (id: FigureId): Figure => {
    const one = next.get(id);
    if (!one)
      throw bad(
        "A figure this one follows from is not on the register.",
        "Choose the figures it follows from anew.",
      );
    if (settled.has(id) || !one.derived) return one;
    if (under.has(id))
      throw bad(
        `“${one.label}” would follow from itself.`,
        "Choose figures that do not themselves follow from it.",
      );
    under.add(id);
    const value = derivedValue(one.derived.kind, one.derived.of.map(settle));
    under.delete(id);
    settled.add(id);
    const worked = value === one.value ? one : { ...one, value };
    next.set(id, worked);
    return worked;
  };
  const followers = followersOf([...next.values()], figure.id);
  const own = settle(figure.id);
  for (const { id } of followers) settle(id);
  const before = new Map(figures.map((each) => [each.id, each]));
  return {
    figures: [...next.values()],
    changed: [
      own,
      ...followers.flatMap(({ id }) =>
        next.get(id)!.value === before.get(id)!.value ? [] : [next.get(id)!],
      ),
    ],
  };
}

const bad = (message: string, remedy: string): Fault => new Fault("bad-input", message, remedy);
