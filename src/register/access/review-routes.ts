import { Type } from 'typebox';
import { type Clock, ok } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { confirmReview, isReviewOverdue, reviewDueBy, versionOf } from './access-review.ts';
import { UserReply, userView } from './account-routes.ts';
import type { Actor } from './actor.ts';
import { listActiveRecords } from './record-store.ts';
import { findLastReview } from './review-store.ts';
import { type Route, read, write } from './route.ts';

const Time = Type.String({ format: 'date-time' });
const ReviewReply = Type.Object({
  items: Type.Array(UserReply),
  overdue: Type.Boolean(),
  dueBy: Type.Optional(Time),
  confirmedAt: Type.Optional(Time),
  confirmedBy: Type.Optional(Type.String({ format: 'uuid' })),
});

/** The yearly look through who may do what (kasutajaõiguste asjakohasus). */
export function reviewRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database, clock } = ports;
  const shown = async ({ institutionId }: Actor) => {
    const [records, last] = [await listActiveRecords(database.db, institutionId), await findLastReview(database.db, institutionId)];
    const dueBy = reviewDueBy(last?.confirmedAt);
    return ok({
      body: {
        items: records.map((record) => userView(record, clock)),
        overdue: isReviewOverdue(last?.confirmedAt, clock.now()),
        ...(dueBy === undefined ? {} : { dueBy: dueBy.toString() }),
        ...(last === undefined ? {} : { confirmedAt: last.confirmedAt.toString(), confirmedBy: last.confirmedBy }),
      },
      version: versionOf(records),
    });
  };
  return [
    read({
      method: 'GET',
      path: '/admin/access-review',
      summary: 'All who have access to the institution now: their roles, why they see clients’ data, when they last signed in',
      callers: ['ADMIN'],
      reply: ReviewReply,
      async show({ actor }) {
        await appendAudit(database.db, { action: 'ACCESS_REVIEW_READ', at: clock.now(), actor, outcome: 'DONE' });
        return shown(actor);
      },
    }),
    write({
      method: 'POST',
      path: '/admin/access-review/confirm',
      summary: 'Confirms that who has access, and which, is right; with If-Match the list that was seen',
      callers: ['ADMIN'],
      versioned: true,
      reply: ReviewReply,
      async perform({ actor, ifMatch }, tx) {
        const confirmed = await confirmReview(ports, tx, actor, ifMatch);
        return confirmed.ok ? ok({ status: 201, id: confirmed.value }) : confirmed;
      },
      show: ({ actor }) => shown(actor),
    }),
  ];
}
