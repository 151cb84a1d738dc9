import { type Temporal, ZONE } from '../../platform/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import { findClients } from '../../register/people/index.ts';
import { findProceeding, recordActions } from '../../register/proceedings/index.ts';
import { type ChangeKind, type Residences, whatChanged } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import { readKept } from '../answers.ts';
import type { Query } from '../query.ts';
import { findAnsweredBefore, findQuery } from '../store.ts';
import type { FeedPorts } from './look.ts';
import { type ChangeNotice, explain, findExplainable, takeUnexplained } from './notice-store.ts';

/** 500 notices in one round: a morning's worth of the largest municipality. */
const AT_MOST = 500;

/** What the worker reads in the course of the proceeding. */
const WORDS: Readonly<Record<ChangeKind, string>> = {
  DEATH: 'surm',
  NAME: 'nimi',
  RESIDENCE: 'elukoht',
  CUSTODY: 'hooldusõigus',
  PERSONAL_CODE: 'isikukood',
  OTHER: 'muud andmed',
};

/**
 * Says of notices whose query is answered what has changed, as an action of the proceeding. One that cannot be explained does not stand before
 * the others: the next round tries it again.
 */
export async function explainNotices(ports: FeedPorts): Promise<void> {
  const { clock, database, log } = ports;
  for (const id of await findExplainable(database.db, AT_MOST)) {
    const explained = database.transaction(async (tx) => {
      const notice = await takeUnexplained(tx, id);
      if (notice !== undefined) await explainOne(ports, tx, notice, clock.now());
    });
    await explained.catch((error: unknown) => log.error({ err: error, noticeId: id }, 'a notice could not be explained'));
  }
}

async function explainOne(ports: FeedPorts, tx: Tx, notice: ChangeNotice, at: Temporal.Instant): Promise<void> {
  const [query, proceeding] = await Promise.all([
    notice.queryId === undefined ? undefined : findQuery(tx, notice.queryId),
    findProceeding(tx, notice.proceedingId),
  ]);
  const kinds = await kindsOf(ports, tx, notice, query);
  await explain(tx, notice.id, kinds, at);
  // Of a proceeding that has closed meanwhile nothing more is told.
  if (proceeding?.state !== 'OPENED') return;
  await recordActions(tx, [
    {
      proceedingId: notice.proceedingId,
      kind: 'NOTICE',
      origin: 'AUTOMATIC',
      performedBy: proceeding.ownerId,
      text: `Rahvastikuregistri teade: ${kinds.map((kind) => WORDS[kind]).join(', ')}`,
      refs: query === undefined ? {} : { queryId: query.id },
      at,
    },
  ]);
  await appendAudit(tx, {
    action: 'CHANGE_NOTICED',
    at,
    system: 'change-feed',
    object: { type: 'change-notice', id: notice.id },
    clientId: notice.clientId,
    proceedingId: notice.proceedingId,
    outcome: 'DONE',
    details: { feed: notice.feed, kinds: kinds.join(' '), query: notice.queryId ?? null },
  });
}

async function kindsOf(ports: FeedPorts, tx: Tx, notice: ChangeNotice, query: Query | undefined): Promise<readonly ChangeKind[]> {
  const recoded: readonly ChangeKind[] = notice.newPersonalCode ? ['PERSONAL_CODE'] : [];
  const [entry, before, clients] = await Promise.all([
    query && entryIn(ports, tx, query),
    query && findAnsweredBefore(tx, query, notice.toldAt).then((earlier) => earlier && entryIn(ports, tx, earlier)),
    findClients(tx, [notice.clientId]),
  ]);
  const client = clients.get(notice.clientId);
  if (entry === undefined || client === undefined) return recoded.length === 0 ? ['OTHER'] : recoded;
  const found = whatChanged(entry, {
    firstName: client.firstName,
    lastName: client.lastName,
    on: notice.toldAt.toZonedDateTimeISO(ZONE).toPlainDate(),
    ...(before === undefined ? {} : { entry: before }),
  });
  return recoded.length === 0 ? found : [...recoded, ...found.filter((kind) => kind !== 'OTHER')];
}

/** The entry in an answer, where there is one and it can still be read. */
async function entryIn(ports: FeedPorts, tx: Tx, query: Query): Promise<Residences | undefined> {
  const reading = await readKept(ports, tx, query);
  return reading?.state === 'FOUND' ? (reading.record as Residences) : undefined;
}
