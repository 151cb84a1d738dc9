import { startRounds } from '../../platform/index.ts';
import { declarations } from '../../registries/index.ts';
import { findBlocked } from '../contracts/index.ts';
import { pausedRegistries } from '../registry-control.ts';
import { advance, type DeclarationPorts } from './advance.ts';
import { findDue } from './claim-store.ts';
import { forgetOutlived } from './forget.ts';

/** How often the rows are looked at: 2 s, so that a declaration leaves while its officer looks on. */
const EVERY_MS = 2_000;
/** Declarations sent or looked up in one round, one after the other: all institutions have some days of a month for theirs. */
const DUE_AT_MOST = 20;

/**
 * One round: what is due is sent or looked up, files that have been kept long enough are forgotten. The rows are all there is: when something is
 * due stands in each, so that any process goes on where another has died.
 */
export async function workDeclarations(ports: DeclarationPorts): Promise<void> {
  await forgetOutlived(ports);
  const paused = await pausedRegistries(ports.database.db);
  // By a contract that is broken nothing is sent, and nothing that comes could be read.
  if (paused.includes(declarations.registry) || (await findBlocked(ports.database.db)).has(declarations.code)) return;
  for (const id of await findDue(ports.database.db, ports.clock.now(), DUE_AT_MOST))
    await advance(ports, id).catch((error: unknown) => ports.log.error({ err: error }, 'a declaration could not be taken on'));
}

/** Works declarations from time to time until the returned function is called, which waits for a round under way. */
export function startDeclarations(ports: DeclarationPorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    () => workDeclarations(ports),
    (error) => ports.log.error({ err: error }, 'a round of declarations failed'),
  );
}
