import { createContext, useContext, type ReactNode } from "react";
import { useImport } from "#renderer/library/use-import.ts";

export type Imports = ReturnType<typeof useImport>;

const ImportContext = createContext<Imports | null>(null);

/** Above the screens, so that a batch goes on, and can be cancelled, whichever of them is open. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  return <ImportContext value={useImport()}>{children}</ImportContext>;
}

export function useImports(): Imports {
  const imports = useContext(ImportContext);
  if (!imports) throw new Error("No ImportProvider above this component");
  return imports;
}
