import { isDeepStrictEqual } from 'node:util';
import { Temporal, ZONE } from '../../platform/index.ts';
import { receiveNotice, type ToldChange } from '../../register/notices/index.ts';
import { findClients } from '../../register/people/index.ts';
import { findProceeding } from '../../register/proceedings/index.ts';
import { type Change, type Residences, whatChanged } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import { readKept } from '../answers.ts';
import type { Query } from '../query.ts';
import { findAnsweredBefore, findQuery } from '../store.ts';
import type { FeedPorts } from './look.ts';
import { type ChangeNotice, explain, findExplainable, takeUnexplained, wasLookUp } from './notice-store.ts';

/** 500 notices in one round: a morning's worth of the largest municipality. */
const AT_MOST = 500;

/**
 * Has the register receive, as notices, what has changed of whom a feed told, once the query about it is answered. One that cannot be explained
 * does not stand before the others: the next round tries it again.
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
  if (proceeding === undefined) throw new Error('a change was told in a proceeding that is not there');
  const changes = await changesOf(ports, tx, notice, query);
  await explain(
    tx,
    notice.id,
    changes.map(({ kind }) => kind),
    at,
  );
  const { clientId, feed, toldAt, queryId } = notice;
  await receiveNotice(ports.notices, tx, { clientId, proceeding, feed, toldAt, queryId, changes }, at);
}

/** What has changed; nothing where the feed has told the same before, and that was looked up. */
async function changesOf(ports: FeedPorts, tx: Tx, notice: ChangeNotice, query: Query | undefined): Promise<readonly ToldChange[]> {
  const told = { what: notice.toldAt.toString(), on: undefined };
  const recoded: readonly ToldChange[] = notice.newPersonalCode ? [{ kind: 'PERSONAL_CODE', ...told }] : [];
  const earlier = query && (await findAnsweredBefore(tx, query, notice.toldAt));
  const [entry, before, wasTold, clients] = await Promise.all([
    query && entryIn(ports, tx, query),
    earlier && entryIn(ports, tx, earlier),
    earlier && wasLookUp(tx, earlier.id),
    findClients(tx, [notice.clientId]),
  ]);
  const client = clients.get(notice.clientId);
  const other: readonly ToldChange[] = recoded.length > 0 ? recoded : [{ kind: 'OTHER', ...told }];
  if (entry === undefined || client === undefined) return other;
  if (wasTold === true && isDeepStrictEqual(entry, before)) return recoded;
  const found = whatChanged(entry, {
    firstName: client.firstName,
    lastName: client.lastName,
    on: notice.toldAt.toZonedDateTimeISO(ZONE).toPlainDate(),
    ...(before === undefined ? {} : { entry: before }),
  }).map(toldOf);
  return found.length === 0 ? other : [...recoded, ...found];
}

function toldOf({ kind, what, on, name, residence }: Change): ToldChange {
  const since = on === undefined ? undefined : Temporal.PlainDate.from(on);
  const told = { kind, what: JSON.stringify(what), on: since };
  if (name !== undefined) return { ...told, word: { kind: 'NAME', ...name } };
  if (residence === undefined) return told;
  const { address: text, since: _since, ...place } = residence;
  return { ...told, word: { kind: 'RESIDENCE', address: { text, ...place }, since } };
}

/** The entry in an answer, where there is one and it can still be read. */
async function entryIn(ports: FeedPorts, tx: Tx, query: Query): Promise<Residences | undefined> {
  const reading = await readKept(ports, tx, query);
  return reading?.state === 'FOUND' ? (reading.record as Residences) : undefined;
}
