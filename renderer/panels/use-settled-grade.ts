import { useCallback, useEffect, useRef, useState } from "react";
import type { GradeId } from "#shared/domain/ids.ts";

/** Arrow keys pass over grades on their way: only the one a person stays on is given. */
const STAY_MS = 400;

/**
 * Shows a choice at once and gives it once it has stood for a moment, or when the panel is left.
 *
 * @returns the grade to show, what to call with each choice, and what gives it without waiting: for who goes on to
 * something else, which must find the grade given
 */
export function useSettledGrade(
  given: GradeId | null,
  onSettled: (gradeId: GradeId) => void,
): [GradeId | null, (gradeId: GradeId) => void, () => void] {
  const [chosen, setChosen] = useState<GradeId | null>(null);
  const pending = useRef<{ gradeId: GradeId; timer: ReturnType<typeof setTimeout> } | null>(null);
  const settle = useRef(onSettled);
  useEffect(() => {
    settle.current = onSettled;
  });

  const give = useCallback(() => {
    const { gradeId, timer } = pending.current ?? {};
    clearTimeout(timer);
    pending.current = null;
    setChosen(null);
    if (gradeId) settle.current(gradeId);
  }, []);
  useEffect(() => give, [give]);

  const choose = useCallback(
    (gradeId: GradeId) => {
      clearTimeout(pending.current?.timer);
      pending.current = { gradeId, timer: setTimeout(give, STAY_MS) };
      setChosen(gradeId);
    },
    [give],
  );
  return [chosen ?? given, choose, give];
}
