import type { Failure, Language, Result } from '../../platform/index.ts';
import type { Actor, TakenFile } from '../access/index.ts';
import type { Proceeding } from '../proceedings/index.ts';
import { type PrintPorts, print, READ_AT_MOST } from './print.ts';
import { type AskedIn, proceedingContents } from './proceeding-contents.ts';

/** Prints a proceeding for somebody of whom the caller knows that it is there for them. */
export async function printProceeding(
  ports: PrintPorts & { readonly askedIn: AskedIn },
  actor: Actor,
  language: Language,
  proceeding: Proceeding,
): Promise<Result<TakenFile, Failure<'PRINTOUT_TOO_LONG'>>> {
  const { id, subjects } = proceeding;
  const { askedIn } = ports;
  return print(ports, actor, language, {
    of: 'PROCEEDING',
    objectId: id,
    clientIds: subjects.map(({ clientId }) => clientId),
    proceedingId: id,
    contents: (voice) => proceedingContents(ports.database.db, voice, proceeding, { askedIn, atMost: READ_AT_MOST }),
  });
}
