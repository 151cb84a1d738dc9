import { sql } from 'kysely';
import { isId } from '../platform/index.ts';
import { declarations } from '../registries/index.ts';
import type { Db } from '../storage/index.ts';

/** What an id is found to belong to. */
export interface FoundById {
  readonly kind: 'QUERY' | 'DECLARATION';
  readonly id: string;
  readonly registry: string;
}

/** Finds a query or a declaration by its own id, or by the X-Road id of any of its messages. By a person nothing is found here. */
export async function findByAnyId(db: Db, id: string): Promise<readonly FoundById[]> {
  const own = isId(id) ? id : null;
  const { rows } = await sql<FoundById>`
    select 'QUERY' as kind, id, registry from query where id = ${own}::uuid
    union
    select 'QUERY', q.id, q.registry from query q join query_attempt a on a.query_id = q.id where a.x_road_id = ${id}
    union
    select 'DECLARATION', id, ${declarations.registry} from declaration where id = ${own}::uuid
    union
    select 'DECLARATION', declaration_id, ${declarations.registry} from declaration_exchange where x_road_id = ${id}`.execute(db);
  return rows;
}
