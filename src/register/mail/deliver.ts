import { type Clock, type Log, startRounds, type Temporal } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { checkLetter } from './letter.ts';
import { type ClaimedLetter, claimLetter, type LetterOutcome, settleLetter } from './letter-store.ts';
import type { Mailer, Sent } from './mailer.ts';

/** How often letters that are due are looked for: 1 s. */
const EVERY_MS = 1000;
/** How long a letter is one sender's: 10 min, several times as long as a server may take. Then its sender has died. */
const LEASE_MINUTES = 10;
/** Attempts at a letter: with the pauses between them half a day, as a server that is mended in the morning needs. */
export const LETTER_ATTEMPTS_AT_MOST = 14;
/** The longest pause between two attempts, minutes. */
const PAUSE_MINUTES_AT_MOST = 60;

export interface DeliveryPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly log: Log;
}

/** Gives letters to the mail server until the returned function is called, which waits for the one under way. */
export function startMail(ports: DeliveryPorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    async () => {
      while (await deliverOne(ports));
    },
    (error) => ports.log.error({ err: error }, 'letters not delivered'),
  );
}

/**
 * Delivers a letter that is due; false where there is none. It is claimed before the server hears of it, by one sender. One who dies between the
 * server's yes and our noting it leaves a letter of which nobody knows: it is given again under the same Message-ID, by which whoever has it
 * already knows it. A letter that was lost would be noticed by nobody.
 */
export async function deliverOne({ database, clock, mailer }: Omit<DeliveryPorts, 'log'>): Promise<boolean> {
  const claimed = await database.transaction((tx) => claimLetter(tx, clock.now(), clock.now().add({ minutes: LEASE_MINUTES })));
  if (claimed === undefined) return false;
  // What is in the database could have been put there by another way than ours.
  const checked = checkLetter(claimed.letter);
  const sent = checked.ok ? await mailer.send(claimed.id, checked.value) : ({ outcome: 'REFUSED', code: checked.error.code } as const);
  const at = clock.now();
  const outcome = outcomeOf(sent, claimed, at);
  await database.transaction(async (tx) => {
    if (!(await settleLetter(tx, claimed, outcome)) || outcome.state === 'WAITING') return;
    await appendAudit(tx, {
      action: outcome.state === 'SENT' ? 'LETTER_SENT' : 'LETTER_FAILED',
      at,
      system: 'mail',
      object: { type: 'letter', id: claimed.id },
      ...(claimed.proceedingId === undefined ? {} : { proceedingId: claimed.proceedingId }),
      outcome: 'DONE',
      ...(outcome.state === 'SENT' ? {} : { code: outcome.code }),
    });
  });
  return true;
}

function outcomeOf(sent: Sent, { attempt }: ClaimedLetter, at: Temporal.Instant): LetterOutcome {
  if (sent.outcome === 'TAKEN') return { state: 'SENT', at };
  if (sent.outcome === 'REFUSED' || attempt >= LETTER_ATTEMPTS_AT_MOST) return { state: 'FAILED', code: sent.code };
  const minutes = Math.min(PAUSE_MINUTES_AT_MOST, 2 ** (attempt - 1));
  return { state: 'WAITING', dueAt: at.add({ minutes }), code: sent.code };
}
