import { os } from "#electron/core/api/procedures.ts";
import { readApprovalsNeeded, readDesk, writeApprovalsNeeded, writeDesk } from "#electron/core/store/desk.ts";
import {
  approve,
  assignReview,
  listReviews,
  moveStage,
  reviewState,
  signOffArea,
} from "#electron/core/store/review.ts";

export const review = {
  desk: os.review.desk.handler(({ context }) => readDesk(context.library.read)),
  setDesk: os.review.setDesk.handler(({ input, context }) => {
    writeDesk(context.library.write, input);
    return readDesk(context.library.read);
  }),
  approvals: os.review.approvals.handler(({ context }) => readApprovalsNeeded(context.library.read)),
  setApprovals: os.review.setApprovals.handler(({ input, context }) =>
    writeApprovalsNeeded(context.library.write, input.needed),
  ),
  list: os.review.list.handler(({ context }) =>
    listReviews(context.library.read, readDesk(context.library.read).name),
  ),
  state: os.review.state.handler(({ input, context }) => reviewState(context.library.read, input.reportId)),
  assign: os.review.assign.handler(({ input: { reportId, ...given }, context }) => {
    assignReview(context.library.write, reportId, given);
    return reviewState(context.library.read, reportId);
  }),
  move: os.review.move.handler(({ input: { reportId, baseRevision, ...given }, context }) => {
    moveStage(context.library.write, reportId, baseRevision, given, context.writer());
    return reviewState(context.library.read, reportId);
  }),
  approve: os.review.approve.handler(({ input: { reportId, baseRevision }, context }) => {
    approve(context.library.write, reportId, baseRevision, context.writer());
    return reviewState(context.library.read, reportId);
  }),
  signOff: os.review.signOff.handler(({ input: { reportId, baseRevision, ...given }, context }) => {
    signOffArea(context.library.write, reportId, baseRevision, given, context.writer());
    return reviewState(context.library.read, reportId);
  }),
};
