import { DIRECTIONS, EVIDENCE_KINDS, type Evidence } from "#shared/domain/evidence.ts";
import { type Framework, shortTitleOf, judgementAreas } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { KEYMAP } from "#renderer/commands/keymap.ts";
import { type EvidenceFilter, type EvidenceOrder, NO_FILTER } from "#renderer/evidence/arrange.ts";
import { LogMenu } from "#renderer/evidence-import/LogMenu.tsx";
import styles from "#renderer/evidence/EvidencePage.module.css";
import { DIRECTION_WORDS, KIND_WORDS } from "#shared/evidence/words.ts";
import over from "#renderer/ui/OverText.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly total: number;
  readonly shown: number;
  readonly filter: EvidenceFilter;
  readonly group: EvidenceOrder["group"];
  readonly framework: Framework | null;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly onFilter: (filter: EvidenceFilter) => void;
  readonly onGroup: (group: EvidenceOrder["group"]) => void;
  readonly onBack: () => void;
  readonly onImport: () => void;
  readonly onPseudonyms: () => void;
  readonly onQuickEntry: () => void;
}

const GROUPS: readonly (readonly [EvidenceOrder["group"], string])[] = [
  ["none", "No groups"],
  ["kind", "Group by kind"],
  ["area", "Group by area"],
];

/** What of the log is shown, and the ways out of it. */
export function EvidenceBar(props: Props) {
  const { total, shown, filter, group, framework, onFilter, onGroup, onBack, onQuickEntry } = props;
  const set = (change: Partial<EvidenceFilter>): void => onFilter({ ...filter, ...change });
  return (
    <div className={over.bar}>
      <Button onPress={onBack}>Back to the text</Button>
      <input
        type="search"
        className={styles.search}
        aria-label="Words in reference, title, source or notes"
        placeholder="Filter by words"
        value={filter.words}
        onChange={(event) => set({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || filter.words === "") return;
          event.preventDefault();
          set({ words: "" });
        }}
      />
      <Pick
        label="Kind"
        value={filter.kind ?? ""}
        options={[["", "Every kind"], ...EVIDENCE_KINDS.map((kind) => [kind, KIND_WORDS[kind]] as const)]}
        onChange={(kind) => set({ kind: kind === "" ? null : (kind as Evidence["kind"]) })}
      />
      <Pick
        label="Area"
        value={filter.areaId ?? ""}
        options={[
          ["", "Every area"],
          ...judgementAreas(framework).map((area) => [area.id, shortTitleOf(area)] as const),
        ]}
        onChange={(areaId) => set({ areaId: areaId === "" ? null : (areaId as AreaId) })}
      />
      <Pick
        label="Direction"
        value={filter.direction ?? ""}
        options={[
          ["", "Every direction"],
          ...DIRECTIONS.map((direction) => [direction, DIRECTION_WORDS[direction]] as const),
        ]}
        onChange={(value) => set({ direction: value === "" ? null : (value as Evidence["direction"]) })}
      />
      <Tick isSelected={filter.uncited} onChange={(uncited) => set({ uncited })}>
        Not cited
      </Tick>
      <Pick
        label="Groups"
        value={group}
        options={GROUPS}
        onChange={(value) => onGroup(value as EvidenceOrder["group"])}
      />
      <output className={styles.count}>
        {shown === total
          ? counted(total, "item")
          : `${shown.toLocaleString("en-GB")} of ${counted(total, "item")}`}
      </output>
      {shown !== total && (
        <Button look="plain" onPress={() => onFilter(NO_FILTER)}>
          Show all
        </Button>
      )}
      {props.pages > 1 && (
        <span className={styles.pages}>
          <Button isDisabled={props.page === 0} onPress={() => props.onPage(props.page - 1)}>
            Previous
          </Button>
          <span>
            Page {props.page + 1} of {props.pages}
          </span>
          <Button isDisabled={props.page + 1 === props.pages} onPress={() => props.onPage(props.page + 1)}>
            Next
          </Button>
        </span>
      )}
      <span className={styles.ways}>
        <Button look="plain" onPress={props.onImport}>
          Import…
        </Button>
        {total > 0 && <LogMenu label="Export…" />}
        <Button look="plain" onPress={props.onPseudonyms}>
          Pseudonyms…
        </Button>
        <Button look="primary" onPress={onQuickEntry}>
          Write down… <kbd>{KEYMAP.quickEvidence.shown}</kbd>
        </Button>
      </span>
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

const Pick = ({ label, value, options, onChange }: PickProps) => (
  <select
    className={styles.pick}
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  >
    {options.map(([option, words]) => (
      <option key={option} value={option}>
        {words}
      </option>
    ))}
  </select>
);
