import { type Temporal, ZONE } from '../../platform/index.ts';
import { countAmong, type Db, type Tx } from '../../storage/index.ts';
import { eraseAccesses } from '../emergency/index.ts';
import { eraseLetters } from '../mail/index.ts';
import { findClients } from '../people/index.ts';
import {
  archiveProceedings,
  type EndedProceeding,
  eraseIntakes,
  eraseProceedings,
  findEndedIntakes,
  findEndedProceedings,
  type ProceedingKind,
} from '../proceedings/index.ts';
import { addAnonymised } from './anonymised-store.ts';
import { allDue, type Deed, type Holding, type Look } from './holding.ts';
import { BY_LAW, type RetentionGroup } from './policy.ts';
import { type AsOf, endedBefore, outlived, wasOfAge } from './threshold.ts';

/** Which kinds of proceeding are kept in which way (SHS § 145¹). */
const KINDS = {
  PROCEEDING_5_5: ['SIMPLE', 'CASE', 'CARE', 'CHILD', 'GUARDIANSHIP'],
  ADOPTION_50_50: ['ADOPTION', 'FOSTER'],
  VICTIM_10: ['VICTIM'],
  NGTS_27: ['NGTS'],
} as const satisfies Partial<Record<RetentionGroup, readonly ProceedingKind[]>>;

/** Young people of the youth guarantee are forgotten when they are 27. */
const YOUTH_UNTIL_YEARS = 27;

/** What of rooms that need more than the transaction hangs on proceedings and goes with them. Each is given the proceedings' ids, in the transaction. */
export type EraseOf = (tx: Tx, proceedingIds: readonly string[]) => Promise<void>;

/** Proceedings, by their kinds: into the archive, and out of the register. */
export function proceedingHoldings(hanging: readonly EraseOf[]): readonly Holding[] {
  const erase = async (tx: Tx, ids: readonly string[]) => {
    for (const eraseOf of [...hanging, eraseAccesses, eraseLetters]) await eraseOf(tx, ids);
    await addAnonymised(tx, await eraseProceedings(tx, ids));
  };
  const holding = (
    group: keyof typeof KINDS,
    deed: Deed,
    before: (asOf: AsOf) => Temporal.Instant,
    letGo: Holding['letGo'],
    isDue: (db: Db, ended: readonly EndedProceeding[], asOf: AsOf) => Promise<readonly EndedProceeding[]>,
  ): Holding => ({
    name: `${group}_TO_${deed}`,
    group,
    deed,
    letGo,
    async look(db, asOf, among): Promise<Look> {
      const ended = await findEndedProceedings(db, { kinds: KINDS[group], before: before(asOf) }, among);
      const due = await isDue(db, ended, asOf);
      return {
        due: due.map(({ id, clientIds }) => ({ id, clientIds, proceedingId: id })),
        last: ended.length === countAmong(among) && !('ids' in among) ? ended.at(-1)?.id : undefined,
      };
    },
  });
  const inTwoSteps = (group: 'PROCEEDING_5_5' | 'ADOPTION_50_50'): readonly Holding[] => [
    holding(
      group,
      'ANONYMISE',
      (asOf) => outlived(asOf, group),
      erase,
      async (_, ended) => ended,
    ),
    holding(
      group,
      'ARCHIVE',
      ({ day }) => endedBefore(day, BY_LAW[group].period),
      archiveProceedings,
      async (_, ended, asOf) => {
        const toGo = outlived(asOf, group);
        // What is due to go altogether is not put into the archive first.
        return ended.filter(({ state, closedAt }) => state === 'CLOSED' && closedAt.epochMilliseconds >= toGo.epochMilliseconds);
      },
    ),
  ];
  const victims = (asOf: AsOf) => outlived(asOf, 'VICTIM_10');
  return [
    ...inTwoSteps('PROCEEDING_5_5'),
    ...inTwoSteps('ADOPTION_50_50'),
    holding('VICTIM_10', 'ANONYMISE', victims, erase, async (db, ended, asOf) => {
      const entered = ended.filter(({ lastEntryAt }) => lastEntryAt.epochMilliseconds < victims(asOf).epochMilliseconds);
      return whereEverybody(db, entered, (birthDate, { lastEntryAt }) => {
        const entry = lastEntryAt.toZonedDateTimeISO(ZONE).toPlainDate();
        return wasOfAge(birthDate, entry) || wasOfAge(birthDate, asOf.day, { ago: BY_LAW.VICTIM_10.period });
      });
    }),
    holding(
      'NGTS_27',
      'DELETE',
      ({ day }) => endedBefore(day),
      erase,
      (db, ended, { day }) => whereEverybody(db, ended, (birthDate) => wasOfAge(birthDate, day, { years: YOUTH_UNTIL_YEARS })),
    ),
    {
      name: 'INTAKES_TO_DELETE',
      group: 'PROCEEDING_5_5',
      deed: 'DELETE',
      look: async (db, asOf, among) => allDue(await findEndedIntakes(db, outlived(asOf, 'PROCEEDING_5_5'), among), among),
      letGo: eraseIntakes,
    },
  ];
}

/** Proceedings of whose subjects each is so old. One whose date of birth nobody knows keeps the proceeding: supervision decides. */
async function whereEverybody(
  db: Db,
  proceedings: readonly EndedProceeding[],
  isOldEnough: (birthDate: Temporal.PlainDate | undefined, proceeding: EndedProceeding) => boolean,
): Promise<readonly EndedProceeding[]> {
  const clients = await findClients(db, [...new Set(proceedings.flatMap(({ clientIds }) => clientIds))]);
  return proceedings.filter((proceeding) => proceeding.clientIds.every((id) => isOldEnough(clients.get(id)?.birthDate, proceeding)));
}
