import { useMemo, useState } from "react";
import type { Figure } from "#shared/domain/figure.ts";
import type { FigureId } from "#shared/domain/ids.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { counted } from "#renderer/ui/words.ts";
import { useChangeFigure, useRemoveFigure } from "#renderer/writing/use-figures.ts";
import styles from "#renderer/writing/WritingDialogs.module.css";

/** The register: each figure said once, and how often the text cites it. */
export function FiguresForm({ onClose }: { readonly onClose: () => void }) {
  const figures = useSessionState((state) => state.figures);
  const blocks = useSessionState((state) => state.blocks);
  const uses = useMemo(() => {
    const counts = new Map<FigureId, number>();
    for (const { inlines } of blocks)
      for (const inline of inlines)
        if (inline.kind === "figure") counts.set(inline.figureId, (counts.get(inline.figureId) ?? 0) + 1);
    return counts;
  }, [blocks]);
  return (
    <div className={styles.form}>
      {figures.length === 0 ? (
        <p className={styles.note}>
          No figures yet. Type ## in the text, then a number and what it counts: “##469 children looked
          after”. The figure is cited from then on, and changing it here changes it everywhere.
        </p>
      ) : (
        <table className={styles.figures}>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">What it counts</th>
              <th scope="col">As at</th>
              <th scope="col">Cited</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <FigureRow key={figure.id} figure={figure} uses={uses.get(figure.id) ?? 0} />
            ))}
          </tbody>
        </table>
      )}
      <div className={panel.row}>
        <Button onPress={onClose}>Close</Button>
      </div>
    </div>
  );
}

function FigureRow({ figure, uses }: { readonly figure: Figure; readonly uses: number }) {
  const session = useSession();
  const change = useChangeFigure();
  const remove = useRemoveFigure();
  const [value, setValue] = useState(figure.value);
  const [label, setLabel] = useState(figure.label);
  const [asAt, setAsAt] = useState(figure.asAt ?? "");
  const next: Figure = { ...figure, value: value.trim(), label: label.trim(), asAt: asAt || null };
  const changed = next.value !== figure.value || next.label !== figure.label || next.asAt !== figure.asAt;
  const keep = (): void => {
    if (changed && next.value !== "" && next.label !== "") void change(figure, next);
  };
  const show = (): void => {
    const at = session.store
      .getState()
      .blocks.find(({ inlines }) => inlines.some((i) => i.kind === "figure" && i.figureId === figure.id));
    session.store.setState({ asking: null });
    if (at) session.editor?.reveal(at.id, null, true);
  };
  return (
    <tr>
      <td>
        <input
          className={`${panel.field} ${styles.value}`}
          aria-label={`Figure: ${figure.label}`}
          maxLength={60}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && keep()}
        />
      </td>
      <td>
        <input
          className={panel.field}
          aria-label={`What ${figure.value} counts`}
          maxLength={200}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && keep()}
        />
      </td>
      <td>
        <input
          type="date"
          className={panel.field}
          aria-label={`The day ${figure.value} ${figure.label} was true`}
          value={asAt}
          onChange={(event) => setAsAt(event.target.value)}
        />
      </td>
      <td className={styles.count}>
        {uses > 0 ? (
          <Button look="plain" onPress={show}>
            {counted(uses, "time")}
          </Button>
        ) : (
          "not yet"
        )}
      </td>
      <td>
        <div className={panel.row}>
          <Button isDisabled={next.value === "" || next.label === ""} onPress={keep}>
            Change
          </Button>
          <Button
            look="plain"
            onPress={() => void remove(figure)}
            aria-label={`Remove ${figure.value} ${figure.label}`}
          >
            Remove
          </Button>
        </div>
      </td>
    </tr>
  );
}
