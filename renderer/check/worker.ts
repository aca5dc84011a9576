import { LiveCheck } from "#renderer/check/live-check.ts";
import { loadModel } from "#renderer/check/model.ts";
import type { CheckQuestion } from "#renderer/check/protocol.ts";

/** The consistency engine on a thread of its own, so that no keystroke waits for it. */
const live = loadModel().then((model) => new LiveCheck(model));

// Questions that come before the model wait for it, in order.
self.addEventListener("message", ({ data }: MessageEvent<CheckQuestion>) => {
  void live.then((check) => self.postMessage(check.answer(data)));
});
