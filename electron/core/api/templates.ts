import { os } from "#electron/core/api/procedures.ts";
import { readTemplate } from "#electron/core/importers/word/template.ts";
import {
  chooseStyles,
  insertTemplate,
  listTemplates,
  setRemoved,
} from "#electron/core/store/word-templates.ts";
import { Fault } from "#shared/fault.ts";
import { TemplateId, type WordTemplate } from "#shared/word/word-template.ts";

/** In bytes; a template is pictures at the most. */
const LARGEST = 20 * 1024 * 1024;

export const templates = {
  list: os.templates.list.handler(({ context }) => listTemplates(context.library.read)),
  add: os.templates.add.handler(async ({ input: { file }, context }) => {
    if (file.size > LARGEST)
      throw new Fault(
        "too-large",
        `${file.name} has more than ${LARGEST / 1024 / 1024} MB, which no template needs.`,
        "Save a copy without its pictures and add that.",
      );
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { styles } = readTemplate(bytes);
    const name = file.name.replace(/\.do[ct]x$/i, "").slice(0, 255) || "Template";
    const template: WordTemplate = { id: TemplateId.parse(context.newId()), name, styles, chosen: {} };
    insertTemplate(context.library.write, template, bytes, context.change());
    return template;
  }),
  choose: os.templates.choose.handler(({ input: { id, chosen }, context }) =>
    chooseStyles(context.library.write, id, chosen),
  ),
  remove: os.templates.remove.handler(({ input: { id }, context }) =>
    setRemoved(context.library.write, id, context.change().at),
  ),
  restore: os.templates.restore.handler(({ input: { id }, context }) =>
    setRemoved(context.library.write, id, null),
  ),
};
