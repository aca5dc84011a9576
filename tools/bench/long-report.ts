import type { Checkable } from "#shared/consistency/build-snapshot.ts";
import type { Block } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";

/**
 * A report many times as long: its blocks again and again, under ids of their own, with every number varied so that no
 * two copies read the same.
 */
export function lengthened<T extends Checkable>(report: T, times: number): T {
  const blocks = Array.from({ length: times }, (_, copy) =>
    report.blocks.map(
      (block) =>
        ({
          ...block,
          id: BlockId.parse(`${copy}-${block.id}`),
          inlines: block.inlines.map((inline) =>
            inline.kind === "text" && copy > 0 ? { ...inline, text: varied(inline.text, copy) } : inline,
          ),
        }) as Block,
    ),
  ).flat();
  return { ...report, blocks };
}

const varied = (text: string, copy: number): string =>
  text.replace(/(?<![\d.,])\d{2,3}(?![\d.,])/g, (digits) => String(Number(digits) + copy));
