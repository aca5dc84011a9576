import { createContext, useContext } from "react";

export interface Help {
  /** Opens the manual, at a page or where it was left. */
  readonly open: (page?: string) => void;
  /** Shows the tour beside the report, from its first step. */
  readonly startTour: () => void;
}

export const HelpContext = createContext<Help>({ open: () => {}, startTour: () => {} });

export const useHelp = (): Help => useContext(HelpContext);
