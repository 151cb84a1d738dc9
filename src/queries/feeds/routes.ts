import { Type } from 'typebox';
import { fail, failure, ok, orNull } from '../../platform/index.ts';
import { type Route, read } from '../../register/access/index.ts';
import { addressChanges } from '../../registries/index.ts';
import type { Database } from '../../storage/index.ts';
import { findAddressLines } from './address-store.ts';
import { findFeeds } from './store.ts';
import { whatBecame } from './what-became.ts';

const AdrId = Type.String({ pattern: '^[1-9][0-9]{0,17}$' });

/** What feeds have told of addresses. What they tell of people becomes notices, which the register shows. */
export function feedRoutes({ database }: { readonly database: Database }): readonly Route[] {
  return [
    read({
      method: 'GET',
      path: '/addresses/:adrId',
      summary: 'What has become of an address, by its ADR_ID: whether it holds, and which do in its place',
      callers: 'SIGNED_IN',
      params: Type.Object({ adrId: AdrId }),
      reply: Type.Object({
        adrId: AdrId,
        state: Type.Enum(['UNCHANGED', 'REPLACED', 'ENDED']),
        current: Type.Array(Type.Object({ adrId: AdrId, address: orNull(Type.String()) })),
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
