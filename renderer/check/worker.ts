import { LiveCheck } from "#renderer/check/live-check.ts";
import type { CheckQuestion } from "#renderer/check/protocol.ts";

/** The consistency engine on a thread of its own, so that no keystroke waits for it. */
const live = new LiveCheck();

self.addEventListener("message", ({ data }: MessageEvent<CheckQuestion>) =>
  self.postMessage(live.answer(data)),
);
