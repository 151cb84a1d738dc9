import type { RegistryCode } from '../estonia/index.ts';
import { ok, type Result, type Temporal } from '../platform/index.ts';
import { findRegistryCode } from '../register/organisations/index.ts';
import { findQueryType, type WriteSettings } from '../registries/index.ts';
import type { Db } from '../storage/index.ts';
import type { Admitted, Refusal } from './admission.ts';
import type { Question } from './query.ts';

/** Who enters what a write enters, by what the installation has configured. */
export interface WriteAsker {
  readonly institution: RegistryCode;
  readonly settings: WriteSettings;
}

/** The asker's own institution, where there is a write among the questions: it is never what somebody says it is. */
export async function findWriteAsker(
  db: Db,
  institutionId: string,
  questions: readonly Question[],
  settings: WriteSettings,
): Promise<WriteAsker | undefined> {
  if (!questions.some(({ type }) => findQueryType(type)?.write !== undefined)) return undefined;
  const institution = await findRegistryCode(db, institutionId);
  if (institution === undefined) throw new Error('a worker’s institution has no registry code');
  return { institution, settings };
}

/** What a write fixes at this moment, to be kept in its permit; null for a read. */
export function fixWrite(
  { type, question }: Admitted,
  asker: WriteAsker | undefined,
  at: Temporal.Instant,
): Result<object | null, Refusal> {
  if (type.write === undefined || asker === undefined) return ok(null);
  return type.write.fix({ parameters: question.parameters, at, ...asker });
}
