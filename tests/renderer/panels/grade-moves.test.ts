import { expect, test } from "vitest";
import { AreaId, GradeId } from "#shared/domain/ids.ts";
import { LedgerEntry } from "#shared/domain/ledger.ts";
import { JudgementChange } from "#shared/domain/report.ts";
import { gradeMoves } from "#renderer/panels/grade-moves.ts";

const AT = "2026-01-02T03:04:05.000Z";
const help = AreaId.parse("help");
const line = (number: number, revision: number, fact: object): LedgerEntry =>
  LedgerEntry.parse({ number, revision, fact, by: "ann", role: "lead", at: AT, hash: "0".repeat(64) });
const grade = (areaId: string, from: string | null, to: string) => ({
  kind: "grade",
  areaId,
  from,
  to,
  reason: "Seen in the files.",
  evidence: ["E-012"],
  afterReview: true,
});
const change = (revision: number, from: string | null, to: string | null) =>
  JudgementChange.parse({ areaId: help, revision, from, to, rationale: "Old words.", by: "bob", at: AT });

test("a move is told by the ledger, with its evidence; what the ledger never had comes from the history", () => {
  const ledger = [
    line(1, 5, grade("help", "good", "adequate")),
    line(2, 6, { kind: "stage", from: "draft", to: "in-review", reason: "" }),
    line(3, 7, grade("leaders", null, "good")),
  ];
  const history = [change(6, "adequate", "adequate"), change(5, "good", "adequate"), change(2, null, "good")];
  expect(gradeMoves(history, ledger, help)).toMatchObject([
    { key: "revision 6", to: "adequate", entry: null },
    {
      key: "line 1",
      from: GradeId.parse("good"),
      to: "adequate",
      reason: "Seen in the files.",
      by: "ann",
      entry: { number: 1, evidence: ["E-012"], afterReview: true },
    },
    { key: "revision 2", to: "good", reason: "Old words.", by: "bob", entry: null },
  ]);
});

test("a move that came from another desk stands in the ledger alone", () => {
  expect(gradeMoves([], [line(1, 3, grade("help", null, "good"))], help)).toMatchObject([
    { key: "line 1", to: "good" },
  ]);
});
