import { useId, useState } from "react";
import type { AreaId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession } from "#renderer/report/session.ts";
import { setGrade } from "#renderer/report/set-grade.ts";

interface Props {
  readonly areaId: AreaId;
  readonly rationale: string;
}

/** Why this grade: kept with the judgement, never printed. Recorded when the field is left. */
export function Rationale({ areaId, rationale }: Props) {
  const session = useSession();
  const { client } = useApi();
  const id = useId();
  const [text, setText] = useState(rationale);
  const record = (): void => {
    if (text !== rationale) void setGrade(client, session, { areaId, rationale: text });
  };
  return (
    <div>
      <label className={panel.label} htmlFor={id}>
        Why this grade
      </label>
      <textarea
        id={id}
        className={panel.field}
        value={text}
        maxLength={20_000}
        placeholder="The reason, for whoever will challenge it. It is not printed."
        onChange={(event) => setText(event.target.value)}
        onBlur={record}
      />
    </div>
  );
}
