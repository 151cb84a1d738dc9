import { type Clock, type Failure, fail, failure, type Language, newId, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import type { Actor, TakenFile } from '../access/index.ts';
import { appendAuditLines } from '../audit/index.ts';
import { findLabels } from '../classifiers/index.ts';
import { findInstitutionById } from '../organisations/index.ts';
import { CLASSIFIERS } from './names.ts';
import type { Contents, Printout } from './printout.ts';
import type { Typesetter } from './typesetter.ts';
import { type Voice, voiceIn } from './voice.ts';

/** Rows of one table: some 150 pages, and a second's work. Nobody reads more of it on paper. */
const LINES_AT_MOST = 3000;
/** One more than is printed: that there is more is seen by it. */
export const READ_AT_MOST = LINES_AT_MOST + 1;

export interface PrintPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly typesetter: Typesetter;
  /** Written across each page where the installation is not the real one; undefined where it is. */
  readonly mark: string | undefined;
}

/** What is printed, about whom, and of what. */
export interface Subject {
  readonly of: 'INTAKE' | 'PROCEEDING' | 'CLIENT_FILE';
  readonly objectId: string;
  readonly clientIds: readonly string[];
  readonly proceedingId?: string | undefined;
  readonly contents: (voice: Voice) => Promise<Contents>;
}

/** Makes a print-out for somebody who may read what is printed. Who has it, and its number, stand in the log before it leaves (REQ-121). */
export async function print(
  ports: PrintPorts,
  actor: Actor,
  language: Language,
  subject: Subject,
): Promise<Result<TakenFile, Failure<'PRINTOUT_TOO_LONG'>>> {
  const made = await makePrintout(ports, actor, language, subject);
  if (!made.ok) return made;
  const { id, madeAt } = made.value;
  const bytes = await ports.typesetter.typeset(made.value);
  await printed(ports.database, actor, subject, { id, madeAt, language });
  return ok({ mediaType: 'application/pdf', name: `${subject.of.toLowerCase().replace('_', '-')}-${id}.pdf`, content: piecesOf(bytes) });
}

async function makePrintout(
  { database, clock, mark }: PrintPorts,
  actor: Actor,
  language: Language,
  { contents }: Subject,
): Promise<Result<Printout, Failure<'PRINTOUT_TOO_LONG'>>> {
  const [labels, institution] = [
    await findLabels(database.db, actor.institutionId, CLASSIFIERS),
    await findInstitutionById(database.db, actor.institutionId),
  ];
  const told = await contents(voiceIn(language, labels));
  if (told.sections.some((section) => section.kind === 'TABLE' && section.rows.length > LINES_AT_MOST))
    return fail(failure('PRINTOUT_TOO_LONG'));
  const madeBy = { name: actor.name, institution: institution?.name ?? '' };
  return ok({ ...told, id: newId(), language, madeAt: clock.now(), madeBy, mark });
}

/** A line for each person in it: each may ask who has a print-out about them. */
async function printed(
  { db }: Database,
  actor: Actor,
  { of, objectId, clientIds, proceedingId }: Subject,
  { id, madeAt, language }: { readonly id: string; readonly madeAt: Temporal.Instant; readonly language: Language },
): Promise<void> {
  await appendAuditLines(
    db,
    clientIds.map((clientId) => ({
      action: 'PRINT',
      at: madeAt,
      actor,
      object: { type: 'printout', id },
      clientId,
      ...(proceedingId === undefined ? {} : { proceedingId }),
      outcome: 'DONE',
      details: { of, objectId, language },
    })),
  );
}

/** 64 KiB at a time: who reads slowly holds no more of the connection's memory. */
const PIECE_BYTES = 65_536;

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
