import { Temporal } from '../../../src/platform/index.ts';
import {
  allOf,
  type ObjectsOf,
  type OpenObject,
  receiveNotice,
  type Told,
  type ToldChange,
  unclosedProceedings,
} from '../../../src/register/notices/index.ts';
import type { Database } from '../../../src/storage/index.ts';

/** What areas to come will have open on clients, beside the proceedings of the database. */
export function createWorld() {
  const objects = new Set<OpenObject>();
  const objectsOf: ObjectsOf = allOf([
    unclosedProceedings,
    async (_db, clientIds) => [...objects].filter(({ clientId }) => clientIds.includes(clientId)),
  ]);
  return { objects, objectsOf };
}

export const SECRET = new Uint8Array(32).fill(7);

export function change(kind: ToldChange['kind'], what = '1', on?: string): ToldChange {
  return { kind, what, on: on === undefined ? undefined : Temporal.PlainDate.from(on) };
}

/** Has a feed tell of a client, as it was looked up in a proceeding. Gives the ids of what is new. */
export async function tell(
  database: Database,
  objectsOf: ObjectsOf,
  told: Pick<Told, 'clientId' | 'proceeding' | 'changes'> & Partial<Told>,
): Promise<readonly string[]> {
  const at = told.toldAt ?? Temporal.Instant.from('2026-11-23T08:00:00Z');
  const received = await database.transaction((tx) =>
    receiveNotice({ objectsOf, secret: SECRET }, tx, { feed: 'RR.CHANGE_NOTICES', toldAt: at, queryId: undefined, ...told }, at),
  );
  return received.map(({ notice }) => notice.id);
}
