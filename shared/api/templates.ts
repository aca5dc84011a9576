import { z } from "zod";
import { NamedBytes } from "#shared/api/bytes.ts";
import { procedure } from "#shared/api/procedure.ts";
import { StyleChoices, TemplateId, WordTemplate } from "#shared/word/word-template.ts";

export const templates = {
  /** By name. */
  list: procedure.output(z.array(WordTemplate)),
  /** Takes in a .dotx or .docx. Faults: unsupported, truncated, encrypted, too-large. */
  add: procedure.input(z.strictObject({ file: NamedBytes })).output(WordTemplate),
  /** Which of its styles stand for ours. Faults: not-found. */
  choose: procedure.input(z.strictObject({ id: TemplateId, chosen: StyleChoices })).output(z.void()),
  /** It can be brought back until the next one is added. Faults: not-found. */
  remove: procedure.input(z.strictObject({ id: TemplateId })).output(z.void()),
  /** Faults: not-found. */
  restore: procedure.input(z.strictObject({ id: TemplateId })).output(z.void()),
};
