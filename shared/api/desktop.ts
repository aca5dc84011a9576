import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";

export const desktop = {
  /** Small settings of the interface (theme, pane widths), kept with the library. */
  readSettings: procedure.input(z.void()).output(z.record(z.string(), z.string())),
  writeSetting: procedure
    .input(z.strictObject({ name: z.string().max(60), value: z.string().max(4000) }))
    .output(z.void()),
};
