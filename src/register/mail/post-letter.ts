import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAuditLines } from '../audit/index.ts';
import { holdOpened, recordActions } from '../proceedings/index.ts';
import { checkLetter, type Letter } from './letter.ts';
import { insertLetter } from './letter-store.ts';

export interface PostLetter {
  readonly proceedingId: string;
  readonly letter: Letter;
}

export interface PostPorts {
  readonly clock: Clock;
  /** Whether there is a server that letters are given to. */
  readonly isOn: boolean;
}

/**
 * Posts a letter from an open proceeding: what was written is an automatic action in its course, and the letter leaves as soon as that stands. Gives
 * the letter's id.
 */
export async function postLetter(
  { clock, isOn }: PostPorts,
  tx: Tx,
  actor: Actor,
  { proceedingId, letter }: PostLetter,
): Promise<Result<string, Failure<'NOT_FOUND' | 'OWN_MATTER' | 'PROCEEDING_NOT_OPEN' | 'UNENCRYPTED_PERSONAL_DATA' | 'MAIL_OFF'>>> {
  const proceeding = await holdOpened(tx, actor, proceedingId);
  if (!proceeding.ok) return proceeding;
  const checked = checkLetter(letter);
  if (!checked.ok) return checked;
  if (!isOn) return fail(failure('MAIL_OFF'));
  const [id, at] = [newId(), clock.now()];
  const { to, subject, text, attachments } = checked.value;
  await insertLetter(tx, id, checked.value, { proceedingId, postedBy: actor.userId, postedAt: at });
  const enclosed = attachments.map(({ name }) => `[${name}]\n`).join('');
  const action = { proceedingId, kind: 'LETTER', origin: 'AUTOMATIC', performedBy: actor.userId, refs: {}, at } as const;
  await recordActions(tx, [{ ...action, text: `${to}\n${subject}\n${enclosed}\n${text}` }]);
  await appendAuditLines(
    tx,
    proceeding.value.subjects.map(({ clientId }) => ({
      action: 'LETTER_POSTED',
      at,
      actor,
      object: { type: 'letter', id },
      clientId,
      proceedingId,
      outcome: 'DONE' as const,
    })),
  );
  return ok(id);
}
