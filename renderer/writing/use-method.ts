import { useCallback, useEffect, useMemo } from "react";
import type { Inline } from "#shared/domain/block.ts";
import type { Figure, LogCount } from "#shared/domain/figure.ts";
import { FigureId } from "#shared/domain/ids.ts";
import { citationsIn } from "#shared/figures/citations.ts";
import { countOf, outOfStep, printedCount, sameCount } from "#shared/method/log-counts.ts";
import { labelOf, methodPieces } from "#shared/method/method-paragraph.ts";
import type { Command } from "#renderer/commands/command.ts";
import { toText } from "#renderer/evidence/evidence-commands.ts";
import { useSession, useSessionState, type Session } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";
import { usePutFigure } from "#renderer/writing/use-figures.ts";

type PutFigure = ReturnType<typeof usePutFigure>;

/** The method paragraph: written from the log by a command, its numbers in step with the log from then on. */
export function useMethodCommands(): readonly Command[] {
  const session = useSession();
  const put = usePutFigure();
  useEffect(() => followLog(session, put), [session, put]);
  const isEmpty = useSessionState((state) => state.evidence.length === 0);
  const write = useCallback(() => writeMethod(session, put), [session, put]);
  return useMemo(
    () => [
      {
        id: "method-paragraph",
        title: "Method paragraph from the evidence log",
        group: "Insert",
        whyNot: isEmpty ? "There is no evidence to count yet." : null,
        run: () => void write(),
      },
    ],
    [isEmpty, write],
  );
}

/** Keeps every figure that counts the log, and the words that print it, as the log is. */
function followLog({ store, ...session }: Session, put: PutFigure): () => void {
  // One that could not be put right is not tried again until it is to say something else.
  const failed = new Set<string>();
  const keyOf = ({ id, value }: Figure): string => `${id} ${value}`;
  let isRunning = false;
  let isOver = false;
  const follow = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    for (;;) {
      const { figures, evidence } = store.getState();
      const stale = outOfStep(figures, evidence).find((figure) => !failed.has(keyOf(figure)));
      if (isOver || !stale) break;
      const changed = await put(stale);
      if (changed) session.editor?.printFigures(new Map(changed.map(({ id, value }) => [id, value])));
      else failed.add(keyOf(stale));
    }
    isRunning = false;
  };
  void follow();
  const stop = store.subscribe((now, before) => {
    if (now.evidence !== before.evidence || now.figures !== before.figures) void follow();
  });
  return () => {
    isOver = true;
    stop();
  };
}

/** Puts the paragraph at the caret, or goes to the one there is. */
async function writeMethod(session: Session, put: PutFigure): Promise<void> {
  const { store } = session;
  const { evidence, figures, blocks } = store.getState();
  const counting = new Set(figures.filter(({ counts }) => counts).map(({ id }) => id));
  const known = blocks.find((block) => citationsIn(block).some(({ figureId }) => counting.has(figureId)));
  if (known) {
    toText(session);
    session.editor?.reveal(known.id, null, true);
    notify("The method paragraph is here. Its numbers follow the log; its words are yours.");
    return;
  }
  const inlines: Inline[] = [];
  for (const piece of methodPieces(evidence)) {
    if (typeof piece === "string") {
      inlines.push({ kind: "text", text: piece });
      continue;
    }
    const figure = figures.find(({ counts }) => sameCount(counts, piece)) ?? newCount(piece);
    const value = printedCount(countOf(evidence, piece));
    if (!(await put({ ...figure, value }))) return;
    inlines.push({ kind: "figure", figureId: figure.id, text: value });
  }
  toText(session);
  if (!session.editor?.insertParagraph(inlines))
    notify("Put the caret in the text first: the paragraph goes below it.");
}

const newCount = (counts: LogCount): Figure => ({
  id: FigureId.parse(crypto.randomUUID()),
  label: labelOf(counts),
  value: "no",
  asAt: null,
  evidenceId: null,
  unit: "",
  population: "the evidence log",
  derived: null,
  counts,
});
