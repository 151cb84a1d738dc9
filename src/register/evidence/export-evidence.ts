import { type Failure, fail, failure, newId, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { type Actor, findNames, type TakenFile } from '../access/index.ts';
import { appendAuditLines, sealAudit } from '../audit/index.ts';
import { type DocumentPorts, openDocument } from '../documents/index.ts';
import { findInstitutions } from '../organisations/index.ts';
import { findClients } from '../people/index.ts';
import type { AskedIn } from '../printouts/index.ts';
import { type PrintPorts, printProceeding } from '../printouts/index.ts';
import { findProceeding, type Proceeding } from '../proceedings/index.ts';
import { type ArchiveEntry, archived, type Digests } from './archive.ts';
import { auditRecords, courseRecords, documentsOf, linkRecords, type Mentioned, nobody, proceedingRecord } from './collect.ts';
import { mayExport, type Purpose } from './evidence.ts';
import { READ_ME } from './read-me.ts';
import type { Seal } from './seal.ts';

/** Bytes of documents together: 2 GiB. A plain ZIP file holds twice as much, and compressing makes nothing larger than a thousandth. */
const BYTES_AT_MOST = 2 * 1024 * 1024 * 1024;
/** Lines that are sealed at a time; so many waiting means that there may be more. */
const SEALED_AT_A_TIME = 1000;

export interface EvidencePorts extends PrintPorts, DocumentPorts {
  /** What the evidence is signed with; undefined: none is given out. */
  readonly seal: Seal | undefined;
  readonly askedIn: AskedIn;
  /** The questions asked in a proceeding, each with its permit and every message that left for it. No answers. */
  readonly queryRecords: (db: Db, proceedingId: string) => AsyncIterable<object>;
}

export type NotExported = Failure<'NOT_FOUND' | 'EVIDENCE_NOT_YOURS' | 'EVIDENCE_NOT_SIGNED' | 'EVIDENCE_TOO_LARGE'>;

/**
 * Exports a proceeding as evidence (REQ-144): whatever stands of it, a list with the SHA-256 of each file, and the list signed. Who has it exported,
 * in which matter and under which number, stands in the log, and in the lines that are exported.
 */
export async function exportEvidence(
  ports: EvidencePorts,
  actor: Actor,
  { proceedingId, purpose }: { readonly proceedingId: string; readonly purpose: Purpose },
): Promise<Result<TakenFile, NotExported>> {
  const { database, clock, seal } = ports;
  const proceeding = await findProceeding(database.db, proceedingId);
  if (proceeding === undefined) return fail(failure('NOT_FOUND'));
  const allowed = mayExport(actor, proceeding);
  if (!allowed.ok) return allowed;
  if (seal === undefined) return fail(failure('EVIDENCE_NOT_SIGNED'));
  let bytes = 0;
  for await (const document of documentsOf(database.db, proceedingId)) bytes += document.bytes;
  if (bytes > BYTES_AT_MOST) return fail(failure('EVIDENCE_TOO_LARGE'));
  const made = { id: newId(), at: clock.now(), purpose };
  await appendAuditLines(
    database.db,
    proceeding.subjects.map(({ clientId }) => ({
      action: 'EVIDENCE_EXPORTED',
      at: made.at,
      actor,
      object: { type: 'evidence', id: made.id },
      clientId,
      proceedingId,
      outcome: 'DONE',
      details: { ...purpose },
    })),
  );
  const content = archived((digests) => entriesOf({ ...ports, seal }, actor, proceeding, made, digests));
  return ok({ mediaType: 'application/zip', name: `evidence-${made.id}.zip`, content });
}

interface Made {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly purpose: Purpose;
}

async function* entriesOf(
  ports: EvidencePorts & { readonly seal: Seal },
  actor: Actor,
  proceeding: Proceeding,
  made: Made,
  digests: Digests,
): AsyncGenerator<ArchiveEntry> {
  const { db } = ports.database;
  const { id } = proceeding;
  const mentioned = nobody();
  yield { name: 'README.txt', content: text(READ_ME) };
  yield { name: 'proceeding.json', content: json(await proceedingRecord(db, proceeding, mentioned)) };
  yield { name: 'course.jsonl', content: jsonLines(courseRecords(db, id, mentioned)) };
  yield { name: 'links.jsonl', content: jsonLines(linkRecords(db, id, mentioned)) };
  yield { name: 'queries.jsonl', content: jsonLines(ports.queryRecords(db, id)) };
  yield* documentEntries(ports, actor, proceeding, mentioned);
  const printed = await printProceeding(ports, actor, 'et', proceeding);
  // One that is too long for paper is evidence all the same.
  if (printed.ok) yield { name: 'printout.pdf', content: printed.value.content };
  // What was written until now, this export itself too, has its place in the chain.
  while ((await sealAudit(ports.database)) === SEALED_AT_A_TIME);
  yield { name: 'audit.jsonl', content: jsonLines(auditRecords(db, id, mentioned)) };
  mentioned.workers.add(actor.userId);
  mentioned.institutions.add(actor.institutionId);
  const exported = {
    id: made.id,
    exportedAt: made.at.toString(),
    exportedBy: { userId: actor.userId, institutionId: actor.institutionId },
    ...made.purpose,
    proceeding: { id, no: proceeding.no },
  };
  yield { name: 'people.json', content: json(await whoIs(db, mentioned)) };
  yield { name: 'export.json', content: json(exported) };
  const manifest = Buffer.from([...digests].map(([name, digest]) => `${digest}  ${name}\n`).join(''));
  yield { name: 'manifest.sha256', content: [manifest] };
  yield { name: 'manifest.sha256.p7s', content: [ports.seal.sign(manifest, ports.clock.now())] };
  yield { name: 'certificate.pem', content: text(ports.seal.certificate) };
}

/** What is said of each document, and the documents themselves; of those that were withdrawn what was said alone. */
async function* documentEntries(
  ports: EvidencePorts,
  actor: Actor,
  proceeding: Proceeding,
  mentioned: Mentioned,
): AsyncGenerator<ArchiveEntry> {
  const records: object[] = [];
  for await (const document of documentsOf(ports.database.db, proceeding.id)) {
    mentioned.workers.add(document.uploadedBy);
    const ending = /\.[A-Za-z0-9]{1,8}$/.exec(document.fileName)?.[0] ?? '';
    const name = `documents/${document.id}${ending}`;
    const opened = document.withdrawal === undefined ? await openDocument(ports, actor, proceeding, document.id) : undefined;
    // An archive that lacks a document without a word would be no evidence: better none. Its reader sees that it breaks off.
    if (opened !== undefined && !opened.ok) throw new Error(`${opened.error.code}: a document cannot be read`);
    records.push({ ...document, ...(opened === undefined ? {} : { file: name }) });
    if (opened !== undefined) yield { name, content: opened.value.content };
  }
  yield { name: 'documents.jsonl', content: jsonLines(records) };
}

/** Who is meant by the ids in the other files. */
async function whoIs(db: Db, { workers, institutions, clients }: Mentioned) {
  const [names, places, files] = [
    await findNames(db, [...workers]),
    await findInstitutions(db, [...institutions]),
    await findClients(db, [...clients]),
  ];
  return {
    workers: Object.fromEntries(names),
    institutions: Object.fromEntries([...places].map(([id, { registryCode, name }]) => [id, { registryCode, name }])),
    clients: Object.fromEntries(
      [...files].map(([id, { personalCode, internalCode, firstName, lastName }]) => [
        id,
        { personalCode, internalCode, firstName, lastName },
      ]),
    ),
  };
}

function text(said: string): readonly Uint8Array[] {
  return [Buffer.from(said)];
}

function json(said: object): readonly Uint8Array[] {
  return text(`${JSON.stringify(said, undefined, 2)}\n`);
}

async function* jsonLines(records: AsyncIterable<object> | Iterable<object>): AsyncGenerator<Uint8Array> {
  for await (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
}
