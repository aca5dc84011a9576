import type { CoreContext } from "#electron/core/context.ts";
import { os } from "#electron/core/api/procedures.ts";
import { addSharedWord, listSharedWords, removeSharedWord } from "#electron/core/store/shared-words.ts";
import { readFieldWords, readPersonalWords, writePersonalWords } from "#electron/core/word-files.ts";
import type { Dictionaries } from "#shared/api/dictionary.ts";
import { wordKey } from "#shared/domain/word-list.ts";

const readAll = ({ library }: CoreContext): Dictionaries => ({
  field: readFieldWords(),
  personal: readPersonalWords(),
  shared: listSharedWords(library.read),
});

const personalWithout = (word: string): string[] =>
  readPersonalWords().filter((known) => wordKey(known) !== wordKey(word));

export const dictionary = {
  read: os.dictionary.read.handler(({ context }) => readAll(context)),
  add: os.dictionary.add.handler(async ({ input: { dictionary: name, word }, context }) => {
    if (name === "shared") addSharedWord(context.library.write, word, context.change());
    else await writePersonalWords([...personalWithout(word), word]);
    return readAll(context);
  }),
  remove: os.dictionary.remove.handler(async ({ input: { dictionary: name, word }, context }) => {
    if (name === "shared") removeSharedWord(context.library.write, word);
    else await writePersonalWords(personalWithout(word));
    return readAll(context);
  }),
};
