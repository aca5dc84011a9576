import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import { AreaId as Area } from "#shared/domain/ids.ts";
import type { TextShape } from "#renderer/editor/nodes/block-states.ts";

/** One block of the reference model: as little as can be, and none of the editor's code. `id` is null until seen. */
export interface ModelBlock {
  id: BlockId | null;
  shape: TextShape;
  text: string;
  areaIds: readonly AreaId[];
}

const NUMBERED: TextShape = { kind: "paragraph", numbered: true };

/** What a writer may do; places are taken modulo what there is. */
export type Operation =
  | { readonly op: "type"; readonly block: number; readonly offset: number; readonly text: string }
  | { readonly op: "enter"; readonly block: number; readonly offset: number }
  | { readonly op: "backspace"; readonly block: number; readonly offset: number }
  | { readonly op: "forward-delete"; readonly block: number; readonly offset: number }
  | {
      readonly op: "delete-range";
      readonly block: number;
      readonly offset: number;
      readonly length: number;
      readonly endOffset: number;
    }
  | { readonly op: "turn-into"; readonly block: number; readonly shape: TextShape }
  | { readonly op: "move"; readonly block: number; readonly length: number; readonly up: boolean }
  | { readonly op: "move-before"; readonly block: number; readonly before: number }
  | {
      readonly op: "paste";
      readonly block: number;
      readonly offset: number;
      readonly words: readonly string[];
    }
  | {
      readonly op: "copy";
      readonly block: number;
      readonly length: number;
      readonly to: number;
      readonly toOffset: number;
    }
  | { readonly op: "tie"; readonly block: number; readonly areas: readonly string[] };

export const at = (index: number, length: number): number => (length === 0 ? 0 : index % length);
export const within = (offset: number, text: string): number => offset % (text.length + 1);

const after = (shape: TextShape): TextShape =>
  shape.kind === "heading"
    ? NUMBERED
    : shape.kind === "recommendation"
      ? { ...shape, justifiedBy: [] }
      : shape;

/** A new block beside one: it is tied as that is. */
const beside = (block: ModelBlock, shape: TextShape, text: string): ModelBlock => ({
  id: null,
  shape,
  text,
  areaIds: block.areaIds,
});

/** The blocks once the operation is done: the rules a writer relies on, said as plainly as can be. */
export function apply(blocks: readonly ModelBlock[], operation: Operation): ModelBlock[] {
  const list = blocks.map((block) => ({ ...block }));
  const i = at(operation.block, list.length);
  const block = list[i]!;
  const { text } = block;
  switch (operation.op) {
    case "type": {
      const o = within(operation.offset, text);
      block.text = text.slice(0, o) + operation.text + text.slice(o);
      return list;
    }
    case "enter": {
      const o = within(operation.offset, text);
      if (text === "" && block.shape.kind !== "paragraph") block.shape = NUMBERED;
      else if (o === 0 && text !== "")
        list.splice(i, 0, beside(block, block.shape.kind === "heading" ? NUMBERED : block.shape, ""));
      else {
        block.text = text.slice(0, o);
        list.splice(i + 1, 0, beside(block, after(block.shape), text.slice(o)));
      }
      return list;
    }
    case "backspace": {
      const o = within(operation.offset, text);
      if (o > 0) block.text = text.slice(0, o - 1) + text.slice(o);
      else if (block.shape.kind !== "paragraph") block.shape = NUMBERED;
      else if (i > 0) return join(list, i - 1);
      return list;
    }
    case "forward-delete": {
      const o = within(operation.offset, text);
      if (o < text.length) block.text = text.slice(0, o) + text.slice(o + 1);
      else if (i < list.length - 1) return join(list, i);
      return list;
    }
    case "delete-range": {
      const j = Math.min(list.length - 1, i + operation.length);
      const last = list[j]!;
      const [a, b] = [within(operation.offset, text), within(operation.endOffset, last.text)];
      if (i === j) {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        block.text = text.slice(0, from) + text.slice(to);
        return list;
      }
      block.text = text.slice(0, a) + last.text.slice(b);
      list.splice(i + 1, j - i);
      return list;
    }
    case "turn-into":
      block.shape = turned(block.shape, operation.shape);
      return list;
    case "move": {
      const j = Math.min(list.length - 1, i + operation.length);
      const moved = list.splice(i, j - i + 1);
      const to = operation.up ? i - 1 : i + 1;
      list.splice(Math.max(0, Math.min(list.length, to)), 0, ...moved);
      return list;
    }
    case "move-before": {
      const before = at(operation.before, list.length);
      if (before === i) return list;
      list.splice(i, 1);
      list.splice(before > i ? before - 1 : before, 0, block);
      return list;
    }
    case "paste": {
      const o = within(operation.offset, text);
      const { words } = operation;
      if (words.length === 1) {
        block.text = text.slice(0, o) + words[0]! + text.slice(o);
        return list;
      }
      return insert(
        list,
        i,
        o,
        words.map((each) => beside(block, NUMBERED, each)),
      );
    }
    case "copy": {
      const j = Math.min(list.length - 1, i + operation.length);
      const to = at(operation.to, list.length);
      const o = within(operation.toOffset, list[to]!.text);
      if (i === j) {
        const { text: into } = list[to]!;
        list[to]!.text = into.slice(0, o) + text + into.slice(o);
        return list;
      }
      return insert(
        list,
        to,
        o,
        list.slice(i, j + 1).map((each) => ({ ...each, id: null })),
      );
    }
    case "tie":
      block.areaIds = operation.areas.map((area) => Area.parse(area));
      return list;
  }
}

/** Whole blocks at a place: between the words before it and those after it. */
function insert(list: ModelBlock[], i: number, o: number, blocks: readonly ModelBlock[]): ModelBlock[] {
  const block = list[i]!;
  const { text } = block;
  if (text === "") list.splice(i, 1, ...blocks);
  else if (o === 0) list.splice(i, 0, ...blocks);
  else if (o === text.length) list.splice(i + 1, 0, ...blocks);
  else {
    block.text = text.slice(0, o);
    list.splice(i + 1, 0, ...blocks, beside(block, after(block.shape), text.slice(o)));
  }
  return list;
}

/** The block after one, run into it. An empty one before words leaves nothing behind: those stay as they are. */
function join(list: ModelBlock[], i: number): ModelBlock[] {
  if (list[i]!.text === "" && list[i + 1]!.text !== "") {
    list.splice(i, 1);
    return list;
  }
  list[i]!.text += list[i + 1]!.text;
  list.splice(i + 1, 1);
  return list;
}

function turned(now: TextShape, wanted: TextShape): TextShape {
  if (now.kind === "heading" && wanted.kind === "heading")
    return now.level === wanted.level ? NUMBERED : { ...now, level: wanted.level };
  const same =
    now.kind === "paragraph" && wanted.kind === "paragraph"
      ? now.numbered === wanted.numbered
      : now.kind === "recommendation" && wanted.kind === "recommendation"
        ? now.timescaleId === wanted.timescaleId
        : now.kind === wanted.kind;
  return same ? NUMBERED : wanted;
}
