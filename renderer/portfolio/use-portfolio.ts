import { useEffect, useState } from "react";
import type { PortfolioRow } from "#shared/api/portfolio.ts";
import { useApi } from "#renderer/api/client.ts";

export interface Portfolio {
  readonly rows: readonly PortfolioRow[];
  /** Reports that are still to be read; null until that is known. */
  readonly missing: number | null;
  /** What each rule is called, by its id. */
  readonly ruleTitles: Readonly<Record<string, string>>;
  readonly error: unknown;
}

const NOTHING_YET: Portfolio = { rows: [], missing: null, ruleTitles: {}, error: null };

/** How many rows are taken before they are shown: drawing anew for each would take longer than reading does. */
const AT_ONCE = 8;

/** The library’s reports in numbers, as they become known. Leaving the page stops the reading; what was read is kept. */
export function usePortfolio(): Portfolio {
  const { client } = useApi();
  const [portfolio, setPortfolio] = useState<Portfolio>(NOTHING_YET);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async (): Promise<void> => {
      let fresh: PortfolioRow[] = [];
      const show = (): void => {
        const added = fresh;
        fresh = [];
        setPortfolio(({ rows, missing, ...known }) => ({
          ...known,
          rows: [...rows, ...added],
          missing: (missing ?? 0) - added.length,
          error: null,
        }));
      };
      for await (const event of await client.portfolio.list(undefined, { signal: leaving.signal })) {
        if (event.kind === "known") {
          const { rows, missing, ruleTitles } = event;
          setPortfolio({ rows, missing, ruleTitles, error: null });
        } else if (fresh.push(event.row) >= AT_ONCE) show();
      }
      show();
    };
    read().catch((error: unknown) => {
      if (!leaving.signal.aborted) setPortfolio((known) => ({ ...known, error }));
    });
    return () => leaving.abort();
  }, [client]);
  return portfolio;
}
