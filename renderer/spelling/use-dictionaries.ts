import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DictionaryName } from "#shared/api/dictionary.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { notify } from "#renderer/ui/notify.ts";

export const DICTIONARY_WORDS: Record<DictionaryName, string> = {
  personal: "your dictionary",
  shared: "this library’s dictionary",
};

/** All dictionaries, and ways to change them that say what they did and how to take it back. */
export function useDictionaries() {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const options = queries.dictionary.read.queryOptions();
  const { data, error } = useQuery({ ...options, staleTime: Infinity });
  const change = useMutation({
    mutationFn: ({ what, ...entry }: { what: "add" | "remove"; dictionary: DictionaryName; word: string }) =>
      client.dictionary[what](entry),
    onSuccess: (after) => queryClient.setQueryData(options.queryKey, after),
    onError: (fault) => {
      const { message, remedy } = faultOf(fault);
      notify(`${message} ${remedy}`, { tone: "fault" });
    },
  });
  const run = (what: "add" | "remove", dictionary: DictionaryName, word: string): void =>
    change.mutate(
      { what, dictionary, word },
      {
        onSuccess: () => {
          notify(
            what === "add"
              ? `“${word}” is in ${DICTIONARY_WORDS[dictionary]}.`
              : `“${word}” was taken out of ${DICTIONARY_WORDS[dictionary]}.`,
            {
              action: {
                label: "Undo",
                run: () => change.mutate({ what: what === "add" ? "remove" : "add", dictionary, word }),
              },
            },
          );
        },
      },
    );
  return {
    dictionaries: data ?? null,
    error,
    add: (dictionary: DictionaryName, word: string) => run("add", dictionary, word),
    remove: (dictionary: DictionaryName, word: string) => run("remove", dictionary, word),
  };
}
