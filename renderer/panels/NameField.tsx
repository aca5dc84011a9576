import { useId } from "react";
import { useSessionState } from "#renderer/report/session.ts";
import { useDesk, useReviewState } from "#renderer/review/use-review.ts";
import { Line } from "#renderer/ui/Field.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** Somebody's name: one that this report knows already, or any other. */
export function NameField({ label, value, onChange }: Props) {
  const id = useId();
  const names = useKnownNames();
  return (
    <>
      <Line label={label} list={id} maxLength={300} autoComplete="off" value={value} onChange={onChange} />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </>
  );
}

/** Everybody who decided, said or was given something of this report, and who works here. */
function useKnownNames(): string[] {
  const said = useSessionState((state) => state.said);
  const desk = useDesk();
  const review = useReviewState();
  const names = [
    ...(said?.comments ?? []).flatMap(({ by, assignedTo }) => [by, assignedTo]),
    ...(review ? [review.assignedTo, ...review.ledger.map(({ by }) => by)] : []),
    desk?.name ?? "",
  ];
  return [...new Set(names)].filter((name) => name !== "").toSorted((a, b) => a.localeCompare(b, "en-GB"));
}
