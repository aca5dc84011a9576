import "#tests/renderer/helpers/page.ts";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import type { Report } from "#shared/domain/report.ts";
import { ApiContext, type Api } from "#renderer/api/client.ts";
import { useChangeEvidence } from "#renderer/evidence/use-change-evidence.ts";
import { createSessionStore, SessionContext, type Session } from "#renderer/report/session.ts";

test("a change that is made while another is on its way keeps what that one wrote", async () => {
  const item = Evidence.parse({ id: "e1", reference: "E-001", kind: "interview", title: "One", date: null });
  const store = createSessionStore(
    { ...sketchReport({ grades: {}, lines: [] }), evidence: [item] } as unknown as Report,
    sketchFramework,
    [],
  );
  store.setState({ evidence: [item] });
  const put = async ({ evidence }: { evidence: Partial<Evidence> }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { ...item, ...evidence, reference: item.reference };
  };
  const api = { client: { evidence: { put } } } as unknown as Api;
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ApiContext value={api}>
      <SessionContext value={{ store } as unknown as Session}>{children}</SessionContext>
    </ApiContext>
  );
  const { result } = renderHook(() => useChangeEvidence(), { wrapper });
  await Promise.all([
    result.current(item, { title: "Two" }, "title"),
    result.current(item, { source: "Head of service" }, "source"),
  ]);
  expect(store.getState().evidence[0]).toMatchObject({ title: "Two", source: "Head of service" });
});
