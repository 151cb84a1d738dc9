import { Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { type Route, read } from '../../register/access/index.ts';
import { kindsOf } from '../../register/proceedings/index.ts';
import { CHANGE_KINDS } from '../../registries/index.ts';
import type { Database } from '../../storage/index.ts';
import { Instant, Nullable } from '../replies.ts';
import { FEED_CODES } from './feeds.ts';
import { listNotices } from './notice-store.ts';

const Id = Type.String({ format: 'uuid' });
/** Notices on a page, unless the caller asks for fewer. */
const PAGE = 100;

const Notice = Type.Object({
  id: Id,
  source: Type.Literal('RR'),
  feed: Type.Enum([...FEED_CODES]),
  kinds: Nullable(
    Type.Array(Type.Enum([...CHANGE_KINDS]), {
      description: 'What has changed; null until the register has been asked',
    }),
  ),
  toldAt: Instant,
  proceedingId: Id,
  subjectId: Id,
  queryId: Nullable(Id),
});

/** The notices' part of the internal API. Each is shown while its proceeding is open. */
export function noticeRoutes({ database }: { readonly database: Database }): readonly Route[] {
  return [
    read({
      method: 'GET',
      path: '/me/notices',
      summary: 'What the population register has told of people in the institution’s open proceedings, the newest first',
      callers: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'],
      query: Type.Object(
        {
          source: Type.Optional(Type.Literal('RR')),
          after: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE })),
        },
        { additionalProperties: false },
      ),
      reply: Type.Object({ items: Type.Array(Notice), next: Type.Optional(Id) }),
      async show({ actor, query: { after, limit = PAGE } }) {
        const notices = await listNotices(database.db, { institutionId: actor.institutionId, kinds: kindsOf(actor.roles), after, limit });
        const items = notices.map(({ id, feed, kinds, toldAt, proceedingId, clientId, queryId }) => ({
          id,
          source: 'RR' as const,
          feed,
          kinds: kinds === undefined ? null : [...kinds],
          toldAt: toldAt.toString(),
          proceedingId,
          subjectId: clientId,
          queryId: queryId ?? null,
        }));
        const last = items.at(limit - 1)?.id;
        return ok({ body: { items, ...(last === undefined ? {} : { next: last }) } });
      },
    }),
  ];
}
