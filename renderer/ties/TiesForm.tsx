import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Checkbox, GridList, GridListItem, type Selection } from "react-aria-components";
import { ancestorsOf, type Area } from "#shared/domain/framework.ts";
import type { AreaId, EvidenceId } from "#shared/domain/ids.ts";
import type { Reason } from "#shared/evidence/thread/leaning.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession } from "#renderer/report/session.ts";
import { hasWords } from "#renderer/report/find-paragraphs.ts";
import { shareOf, tieable, tieChanges, type Share } from "#renderer/ties/area-ties.ts";
import { BearingList } from "#renderer/ties/BearingList.tsx";
import { bearingChanges, tiedItems, together } from "#renderer/ties/bearing-ties.ts";
import { retie } from "#renderer/ties/retie.ts";
import styles from "#renderer/ties/TiesForm.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import tick from "#renderer/ui/Tick.module.css";
import { counted } from "#renderer/ui/words.ts";

/**
 * Which areas the selected paragraphs speak to: all of them, some, or none; and how the evidence behind them bears on them.
 * Applied as one step.
 */
export function TiesForm({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const [{ framework, evidence, blocks }] = useState(() => {
    const { framework, evidence, blocks } = session.store.getState();
    return { framework, evidence, blocks: tieable(blocks, session.editor?.selectedBlocks() ?? []) };
  });
  const [wanted, setWanted] = useState<ReadonlyMap<AreaId, Share>>(new Map());
  const [reasons, setReasons] = useState<ReadonlyMap<EvidenceId, Reason>>(new Map());
  const [query, setQuery] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const areas = framework?.areas;
  const before = useMemo(() => new Map(areas?.map(({ id }) => [id, shareOf(blocks, id)])), [areas, blocks]);
  if (!framework || !areas || blocks.length === 0)
    return (
      <>
        <p className={styles.note}>
          {framework
            ? "Put the caret in a paragraph, or select several, then ask again."
            : "No framework was recognised in this report, so there are no areas to tie paragraphs to."}
        </p>
        <div className={panel.row}>
          <Button onPress={onClose}>Back to the text</Button>
        </div>
      </>
    );
  const stateOf = (id: AreaId): Share => wanted.get(id) ?? before.get(id) ?? "none";
  const shown = areas.filter((area) => matches(area, query));
  const toggle = (next: Selection): void => {
    const chosen = next === "all" ? new Set(shown.map(({ id }) => id as string)) : next;
    const after = new Map(wanted);
    for (const { id } of shown) {
      const now = stateOf(id);
      if (chosen.has(id) && now !== "all") after.set(id, "all");
      else if (!chosen.has(id) && now === "all") after.set(id, "none");
    }
    setWanted(after);
  };
  const changes = together(tieChanges(framework, blocks, wanted), bearingChanges(blocks, reasons));
  const apply = (): void => {
    onClose();
    retie(session, changes);
  };
  const intoList = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>("[role=row]")?.focus();
  };
  return (
    <>
      <p className={styles.note}>
        {blocks.length === 1 ? "What it speaks to" : `What all ${blocks.length} speak to`}; the most
        particular area comes first.
      </p>
      {/* The arrow goes on from the field into the list; the field itself is the control. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={intoList}>
        <Line
          label="Find an area"
          type="search"
          // Opened to be typed into.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={query}
          onChange={setQuery}
        />
      </div>
      <GridList
        ref={list}
        className={styles.list!}
        aria-label="Areas"
        selectionMode="multiple"
        disabledBehavior="selection"
        selectedKeys={shown.filter(({ id }) => stateOf(id) === "all").map(({ id }) => id)}
        onSelectionChange={toggle}
        renderEmptyState={() => <p className={styles.empty}>No area is called that.</p>}
      >
        {shown.map((area) => {
          const state = stateOf(area.id);
          const tied = blocks.filter(({ areaIds }) => areaIds.includes(area.id)).length;
          return (
            <GridListItem
              key={area.id}
              id={area.id}
              className={styles.area!}
              textValue={state === "some" ? `${area.title}, ${tied} of ${blocks.length}` : area.title}
              data-depth={query === "" ? ancestorsOf(framework, area).length : 0}
            >
              <Checkbox slot="selection" className={tick.tick!} isIndeterminate={state === "some"}>
                <span className={tick.box} data-some={state === "some" ? "" : undefined} aria-hidden>
                  {state === "all" ? "✓" : state === "some" ? "–" : ""}
                </span>
              </Checkbox>
              <span>{area.title}</span>
              {query !== "" && <span className={styles.some}>{ancestorsOf(framework, area)[0]?.title}</span>}
              {state === "some" && <span className={styles.some}>{`${tied} of ${blocks.length}`}</span>}
            </GridListItem>
          );
        })}
      </GridList>
      <BearingList
        items={tiedItems(blocks)}
        evidence={evidence}
        count={blocks.length}
        wanted={reasons}
        onWanted={(evidenceId, reason) => setReasons(new Map(reasons).set(evidenceId, reason))}
      />
      <div className={panel.row}>
        <Button look="primary" isDisabled={changes.length === 0} onPress={apply}>
          {changes.length === 0
            ? "Tie"
            : `Tie ${counted(changes.length, changes.length === 1 && blocks[0]!.kind === "heading" ? "heading" : "paragraph")}`}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </>
  );
}

const matches = ({ title, shortTitle }: Area, query: string): boolean =>
  hasWords(`${title} ${shortTitle ?? ""}`, query);
