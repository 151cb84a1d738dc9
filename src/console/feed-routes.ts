import { Type } from 'typebox';
import { ok } from '../platform/index.ts';
import { feedStatus, readFeed } from '../queries/index.ts';
import { type Route, read, write } from '../register/access/index.ts';
import { OPERATORS, READERS } from './callers.ts';
import { Done } from './done.ts';
import { FeedList, viewFeeds } from './feed-view.ts';
import type { ConsolePorts } from './ports.ts';
import { auditRefusal } from './refusal.ts';

/** How far the registers' feeds of changes have been read. */
export function feedRoutes(ports: ConsolePorts): readonly Route[] {
  const { database } = ports;
  return [
    read({
      method: 'GET',
      path: '/feeds',
      summary: 'How far the registers’ feeds of changes have been read',
      callers: READERS,
      reply: FeedList,
      show: async () => ok({ body: viewFeeds(await feedStatus(database.db)) }),
    }),
    write({
      method: 'POST',
      path: '/feeds/:feed/read',
      summary: 'Has a feed of changes read now; it begins within seconds',
      callers: OPERATORS,
      params: Type.Object({ feed: Type.String({ pattern: '^[A-Z][A-Z0-9._]{1,59}$' }) }),
      reply: Done,
      async perform({ actor, params }, tx) {
        const done = await readFeed(ports, tx, actor, params.feed);
        return done.ok ? ok({ status: 202, id: params.feed }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'change-feed', id: params.feed }, 'read', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
  ];
}
