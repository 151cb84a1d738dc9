import { Type } from 'typebox';
import { fail, failure, ok } from '../../platform/index.ts';
import { type Route, read } from '../../register/access/index.ts';
import { kindsOf } from '../../register/proceedings/index.ts';
import { addressChanges, CHANGE_KINDS } from '../../registries/index.ts';
import type { Database } from '../../storage/index.ts';
import { Instant, Nullable } from '../replies.ts';
import { findAddressLines } from './address-store.ts';
import { listNotices } from './notice-store.ts';
import { findFeeds } from './store.ts';
import { whatBecame } from './what-became.ts';

const Id = Type.String({ format: 'uuid' });
/** Notices on a page, unless the caller asks for fewer. */
const PAGE = 100;

const Notice = Type.Object({
  id: Id,
  source: Type.Literal('RR'),
  feed: Type.String({ description: 'The feed that told of it' }),
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

const AdrId = Type.String({ pattern: '^[1-9][0-9]{0,17}$' });

/** What feeds have told, as the internal API shows it. A notice is shown while its proceeding is open. */
export function feedRoutes({ database }: { readonly database: Database }): readonly Route[] {
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
    read({
      method: 'GET',
      path: '/addresses/:adrId',
      summary: 'What has become of an address, by its ADR_ID: whether it holds, and which do in its place',
      callers: 'SIGNED_IN',
      params: Type.Object({ adrId: AdrId }),
      reply: Type.Object({
        adrId: AdrId,
        state: Type.Enum(['UNCHANGED', 'REPLACED', 'ENDED']),
        current: Type.Array(Type.Object({ adrId: AdrId, address: Nullable(Type.String()) })),
        asOf: Type.String({ format: 'date-time', description: 'When the address system was last asked for its changes' }),
      }),
      async show({ params: { adrId } }) {
        const feed = (await findFeeds(database.db)).find(({ code }) => code === addressChanges.code);
        if (feed?.readAt === undefined) return fail(failure('FEED_NOT_READ_HERE'));
        const { state, current } = await whatBecame(adrId, (ids) => findAddressLines(database.db, ids));
        const shown = current.map((one) => ({ adrId: one.adrId, address: one.address ?? null }));
        return ok({ body: { adrId, state, current: shown, asOf: feed.readAt.toString() } });
      },
    }),
  ];
}
