import { MenuOption } from "@lexical/react/LexicalTypeaheadMenuPlugin";
import { paragraphNumbers, textOf, type Block } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Figure } from "#shared/domain/figure.ts";
import type { BlockId, EvidenceId } from "#shared/domain/ids.ts";

/** What a choice in the menu puts in the text. */
export type LinkChoice =
  | { readonly kind: "evidence"; readonly evidenceId: EvidenceId }
  | { readonly kind: "reference"; readonly blockId: BlockId; readonly number: number }
  | { readonly kind: "figure"; readonly figure: Figure }
  | { readonly kind: "new-figure"; readonly value: string; readonly label: string };

/** One line of the menu: what it is known by, and a few of its words. */
export class LinkOption extends MenuOption {
  readonly name: string;
  readonly words: string;
  readonly choice: LinkChoice;

  constructor(key: string, name: string, words: string, choice: LinkChoice) {
    super(key);
    this.name = name;
    this.words = words;
    this.choice = choice;
  }
}

/** Which of the two menus is open: “[[” or “##”. */
export type Trigger = "[[" | "##";

export interface LinkMatch {
  readonly trigger: Trigger;
  readonly query: string;
}

const TRIGGERED = /(\[\[|##)([^[\]#\n]{0,60})$/u;

/** The menu that the words before the caret ask for, and what they ask of it. */
export function linkMatch(before: string): LinkMatch | null {
  const match = TRIGGERED.exec(before);
  return match && { trigger: match[1] as Trigger, query: match[2]! };
}

const SHOWN = 8;
const fold = (text: string): string => text.toLocaleLowerCase("en-GB");
const has = (text: string, query: string): boolean =>
  fold(query)
    .split(/\s+/)
    .every((word) => fold(text).includes(word));

export interface LinkSource {
  readonly blocks: readonly Block[];
  readonly evidence: readonly Evidence[];
  readonly figures: readonly Figure[];
}

/** Evidence, and paragraphs by number or words. */
export function evidenceOptions({ blocks, evidence }: LinkSource, query: string): LinkOption[] {
  const items = evidence
    .filter((item) => has(`${item.reference} ${item.title} ${item.source}`, query))
    .map(
      (item) =>
        new LinkOption(`e-${item.id}`, item.reference, item.title, { kind: "evidence", evidenceId: item.id }),
    );
  return [...items.slice(0, SHOWN), ...paragraphOptions(blocks, query).slice(0, SHOWN)];
}

function paragraphOptions(blocks: readonly Block[], query: string): LinkOption[] {
  const numbers = paragraphNumbers(blocks);
  const wanted = /^(?:p|para|paragraph|¶)?\s*(\d+)$/iu.exec(query.trim())?.[1];
  return blocks.flatMap((block) => {
    const number = numbers.get(block.id);
    if (number === undefined) return [];
    const text = textOf(block);
    if (wanted === undefined ? !has(text, query) : !String(number).startsWith(wanted)) return [];
    return [
      new LinkOption(`p-${block.id}`, `Paragraph ${number}`, text.slice(0, 90), {
        kind: "reference",
        blockId: block.id,
        number,
      }),
    ];
  });
}

/** Figures of the register, and a new one from what was typed: “##469 children looked after”. */
export function figureOptions({ figures }: LinkSource, query: string): LinkOption[] {
  const known = figures
    .filter((figure) => has(`${figure.value} ${figure.label}`, query))
    .slice(0, SHOWN)
    .map(
      (figure) => new LinkOption(`f-${figure.id}`, figure.value, figure.label, { kind: "figure", figure }),
    );
  const said = /^\s*([£€]?\d[\d,.]*(?:\s?(?:%|per cent|million|m|k))?)\s+(\S.*)$/iu.exec(query);
  if (!said) return known;
  const [, value, label] = said;
  const made = { kind: "new-figure", value: value!.trim(), label: label!.trim() } as const;
  return [...known, new LinkOption("f-new", made.value, `New figure: ${made.label}`, made)];
}
