import { useCallback, useMemo } from "react";
import { z } from "zod";
import { useSettings } from "#renderer/api/use-settings.ts";
import { COLUMNS } from "#renderer/evidence/arrange.ts";

const SETTING = "evidence-table";

const Look = z.object({
  by: z.enum(COLUMNS).catch("reference"),
  descending: z.boolean().catch(false),
  group: z.enum(["none", "kind", "area"]).catch("none"),
  /** In pixels, by column. */
  widths: z.record(z.string(), z.number().min(40).max(2000)).catch({}),
});
type Look = z.infer<typeof Look>;

const parseLook = (stored: string | null): Look => {
  try {
    return Look.parse(JSON.parse(stored ?? "{}"));
  } catch {
    return Look.parse({});
  }
};

/** How the table is sorted, grouped and set out, remembered. */
export function useEvidenceLook(): {
  readonly look: Look;
  readonly setLook: (change: Partial<Look>) => void;
} {
  const { read, write } = useSettings();
  const stored = read(SETTING);
  const look = useMemo(() => parseLook(stored), [stored]);
  const setLook = useCallback(
    (change: Partial<Look>) => write(SETTING, JSON.stringify({ ...look, ...change })),
    [look, write],
  );
  return { look, setLook };
}
