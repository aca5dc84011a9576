import { backingOf } from "#shared/consistency/backing.ts";
import { createAnalysisCache } from "#shared/consistency/analysis-cache.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import { applyOperations } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { CheckAnswer, CheckQuestion } from "#renderer/check/protocol.ts";

/** The consistency engine on a thread of its own, so that no keystroke waits for it. */
const cache = createAnalysisCache();
let framework: Framework | null = null;
let blocks: readonly Block[] = [];

self.addEventListener("message", ({ data }: MessageEvent<CheckQuestion>) => {
  if (data.kind === "load") ({ framework, blocks } = data);
  else blocks = applyOperations(blocks, data.operations);
  const snapshot = buildSnapshot({ ...mutable(data.facts), blocks: [...blocks] }, framework, cache);
  const answer: CheckAnswer = {
    turn: data.turn,
    findings: check(snapshot),
    backing: new Map(snapshot.areas.map((area) => [area.id, backingOf(snapshot, area)])),
  };
  self.postMessage(answer);
});

const mutable = ({ judgements, evidence, ...facts }: CheckQuestion["facts"]) => ({
  ...facts,
  judgements: [...judgements],
  evidence: [...evidence],
});
