import { useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Version } from "#shared/api/versions.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { faultOf } from "#renderer/api/fault.ts";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import menu from "#renderer/ui/Menu.module.css";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { NameVersion } from "#renderer/versions/NameVersion.tsx";
import { RestoreVersion } from "#renderer/versions/RestoreVersion.tsx";
import { useVersionList } from "#renderer/versions/use-version-list.ts";
import { changeWords, nameOf, spokenName, whoAndWhen } from "#renderer/versions/version-words.ts";
import styles from "#renderer/versions/Versions.module.css";

interface Props {
  readonly reportId: ReportId;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Two revisions, the older first. */
  readonly onCompare: (before: number, after: number) => void;
  readonly onRestore: (version: Version, grades: boolean) => Promise<void>;
}

type Step = { readonly kind: "list" } | { readonly kind: "name" | "restore"; readonly version: Version };

/** The report through time: versions somebody named, and those that were kept without being asked. */
export function VersionsDialog({ isOpen, onOpenChange, ...props }: Props) {
  const [step, setStep] = useState<Step>({ kind: "list" });
  const open = (next: boolean): void => {
    setStep({ kind: "list" });
    onOpenChange(next);
  };
  const titles: Record<Step["kind"], string> = {
    list: "Versions",
    name: "Name this version",
    restore: "Restore a version",
  };
  return (
    <ModalDialog
      title={titles[step.kind]}
      size={step.kind === "list" ? "wide" : "plain"}
      isOpen={isOpen}
      onOpenChange={open}
    >
      <Versions step={step} setStep={setStep} onClose={() => open(false)} {...props} />
    </ModalDialog>
  );
}

interface VersionsProps extends Omit<Props, "isOpen" | "onOpenChange"> {
  readonly step: Step;
  readonly setStep: (step: Step) => void;
  readonly onClose: () => void;
}

function Versions({ reportId, step, setStep, onClose, onCompare, onRestore }: VersionsProps) {
  const { list, name, removeName } = useVersionList(reportId);
  // Said here and not in a notice, which could not be reached while this lies over the screen.
  const [unnamed, setUnnamed] = useState<Version | null>(null);
  const back = (): void => setStep({ kind: "list" });
  if (step.kind === "name")
    return (
      <NameVersion
        start={step.version.name ?? ""}
        done="Keep the name"
        onName={(words) => name(step.version.revision, words)}
        onClose={back}
      />
    );
  if (step.kind === "restore")
    return (
      <RestoreVersion
        name={spokenName(step.version)}
        onRestore={(grades) => onRestore(step.version, grades)}
        onClose={back}
      />
    );
  if (list.error) return <FaultNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <output>Reading the history…</output>;
  const newest = list.data[0]?.revision;
  const rename = (work: Promise<void>, then: Version | null): void =>
    void work.then(
      () => setUnnamed(then),
      (error: unknown) => notify(faultOf(error).message, { tone: "fault" }),
    );
  return (
    <>
      <p className={panel.quiet}>
        Kept by name, and at the end of each day on which something changed. Nothing that was ever saved is
        lost.
      </p>
      {unnamed && (
        <output className={panel.row}>
          The name {spokenName(unnamed)} is taken away; the text of that time stays in the history.
          <Button look="plain" onPress={() => rename(name(unnamed.revision, unnamed.name ?? ""), null)}>
            Undo
          </Button>
        </output>
      )}
      <ol className={styles.list} aria-label="Versions, newest first">
        {list.data.map((version) => {
          const isNewest = version.revision === newest;
          const called = nameOf(version, isNewest);
          return (
            <li
              key={version.revision}
              className={styles.version}
              data-named={version.name === null ? undefined : ""}
            >
              <span className={styles.name}>{called}</span>
              <span className={styles.facts}>
                {whoAndWhen(version)}
                {changeWords(version) && <> · {changeWords(version)}</>}
              </span>
              <span className={styles.actions}>
                {!isNewest && (
                  <Button
                    look="plain"
                    aria-label={`Compare ${called} with now`}
                    onPress={() => onCompare(version.revision, newest!)}
                  >
                    Compare
                  </Button>
                )}
                <VersionMenu
                  called={called}
                  named={version.name !== null}
                  canRestore={!isNewest}
                  onName={() => setStep({ kind: "name", version })}
                  onUnname={() => rename(removeName(version.revision), version)}
                  onRestore={() => setStep({ kind: "restore", version })}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <div className={panel.row}>
        <Button onPress={onClose}>Close</Button>
      </div>
    </>
  );
}

interface MenuProps {
  readonly called: string;
  readonly named: boolean;
  readonly canRestore: boolean;
  readonly onName: () => void;
  readonly onUnname: () => void;
  readonly onRestore: () => void;
}

function VersionMenu({ called, named, canRestore, onName, onUnname, onRestore }: MenuProps) {
  const items = [
    ...(canRestore ? [{ words: "Restore…", run: onRestore }] : []),
    { words: named ? "Rename…" : "Name…", run: onName },
    ...(named ? [{ words: "Take the name away", run: onUnname }] : []),
  ];
  return (
    <MenuTrigger>
      <Button look="plain" aria-label={`Actions for ${called}`}>
        <span aria-hidden>•••</span>
      </Button>
      <Popover className={menu.popover!} placement="bottom end">
        <Menu className={menu.menu!} aria-label={`Actions for ${called}`}>
          {items.map(({ words, run }) => (
            <MenuItem key={words} className={`${menu.item} ${menu.plain_item}`} onAction={run}>
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
