import { type Clock, newId } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { checkLetter } from './letter.ts';
import { insertNotice } from './letter-store.ts';
import { letterOf, type Notice } from './notice.ts';

export interface TellPorts {
  readonly clock: Clock;
  /** Where workers are written to; who has told no address is missing. */
  readonly emailsOf: (db: Db, userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** To whom: workers, by what they have said of themselves, and addresses that are known otherwise. */
export interface Addressees {
  readonly userIds: readonly string[];
  readonly emails?: readonly string[];
}

/** Writes to each of them, once for what it is about, in the transaction in which it came about. */
export async function tell(
  { clock, emailsOf }: TellPorts,
  tx: Tx,
  notice: Notice,
  objectId: string,
  { userIds, emails = [] }: Addressees,
): Promise<void> {
  const at = clock.now();
  for (const to of new Set([...emails, ...(await emailsOf(tx, userIds)).values()])) {
    const id = newId();
    const checked = checkLetter(letterOf(notice, to));
    if (!checked.ok) throw new Error(`a notice about ${notice.about} holds personal data`);
    if (!(await insertNotice(tx, id, checked.value, { occasion: `${notice.about} ${objectId}`, postedAt: at }))) continue;
    const object = { type: 'letter', id };
    await appendAudit(tx, { action: 'LETTER_POSTED', at, system: 'mail', object, outcome: 'DONE', details: { about: notice.about } });
  }
}
