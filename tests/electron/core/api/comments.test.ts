import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "#electron/core/app.ts";
import { insertComment } from "#electron/core/store/comments.ts";
import { Comment, openComments } from "#shared/domain/comment.ts";
import { BlockId, CommentId, ReportId } from "#shared/domain/ids.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { addReport } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";
import { p, r, smallDocx } from "#tests/electron/core/importers/small-docx.ts";

let app: App;
let client: Awaited<ReturnType<typeof appInMemory>>["client"];
let reportId: ReportId;
beforeAll(async () => {
  ({ app, client } = await appInMemory());
  reportId = addReport(app.context.library, smallDraft());
});
afterAll(() => app.close());

const said = async () => (await client.comments.list({ reportId })).comments;
const about = { blockId: BlockId.parse("b1"), quote: "is adequate", offset: 20 };

test("a comment is kept with its words, answered, settled and opened again", async () => {
  const { me } = await client.comments.list({ reportId });
  const first = await client.comments.add({ reportId, comment: { ...about, text: "  Is it?  " } });
  expect(first).toMatchObject({ ...about, text: "Is it?", by: me, answers: null, resolved: null });
  const answer = await client.comments.answer({ reportId, commentId: first.id, text: "It is." });
  const second = await client.comments.answer({ reportId, commentId: answer.id, text: "Thanks." });
  expect([answer, second].map(({ answers, blockId }) => [answers, blockId])).toEqual([
    [first.id, null],
    [first.id, null],
  ]);
  const settled = await client.comments.resolve({ reportId, commentId: first.id, resolved: true });
  expect(settled.resolved).toMatchObject({ by: me });
  expect(await said()).toEqual([settled, answer, second]);
  expect(await client.comments.resolve({ reportId, commentId: first.id, resolved: false })).toEqual(first);
});

test("one's own is removed and comes back the same; what was answered, or is another's, is not", async () => {
  const before = await said();
  const own = await client.comments.add({ reportId, comment: { ...about, text: "A slip." } });
  await client.comments.remove({ reportId, commentId: own.id });
  expect(await said()).toEqual(before);
  await expect(client.comments.remove({ reportId, commentId: own.id })).rejects.toMatchObject({
    data: { code: "not-found" },
  });
  expect(await client.comments.restore({ reportId, commentId: own.id })).toEqual(own);
  expect(await said()).toEqual([...before, own]);
  await expect(client.comments.remove({ reportId, commentId: before[0]!.id })).rejects.toMatchObject({
    data: { message: "This comment has been answered.", remedy: "Resolve it instead." },
  });
  const others = Comment.parse({ ...own, id: CommentId.parse("theirs"), by: "Somebody Else" });
  insertComment(app.context.library.write, reportId, others);
  await expect(client.comments.remove({ reportId, commentId: others.id })).rejects.toMatchObject({
    data: { message: "This comment is Somebody Else’s." },
  });
});

test("a comment without words, or on a report that is gone, is refused", async () => {
  await expect(client.comments.add({ reportId, comment: { ...about, text: "   " } })).rejects.toThrow();
  await expect(
    client.comments.add({ reportId: ReportId.parse("gone"), comment: { ...about, text: "Words." } }),
  ).rejects.toMatchObject({ data: { code: "not-found" } });
});

test("a Word file brings its comments into the library, and never takes any out", async () => {
  const range = (kind: string): string => `<w:commentRange${kind} w:id="1"/>`;
  const bytes = smallDocx({
    body: `<w:p>${r("1. The service is ")}${range("Start")}${r("good")}${range("End")}${r(".")}</w:p>${p("2. More.")}`,
    parts: {
      comments: `<w:comment w:id="1" w:author="Ann Reviewer" w:date="2023-05-01T10:00:00Z"><w:p>${r("CANARY-COMMENT")}</w:p></w:comment>`,
    },
  });
  const done = [];
  for await (const event of await client.imports.files({
    files: [new File([new Uint8Array(bytes)], "draft.docx")],
  }))
    if (event.kind !== "reading") done.push(event);
  expect(done).toMatchObject([{ kind: "done", paragraphs: 2, comments: 1, pictures: 0 }]);
  const imported = (done[0] as { reportId: ReportId }).reportId;
  const { comments } = await client.comments.list({ reportId: imported });
  const { blocks } = await client.reports.open({ reportId: imported });
  expect(comments).toMatchObject([
    { by: "Ann Reviewer", quote: "good", offset: 15, blockId: blocks[0]!.id, text: "CANARY-COMMENT" },
  ]);
  expect(JSON.stringify(blocks)).not.toContain("CANARY-COMMENT");
});

test("other words are suggested, taken and opened again; a note to oneself asks nothing of anybody", async () => {
  const made = await client.comments.add({
    reportId,
    comment: { ...about, text: "", suggestion: "is good", assignedTo: "Ann" },
  });
  expect(made).toMatchObject({ suggestion: { words: "is good", settled: null }, assignedTo: "Ann" });
  const one = { reportId, commentId: made.id };
  const taken = await client.comments.settle({ ...one, taken: true });
  expect(taken).toMatchObject({ suggestion: { settled: { taken: true } }, resolved: { by: made.by } });
  expect(await client.comments.settle({ ...one, taken: null })).toEqual(made);
  expect((await client.comments.assign({ ...one, assignedTo: " Bob " })).assignedTo).toBe("Bob");

  const note = await client.comments.add({
    reportId,
    comment: { ...about, text: "Ask about the audit.", isPrivate: true },
  });
  const answer = await client.comments.answer({ reportId, commentId: note.id, text: "Asked." });
  expect([note.isPrivate, answer.isPrivate]).toEqual([true, true]);
  expect(openComments([made, note, answer]).map(({ id }) => id)).toEqual([made.id]);
  await expect(client.comments.settle({ reportId, commentId: note.id, taken: true })).rejects.toMatchObject({
    data: { message: "This comment suggests no other words." },
  });
  await expect(client.comments.add({ reportId, comment: { ...about, text: " " } })).rejects.toThrow(
    "Input validation failed",
  );
});
