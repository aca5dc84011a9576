import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { FaultData } from "#shared/api/procedure.ts";
import { Fault } from "#shared/fault.ts";
import { DuplicatesTable } from "#renderer/evidence-import/DuplicatesTable.tsx";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import { ItemsTable } from "#renderer/evidence-import/ItemsTable.tsx";
import { ProblemsTable } from "#renderer/evidence-import/ProblemsTable.tsx";
import { StepHead } from "#renderer/evidence-import/StepHead.tsx";
import type { EvidenceImport, Reading } from "#renderer/evidence-import/use-evidence-import.ts";
import type { PreviewQuery } from "#renderer/evidence-import/use-preview.ts";
import panel from "#renderer/panels/Panel.module.css";
import tabs from "#renderer/panels/PanelTabs.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly flow: EvidenceImport;
  readonly reading: Reading;
  readonly preview: PreviewQuery;
  readonly fault: FaultData | null;
}

/** What becomes of the rows: those that cannot be items, those that are in the log already, and the items. */
export function RowsStep({ flow, reading, preview, fault }: Props) {
  const { leaveOutProblems: leaveOut, duplicates, choices } = flow.choices;
  const { data, isPlaceholderData, error } = preview;
  if (!data || isPlaceholderData)
    return (
      <>
        <StepHead>3 of 3: the rows of {reading.file}</StepHead>
        <div className={styles.body}>
          {error ? <FaultNotice error={error} /> : <output>Reading the rows…</output>}
        </div>
        <div className={panel.row}>
          <Button onPress={error ? flow.toFile : flow.toColumns}>Back</Button>
        </div>
      </>
    );
  const { count, problemRows } = data;
  const out = data.duplicates.filter(({ row }) => (choices[row] ?? duplicates) === "skip").length;
  const merged = data.duplicates.filter(({ row }) => (choices[row] ?? duplicates) === "merge").length;
  const blocked = problemRows > 0 && !leaveOut;
  const added = count - out - merged;
  return (
    <>
      <StepHead>3 of 3: the rows of {reading.file}</StepHead>
      {fault && <FaultNotice error={new Fault(fault.code, fault.message, fault.remedy)} />}
      <Tabs
        className={styles.tabs!}
        defaultSelectedKey={
          problemRows > 0 ? "problems" : data.duplicates.length > 0 ? "duplicates" : "items"
        }
      >
        <TabList className={tabs.list!} aria-label="Rows">
          <Tab id="problems" className={tabs.tab!}>
            Cannot be imported <span className={tabs.count}>{problemRows.toLocaleString("en-GB")}</span>
          </Tab>
          <Tab id="duplicates" className={tabs.tab!}>
            There already <span className={tabs.count}>{data.duplicates.length.toLocaleString("en-GB")}</span>
          </Tab>
          <Tab id="items" className={tabs.tab!}>
            Items <span className={tabs.count}>{count.toLocaleString("en-GB")}</span>
          </Tab>
        </TabList>
        <TabPanel id="problems" className={styles.panel!}>
          <ProblemsTable preview={data} />
        </TabPanel>
        <TabPanel id="duplicates" className={styles.panel!}>
          <DuplicatesTable
            preview={data}
            choice={duplicates}
            choices={choices}
            onChoice={(choice) => flow.choose({ duplicates: choice, choices: {} })}
            onRow={(row, choice) => flow.choose({ choices: { ...choices, [row]: choice } })}
          />
        </TabPanel>
        <TabPanel id="items" className={styles.panel!}>
          <ItemsTable preview={data} />
        </TabPanel>
      </Tabs>
      {problemRows > 0 && count > 0 && (
        <Tick isSelected={leaveOut} onChange={(leaveOutProblems) => flow.choose({ leaveOutProblems })}>
          {problemRows === 1
            ? "Leave out the row that cannot be imported"
            : `Leave out the ${problemRows.toLocaleString("en-GB")} rows that cannot be imported`}
        </Tick>
      )}
      <div className={panel.row}>
        <Button onPress={flow.toColumns}>Back</Button>
        <Button
          look="primary"
          isDisabled={blocked || added + merged === 0}
          onPress={() => void flow.commit()}
        >
          Import
        </Button>
        <output className={panel.quiet}>
          {count === 0
            ? "No row can be imported. Go back and say which column holds the title, or mend the spreadsheet."
            : `${counted(added, "new item")}${merged > 0 ? `, ${merged.toLocaleString("en-GB")} merged` : ""}${out > 0 ? `, ${counted(out, "row")} left out` : ""}.${blocked ? " Rows that cannot be imported are mended in the spreadsheet, or left out." : ""}`}
        </output>
      </div>
    </>
  );
}
