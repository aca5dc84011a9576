import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { StyleChoices, TemplateId, WordTemplate } from "#shared/word/word-template.ts";
import { useApi } from "#renderer/api/client.ts";

/** Word templates of the library, and what can be done with them. */
export function useTemplates() {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const list = useQuery({ ...queries.templates.list.queryOptions(), staleTime: Infinity });
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: queries.templates.key() });
  return {
    list,
    add: async (file: File): Promise<WordTemplate> => {
      const added = await client.templates.add({ file });
      await refresh();
      return added;
    },
    choose: async (id: TemplateId, chosen: StyleChoices): Promise<void> => {
      await client.templates.choose({ id, chosen });
      await refresh();
    },
    remove: async (id: TemplateId): Promise<void> => {
      await client.templates.remove({ id });
      await refresh();
    },
    restore: async (id: TemplateId): Promise<void> => {
      await client.templates.restore({ id });
      await refresh();
    },
  };
}
