import { os } from "#electron/core/api/procedures.ts";
import { readSettings, writeSetting } from "#electron/core/store/settings.ts";

export const desktop = {
  readSettings: os.desktop.readSettings.handler(({ context }) => readSettings(context.library.read)),
  writeSetting: os.desktop.writeSetting.handler(({ input, context }) =>
    writeSetting(context.library.write, input.name, input.value),
  ),
};
