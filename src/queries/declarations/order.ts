import { createHmac } from 'node:crypto';
import { type Month, monthOf, parseMonth } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, newId, ok, type Result, today } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import { declarations } from '../../registries/index.ts';
import type { Database, DataKeys, Tx } from '../../storage/index.ts';
import { keepContent } from './content-store.ts';
import type { DeclarationErrorCode } from './errors.ts';
import { insertDeclarationPermit } from './permit-store.ts';
import { findSame, insertDeclaration } from './store.ts';

/** A declaration as an officer poses it: for which month, and the file's bytes in base64. */
export interface OrderDeclaration {
  readonly month: string;
  readonly file: string;
}

export interface OrderDeclarationPorts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly clock: Clock;
  /** Keys the digests of files: who reads the database cannot try which file one is of. */
  readonly secret: Uint8Array;
}

/** What was made, or what stands already. */
export interface OrderedDeclaration {
  readonly id: string;
  readonly isNew: boolean;
}

/**
 * Orders a declaration, in the caller's transaction: row, permit, sealed file and the line of the log stand together. Nothing is sent here: the row
 * is due at once. The same file for the same month, whoever orders it again and however late, is the first one.
 */
export async function orderDeclaration(
  { keys, clock, secret }: OrderDeclarationPorts,
  tx: Tx,
  actor: Actor,
  command: OrderDeclaration,
): Promise<Result<OrderedDeclaration, Failure<DeclarationErrorCode>>> {
  const month = monthDeclared(command.month, clock);
  if (month === undefined) return fail(failure('DECLARATION_MONTH_INVALID', { fields: [{ pointer: '/month', code: 'TO_COME' }] }));
  const content = Buffer.from(command.file, 'base64');
  // What is not whole base64 would be read as far as it goes: half a declaration.
  if (content.toString('base64') !== command.file)
    return fail(failure('DECLARATION_FILE_INVALID', { fields: [{ pointer: '/file', code: 'BASE64' }] }));
  if (content.byteLength > declarations.fileAtMost)
    return fail(failure('DECLARATION_TOO_LARGE', { fields: [{ pointer: '/file', code: 'MAXBYTES' }] }));
  const at = clock.now();
  const [id, { institutionId }] = [newId(), actor];
  const same = { institutionId, month, digest: createHmac('sha256', secret).update(content).digest('base64url') };
  const isNew = await insertDeclaration(tx, id, same, at);
  const { purpose, legalBasis, fields } = declarations;
  if (isNew) {
    await insertDeclarationPermit(tx, { id, at, userId: actor.userId, institutionId, month, purpose, legalBasis, fields });
    await keepContent(keys, tx, id, content);
  }
  const ordered = { id: isNew ? id : await findSame(tx, same), isNew };
  await appendAudit(tx, {
    action: isNew ? 'DECLARATION_ORDERED' : 'DECLARATION_ASKED_AGAIN',
    at,
    actor,
    object: { type: 'declaration', id: ordered.id },
    outcome: 'DONE',
    details: { month, legalBasis, purpose, bytes: content.byteLength },
  });
  return ok(ordered);
}

/** A month that has begun: what is paid in it is declared by the 10th of the next (TuMS § 40 lg 5). */
function monthDeclared(text: string, clock: Clock): Month | undefined {
  const month = parseMonth(text);
  return month !== undefined && month <= monthOf(today(clock)) ? month : undefined;
}

/** A declaration that may not leave is a line in the log, like one that may. */
export async function auditRefusedDeclaration({ database, clock }: OrderDeclarationPorts, actor: Actor, refusal: Failure): Promise<void> {
  await appendAudit(database.db, {
    action: 'DECLARATION_REFUSED',
    at: clock.now(),
    actor,
    object: { type: 'institution', id: actor.institutionId },
    outcome: 'REFUSED',
    code: refusal.code,
  });
}
