import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { sketchFramework } from "#shared/consistency/sketch.ts";
import { GradeRadios } from "#renderer/panels/GradeRadios.tsx";

afterEach(cleanup);

test("a grade that is chosen is given before what is pressed next", async () => {
  const done: string[] = [];
  render(
    <>
      <GradeRadios
        framework={sketchFramework}
        gradeId={null}
        areaTitle="Partnerships"
        onChange={(gradeId) => done.push(gradeId)}
      />
      <button type="button" onClick={() => done.push("sent")}>
        Send
      </button>
    </>,
  );
  await userEvent.click(screen.getByRole("radio", { name: /Good/ }));
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(done).toEqual(["good", "sent"]);
});
