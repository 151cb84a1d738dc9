import { type Failure, fail, failure, ok, type Result, type Text } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { declarations } from '../../registries/index.ts';
import type { Db } from '../../storage/index.ts';
import { troubleOf } from '../trouble.ts';
import type { Declaration } from './declaration.ts';
import type { DeclarationErrorCode } from './errors.ts';
import { lastUploads } from './exchange-store.ts';
import { findDeclaration } from './store.ts';

/** How a declaration stands, without a word of what is in the file. */
export interface DeclarationView {
  readonly id: string;
  readonly registry: string;
  readonly month: string;
  readonly state: Declaration['state'];
  readonly orderedAt: string;
  readonly settledAt: string | null;
  readonly confirmedBy: string | null;
  readonly keepUntil: string | null;
  /** When something is done for it again, while it is under way. */
  readonly nextAt: string | null;
  readonly code: string | null;
  readonly detail: string | null;
  readonly trouble: string | null;
  readonly advice: Text | null;
  /** Of the last message that carried the file. */
  readonly xRoadId: string | null;
}

/** The institution's own declaration. Not yours is not there. */
export async function findOwnDeclaration(db: Db, actor: Actor, id: string): Promise<Result<Declaration, Failure<DeclarationErrorCode>>> {
  const declaration = await findDeclaration(db, id);
  return declaration?.institutionId === actor.institutionId ? ok(declaration) : fail(failure('DECLARATION_NOT_FOUND'));
}

export async function viewDeclarations(db: Db, found: readonly Declaration[]): Promise<readonly DeclarationView[]> {
  const uploads = await lastUploads(
    db,
    found.map(({ id }) => id),
  );
  return found.map((declaration) => {
    const { id, month, state, orderedAt, settledAt, confirmedBy, keepUntil, dueAt, code, detail } = declaration;
    const trouble = code === null ? undefined : troubleOf(code);
    return {
      id,
      registry: declarations.registry,
      month,
      state,
      orderedAt: orderedAt.toString(),
      settledAt: settledAt?.toString() ?? null,
      confirmedBy,
      keepUntil: keepUntil?.toString() ?? null,
      nextAt: state === 'ORDERED' || state === 'UNCLEAR' ? dueAt.toString() : null,
      code,
      detail,
      trouble: trouble?.code ?? null,
      advice: trouble?.worker ?? null,
      xRoadId: uploads.get(id) ?? null,
    };
  });
}
