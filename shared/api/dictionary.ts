import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { DictionaryWord } from "#shared/domain/word-list.ts";

/** One's own words go along with the person, shared ones with the library. */
export const DictionaryName = z.enum(["personal", "shared"]);
export type DictionaryName = z.infer<typeof DictionaryName>;

export const Dictionaries = z.strictObject({
  /** Words of the field that come with the program. */
  field: z.array(z.string()),
  personal: z.array(z.string()),
  shared: z.array(z.string()),
});
export type Dictionaries = z.infer<typeof Dictionaries>;

const entry = z.strictObject({ dictionary: DictionaryName, word: DictionaryWord });

/** Words that spelling takes as right. Both changes answer all dictionaries as they are then. */
export const dictionary = {
  read: procedure.input(z.void()).output(Dictionaries),
  add: procedure.input(entry).output(Dictionaries),
  remove: procedure.input(entry).output(Dictionaries),
};
