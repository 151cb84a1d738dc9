import { startOfDay, Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { findEmployees, findNames, findPersonalCodes, ROLES } from '../access/index.ts';
import type { SealedLine } from '../audit/index.ts';
import { findByPersonalCodes, findClients } from '../people/index.ts';
import { findProceedings, findTogether } from '../proceedings/index.ts';
import { askersIn } from './asking-store.ts';
import type { Deed, ShortLived } from './facts.ts';
import { isListedAt } from './listed-person.ts';
import { findListedAmong } from './listed-store.ts';
import { sharesSurname } from './surname.ts';

/** Whether a role is one of a worker: who acts on their own behalf, or for another register, is nobody's curiosity. */
function isWorkers(role: string): boolean {
  return ROLES.some((one) => one === role);
}

/**
 * What STAR knows of each worker and of the person whom their line is about. Personal codes are compared here, and go no further.
 */
export async function gatherDeeds(tx: Tx, lines: readonly SealedLine[]): Promise<readonly Deed[]> {
  const theirs = lines.flatMap((line) => (line.actor?.roles.some(isWorkers) === true ? [{ line, worker: line.actor }] : []));
  const workerIds = [...new Set(theirs.map(({ worker }) => worker.userId))];
  const clientIds = [...new Set(theirs.flatMap(({ line }) => line.clientId ?? []))];
  const [codes, clients] = [await findPersonalCodes(tx, workerIds), await findClients(tx, clientIds)];
  const names = await findNames(tx, workerIds);
  const asked = [...clients.values()].flatMap(({ personalCode }) => personalCode ?? []);
  const [employees, ownFiles] = [await findEmployees(tx, asked), await findByPersonalCodes(tx, [...codes.values()])];
  const listed = await findListedAmong(tx, asked);
  const ownFileOf = new Map(ownFiles.map((file) => [file.personalCode, file.id]));
  const together = await findTogether(
    tx,
    ownFiles.map(({ id }) => id),
    clientIds,
  );
  return theirs.map(({ line, worker }) => {
    const code = codes.get(worker.userId);
    const client = line.clientId === undefined ? undefined : clients.get(line.clientId);
    const { personalCode } = client ?? {};
    const ownFile = ownFileOf.get(code);
    // Whichever id of the file the line names.
    const isOwnFile = ownFile !== undefined && ownFile === client?.id;
    return {
      line,
      worker,
      isOwnFile,
      isListed: listed.some((one) => one.personalCode === personalCode && isListedAt(one, line.at)),
      sharesSurname: client !== undefined && sharesSurname(names.get(worker.userId) ?? '', client.lastName),
      colleagueId: employees.find((one) => one.personalCode === personalCode && one.institutionId === worker.institutionId)?.userId,
      togetherIn: isOwnFile ? undefined : together.find(({ one, other }) => one === ownFile && other === line.clientId)?.proceedingId,
    };
  });
}

/** Who asked in the proceedings that these lines close, on the day on which they close. */
export async function gatherShortLived(tx: Tx, lines: readonly SealedLine[]): Promise<readonly ShortLived[]> {
  const closings = lines.flatMap((line) =>
    line.action === 'PROCEEDING_CLOSED' && line.proceedingId !== undefined ? [{ line, proceedingId: line.proceedingId }] : [],
  );
  const [first] = closings.map(({ line }) => startOfDay(line.at)).sort(Temporal.Instant.compare);
  if (first === undefined) return [];
  const ids = closings.map(({ proceedingId }) => proceedingId);
  const [askers, proceedings] = [await askersIn(tx, ids, first), await findProceedings(tx, ids)];
  return closings.flatMap(({ line, proceedingId }) => {
    const openedAt = proceedings.get(proceedingId)?.openedAt;
    if (openedAt === undefined) return [];
    return askers
      .filter((asker) => asker.proceedingId === proceedingId && startOfDay(asker.hour).equals(startOfDay(line.at)))
      .map(({ workerId, institutionId }) => ({ line, proceedingId, openedAt, workerId, institutionId }));
  });
}
