import { type Static, Type } from 'typebox';
import { orNull } from '../platform/index.ts';
import type { FeedStatus } from '../queries/index.ts';

const Instant = Type.String({ format: 'date-time' });

/** How far each register's feed of changes has been read. */
export const FeedList = Type.Object({
  items: Type.Array(
    Type.Object({
      feed: Type.String(),
      registry: Type.String(),
      cursor: Type.String({ description: 'Up to where it has been read: a moment, a day, or a place in the register’s own log' }),
      readAt: orNull(Instant),
      dueAt: Instant,
      failures: Type.Integer({ minimum: 0, description: 'Looks in a row that have failed' }),
      failure: orNull(Type.String({ description: 'Code of the latest failure' })),
    }),
  ),
});

export function viewFeeds(feeds: readonly FeedStatus[]): Static<typeof FeedList> {
  return {
    items: feeds.map(({ code, registry, cursor, readAt, dueAt, failures, failure }) => ({
      feed: code,
      registry,
      cursor,
      readAt: readAt?.toString() ?? null,
      dueAt: dueAt.toString(),
      failures,
      failure: failure ?? null,
    })),
  };
}
