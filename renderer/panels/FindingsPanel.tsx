import { useMemo, useState } from "react";
import { Checkbox, CheckboxGroup } from "react-aria-components";
import { SEVERITIES, type Finding, type Severity } from "#shared/consistency/finding.ts";
import { ancestorsOf, findArea, type Framework } from "#shared/domain/framework.ts";
import { FindingCard } from "#renderer/panels/FindingCard.tsx";
import styles from "#renderer/panels/FindingsPanel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { counted } from "#renderer/ui/words.ts";

const NAMES: Record<Severity, [one: string, many: string]> = {
  error: ["Error", "Errors"],
  warning: ["Warning", "Warnings"],
  advice: ["Advice", "Advice"],
};

export function FindingsPanel() {
  const findings = useSessionState((state) => state.findings);
  const checked = useSessionState((state) => state.checked);
  const framework = useSessionState((state) => state.framework);
  const [shown, setShown] = useState<readonly Severity[]>(SEVERITIES);
  const [byArea, setByArea] = useState(true);
  const groups = useMemo(
    () =>
      groupsOf(
        findings.filter(({ severity }) => shown.includes(severity)),
        byArea ? framework : null,
      ),
    [findings, shown, byArea, framework],
  );
  const of = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return (
    <>
      <div className={styles.tools}>
        <CheckboxGroup
          aria-label="Show"
          className={styles.filters!}
          value={[...shown]}
          onChange={(value) => setShown(value as Severity[])}
        >
          {SEVERITIES.map((severity) => (
            <Checkbox key={severity} value={severity} className={styles.filter!}>
              {({ isSelected }) => (
                <>
                  <span className={styles.box} aria-hidden>
                    {isSelected ? "✓" : ""}
                  </span>
                  {of(severity)} {NAMES[severity][of(severity) === 1 ? 0 : 1].toLowerCase()}
                </>
              )}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <Button
          look="plain"
          className={styles.order!}
          aria-label={byArea ? "In order of the report" : "By area"}
          onPress={() => setByArea(!byArea)}
        >
          {byArea ? "In order" : "By area"}
        </Button>
      </div>
      <output className="visually-hidden">{checked ? counted(findings.length, "finding") : ""}</output>
      <section className={styles.groups} aria-label="Findings">
        {groups.map(({ key, title, members }) => (
          <section key={key} aria-label={title ?? "In report order"}>
            {title && <h3 className={styles.group}>{title}</h3>}
            <ul className={styles.list} data-plain={title ? undefined : ""}>
              {members.map((finding) => (
                <li key={finding.fingerprint}>
                  <FindingCard finding={finding} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {checked && findings.length === 0 && (
          <p className={styles.empty}>
            Nothing to report: every grade that is given agrees with what is written under it, as far as the
            rules can see. The report is checked again at every change.
          </p>
        )}
        {checked && findings.length > 0 && groups.length === 0 && (
          <p className={styles.empty}>The findings there are, are of the kinds not ticked above.</p>
        )}
        {!checked && <p className={styles.empty}>Checking for the first time…</p>}
      </section>
    </>
  );
}

interface Group {
  readonly key: string;
  readonly title: string | null;
  readonly members: readonly Finding[];
}

/** In report order, gathered by area when there is a framework to gather by. */
function groupsOf(findings: readonly Finding[], framework: Framework | null): Group[] {
  if (!framework) return findings.length > 0 ? [{ key: "all", title: null, members: findings }] : [];
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.areaId ?? "";
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].map(([key, members]) => {
    const area = findArea(framework, members[0]!.areaId);
    const root = area && ancestorsOf(framework, area)[0];
    const title = area
      ? [root?.shortTitle ?? root?.title, area.title].filter(Boolean).join(" · ")
      : "Whole report";
    return { key, title, members };
  });
}
