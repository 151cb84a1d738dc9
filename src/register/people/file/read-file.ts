import { type Clock, ok, type Result, type Temporal, today } from '../../../platform/index.ts';
import type { Database, Db } from '../../../storage/index.ts';
import type { Actor } from '../../access/index.ts';
import { appendAuditLines } from '../../audit/index.ts';
import { findInstitutionById } from '../../organisations/index.ts';
import type { Client } from '../client.ts';
import { type ReachRefusal, told } from '../reach.ts';
import { type ReachPorts, reachFile } from '../reach-file.ts';
import { findClients } from '../store.ts';
import type { Entry } from './entry.ts';
import { findEntries } from './entry-store.ts';
import { type FilePart, namedIn } from './general-view.ts';
import { livesIn, type Sight, seenBy, sightOf } from './sight.ts';
import type { LastProceeding, Reading } from './told.ts';

export interface ReadPorts extends ReachPorts {
  readonly database: Database;
  readonly clock: Clock;
  /** The last proceeding on the person that the reader may see. */
  readonly lastProceeding: (db: Db, reading: Reading) => Promise<LastProceeding | undefined>;
}

/** A file as somebody sees it. */
export interface FileSeen {
  readonly client: Client;
  /** Every id that leads to the file. */
  readonly ids: readonly string[];
  readonly sight: Sight;
  readonly entries: readonly Entry[];
  /** Those whom the entries name, under the ids by which they do. */
  readonly files: ReadonlyMap<string, Client>;
}

/** Reads a file for somebody. The log knows which part of whose file was shown, how much of it, and who else was named there. */
export async function readFile(
  ports: ReadPorts,
  reader: Actor,
  clientId: string,
  { part, day }: { readonly part: FilePart; readonly day: Temporal.PlainDate },
): Promise<Result<FileSeen, ReachRefusal>> {
  const { db } = ports.database;
  const reached = await reachFile(ports, db, reader, clientId);
  if (!reached.ok) return reached;
  const { client, ids, tie, purpose } = reached.value;
  const [all, institution] = [await findEntries(db, ids), await findInstitutionById(db, reader.institutionId)];
  const sight = sightOf(tie, livesIn(institution?.ehakCode, all, today(ports.clock)));
  const entries = seenBy(sight, reader.institutionId, all);
  const files = await findClients(db, namedIn(entries, part, day));
  const named = new Set([...files.values()].map(({ id }) => id));
  const { details, ...by } = told(purpose);
  const line = { at: ports.clock.now(), actor: reader, object: { type: 'client', id: client.id }, outcome: 'DONE', ...by } as const;
  await appendAuditLines(db, [
    { ...line, action: 'CLIENT_READ', clientId: client.id, details: { ...details, fields: part, sight } },
    ...[...named].map((id) => ({ ...line, action: 'CLIENT_NAMED', clientId: id, details: { ...details, fields: 'NAME' } })),
  ]);
  return ok({ client, ids, sight, entries, files });
}
