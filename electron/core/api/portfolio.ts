import { os, tellingFaults } from "#electron/core/api/procedures.ts";
import { portfolio as events } from "#electron/core/portfolio.ts";

export const portfolio = {
  list: os.portfolio.list.handler(({ context }) => tellingFaults(events(context))),
};
