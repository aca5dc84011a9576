import { expect, test } from "vitest";
import { topicsOf } from "#shared/consistency/analysis/topics.ts";
import { sketch } from "#shared/consistency/sketch.ts";

const of = (text: string): string[] =>
  topicsOf(sketch({ lines: [text] }).blocks[0]!.analysis).map(
    ({ topic, weakness, praised }) => `${topic} ${weakness}${praised ? " praised" : ""}`,
  );

test.each([
  [
    "Supervision is good, however caseloads are not yet manageable.",
    ["supervision 0 praised", "caseloads 2"],
  ],
  ["There is no joint workforce strategy.", ["the workforce strategy 3"]],
  ["Only 16% receive their annual health checks.", ["health assessments 3"]],
  ["Pathway plans are variable.", ["pathway plans 1"]],
  ["Not all know how to complain, for example, young carers.", ["complaints 2", "young carers 2"]],
  ["One parent said ‘complaints are poor’.", []],
])("%s", (text, expected) => expect(of(text)).toEqual(expected));
