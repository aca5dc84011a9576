import { judgementAreas } from "#shared/domain/framework.ts";
import { CheckboxGroup } from "react-aria-components";
import { AreaId } from "#shared/domain/ids.ts";
import styles from "#renderer/evidence/EvidencePage.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Tick } from "#renderer/ui/Tick.tsx";

interface Props {
  readonly areaIds: readonly AreaId[];
  readonly onChange: (areaIds: AreaId[]) => void;
}

/** The framework's areas, those ticked that an item speaks to. */
export function AreaTicks({ areaIds, onChange }: Props) {
  const framework = useSessionState((state) => state.framework);
  return (
    <CheckboxGroup
      className={styles.ticks!}
      aria-label="Areas it speaks to"
      value={[...areaIds]}
      onChange={(ids) => onChange(ids.map((id) => AreaId.parse(id)))}
    >
      {judgementAreas(framework).map(({ id, title }) => (
        <Tick key={id} value={id}>
          {title}
        </Tick>
      ))}
    </CheckboxGroup>
  );
}
