import { createState, DecoratorNode } from "lexical";
import type { ReactNode } from "react";
import type { z } from "zod";

/** A mark in a line of text that is no part of the narrative: it has no words, and is never cut in two. */
export class SilentNode extends DecoratorNode<ReactNode> {
  override updateDOM(): boolean {
    return false;
  }
  override isInline(): true {
    return true;
  }
  override getTextContent(): string {
    return "";
  }
}

/** What such a mark stands for, by id; null when a clipboard held something else. */
export const idState = <Key extends string, Id extends z.ZodType<string>>(key: Key, id: Id) =>
  createState(key, {
    parse: (value): z.infer<Id> | null =>
      id
        .nullable()
        .catch(null)
        .parse(value ?? null),
  });
