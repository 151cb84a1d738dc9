import { type Clock, Temporal } from '../../platform/index.ts';
import type { Among, Db, Tx } from '../../storage/index.ts';
import {
  eraseAccounts,
  eraseCitizens,
  eraseRecords,
  eraseRequests,
  findAbsentCitizens,
  findDecidedRequests,
  findIdleAccounts,
  findLeavers,
} from '../access/index.ts';
import { dropMonths, findOldMonths, tellsOf } from '../audit/index.ts';
import { eraseNotices, eraseReadings, findEndedNotices } from '../notices/index.ts';
import { erasePosts, eraseProfile } from '../organisations/index.ts';
import { eraseFiles, findEnterers, findIds, findNeeded, findOldFiles } from '../people/index.ts';
import { findRegistrants } from '../proceedings/index.ts';
import { eraseSignals, findOldSignals } from '../supervision/index.ts';
import { eraseHolds, findLiftedHolds } from './hold-store.ts';
import { allDue, type Holding, type Thing } from './holding.ts';
import type { RetentionGroup } from './policy.ts';
import { type EraseOf, proceedingHoldings } from './proceeding-holdings.ts';
import { outlived } from './threshold.ts';

/** What is kept above the register's floor, by its rooms. */
export interface Kept {
  readonly clock: Clock;
  /** What hangs on proceedings. */
  readonly ofProceedings: readonly EraseOf[];
  readonly besides: readonly Holding[];
}

/**
 * All that runs out, in the order in which a run lets go of it: proceedings first, then what is left without one. A file or an account that is
 * freed by a run is due for the next.
 */
export function holdingsOf({ clock, ofProceedings, besides }: Kept): readonly Holding[] {
  return [
    ...proceedingHoldings(ofProceedings),
    ...besides,
    deletes(
      'NOTICES',
      'PROCEEDING_5_5',
      async (db, before, among) => (await findEndedNotices(db, before, among)).map(({ id, clientId }) => ({ id, clientIds: [clientId] })),
      eraseNotices,
    ),
    clientFiles,
    deletes('ACCESS_REQUESTS', 'EMPLOYEE', findDecidedRequests, eraseRequests),
    employeeRecords,
    accounts,
    citizens,
    deletes('SIGNALS', 'LOG', findOldSignals, eraseSignals),
    deletes('LIFTED_HOLDS', 'LOG', findLiftedHolds, eraseHolds),
    auditMonths(clock),
  ];
}

/** Things that are deleted when the whole period of their group is over since the event by which they are found. */
export function deletes(
  name: string,
  group: RetentionGroup,
  find: (db: Db, before: Temporal.Instant, among: Among) => Promise<readonly Thing[]>,
  erase: (tx: Tx, ids: readonly string[]) => Promise<void>,
): Holding {
  return {
    name,
    group,
    deed: 'DELETE',
    look: async (db, asOf, among) => allDue(await find(db, outlived(asOf, group), among), among),
    letGo: erase,
  };
}

/** Client files (klienditoimik) in which nothing was entered for the period and that nothing in the register is about any more. */
const clientFiles: Holding = {
  name: 'CLIENT_FILES',
  group: 'BASE_DATA',
  deed: 'DELETE',
  async look(db, asOf, among) {
    const old = await findOldFiles(db, outlived(asOf, 'BASE_DATA'), among);
    const needed = await findNeeded(
      db,
      old.flatMap(({ ids }) => ids),
    );
    return {
      due: old.filter(({ ids }) => !ids.some((id) => needed.has(id))).map(({ id }) => ({ id, clientIds: [id] })),
      last: allDue(old, among).last,
    };
  },
  async letGo(tx, ids) {
    const all: string[] = [];
    for (const id of ids) all.push(...(await findIds(tx, { id })));
    await eraseFiles(tx, all);
  },
};

/** Employees' places in institutions that they have left. */
const employeeRecords: Holding = {
  name: 'EMPLOYEE_RECORDS',
  group: 'EMPLOYEE',
  deed: 'DELETE',
  look: async (db, asOf, among) => allDue(await findLeavers(db, outlived(asOf, 'EMPLOYEE'), among), among),
  async letGo(tx, ids, asOf) {
    for (const id of ids) {
      const { institutionIds, worksElsewhere } = await eraseRecords(tx, id, outlived(asOf, 'EMPLOYEE'));
      for (const institutionId of institutionIds) await erasePosts(tx, id, institutionId);
      if (!worksElsewhere) await eraseProfile(tx, id);
    }
  },
};

const accounts: Holding = {
  name: 'ACCOUNTS',
  group: 'EMPLOYEE',
  deed: 'DELETE',
  async look(db, _, among) {
    const idle = await findIdleAccounts(db, among);
    return { due: await withoutTraces(db, idle), last: allDue(idle, among).last };
  },
  async letGo(tx, ids) {
    await eraseReadings(tx, ids);
    await eraseAccounts(tx, ids);
  },
};

/** People who came by themselves, once nothing that they sent is kept. */
const citizens: Holding = {
  name: 'CITIZENS',
  group: 'BASE_DATA',
  deed: 'DELETE',
  async look(db, _, among) {
    const absent = await findAbsentCitizens(db, among);
    return { due: await withoutTraces(db, absent), last: allDue(absent, among).last };
  },
  letGo: eraseCitizens,
};

/** Those of whose work nothing is kept where a worker and somebody who came by themselves stand in the same column, which no foreign key can tell. */
async function withoutTraces<One extends Thing>(db: Db, people: readonly One[]): Promise<readonly One[]> {
  const ids = people.map(({ id }) => id);
  const [enterers, registrants] = [await findEnterers(db, ids), await findRegistrants(db, ids)];
  return people.filter(({ id }) => !enterers.has(id) && !registrants.has(id));
}

/** Months of the log, the earliest first. One that tells of somebody held holds those behind it too: the chain is walked from its beginning. */
function auditMonths(clock: Clock): Holding {
  const monthsOf = (ids: readonly string[]) => ids.map((id) => Temporal.PlainYearMonth.from(id));
  return {
    name: 'AUDIT_MONTHS',
    group: 'LOG',
    deed: 'DELETE',
    async look(db, asOf, among) {
      const old = (await findOldMonths(db, outlived(asOf, 'LOG'))).map((month) => month.toString());
      const looked =
        'ids' in among ? old.filter((id) => among.ids.includes(id)) : old.filter((id) => among.after === undefined || id > among.after);
      return { due: looked.map((id) => ({ id })), last: undefined };
    },
    async tellsOf(db, id, held) {
      const months = await findOldMonths(db, clock.now());
      for (const month of months) if (month.toString() <= id && (await tellsOf(db, month, held))) return true;
      return false;
    },
    letGo: (tx, ids) => dropMonths(tx, clock, monthsOf(ids)),
  };
}
