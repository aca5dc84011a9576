import { MenuOption } from "@lexical/react/LexicalTypeaheadMenuPlugin";
import type { Block } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Figure } from "#shared/domain/figure.ts";
import type { BlockId, EvidenceId } from "#shared/domain/ids.ts";
import { findParagraphs, hasWords } from "#renderer/report/find-paragraphs.ts";

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
export interface LinkSource {
  readonly blocks: readonly Block[];
  readonly evidence: readonly Evidence[];
  readonly figures: readonly Figure[];
  /** Where it is asked. */
  readonly blockId: BlockId | null;
}

/**
 * Evidence, and paragraphs by number or words. First what is tied to the paragraph in hand, then what speaks to its
 * areas, and then the rest of the log.
 */
export function evidenceOptions({ blocks, evidence, blockId }: LinkSource, query: string): LinkOption[] {
  const here = blocks.find(({ id }) => id === blockId);
  const distance = ({ id, areaIds }: Evidence): number => {
    if (here?.evidenceIds.includes(id)) return 0;
    return here?.areaIds.some((areaId) => areaIds.includes(areaId)) ? 1 : 2;
  };
  const items = evidence
    .filter((item) => hasWords(`${item.reference} ${item.title} ${item.source}`, query))
    .toSorted((a, b) => distance(a) - distance(b))
    .map(
      (item) =>
        new LinkOption(`e-${item.id}`, item.reference, item.title, { kind: "evidence", evidenceId: item.id }),
    );
  return [...items.slice(0, SHOWN), ...paragraphOptions(blocks, query).slice(0, SHOWN)];
}

const paragraphOptions = (blocks: readonly Block[], query: string): LinkOption[] =>
  findParagraphs(blocks, query).map(
    ({ block, number, words }) =>
      new LinkOption(`p-${block.id}`, `Paragraph ${number}`, words.slice(0, 90), {
        kind: "reference",
        blockId: block.id,
        number,
      }),
  );

/** Figures of the register, and a new one from what was typed: “##469 children looked after”. */
export function figureOptions({ figures }: LinkSource, query: string): LinkOption[] {
  const known = figures
    .filter((figure) => hasWords(`${figure.value} ${figure.label}`, query))
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
