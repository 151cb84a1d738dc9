import { type Clock, type Failure, ok, type Result } from '../../platform/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { holdOpened, takeSteps } from '../proceedings/index.ts';
import { insertCheck } from './check-store.ts';
import type { DocumentKind } from './document.ts';
import { sealStreamKey } from './document-key.ts';
import { dropLeftover } from './leftover-store.ts';
import { SIGNED } from './media-type.ts';
import type { ReceivedFile } from './receive-file.ts';
import { insertDocument } from './store.ts';

export interface AddDocument {
  readonly proceedingId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly file: ReceivedFile;
}

/** Makes a received file a document of an open proceeding (REQ-032). From now on there is a key to it, and it is thrown away by nobody. Gives its id. */
export async function addDocument(
  { clock, keys }: { readonly clock: Clock; readonly keys: DataKeys },
  tx: Tx,
  actor: Actor,
  { proceedingId, kind, title, file: { id, streamKey, ...file } }: AddDocument,
): Promise<Result<string, Failure<'NOT_FOUND' | 'OWN_MATTER' | 'PROCEEDING_NOT_OPEN'>>> {
  const proceeding = await holdOpened(tx, actor, proceedingId);
  if (!proceeding.ok) return proceeding;
  if (!(await dropLeftover(tx, id))) throw new Error('a received file was thrown away before it became a document');
  const at = clock.now();
  await insertDocument(tx, {
    ...file,
    id,
    proceedingId,
    kind,
    title,
    sealedKey: await sealStreamKey(keys, tx, id, streamKey),
    uploadedBy: actor.userId,
    uploadedAt: at,
  });
  if (file.mediaType === SIGNED) await insertCheck(tx, id, at);
  await takeSteps(tx, [{ proceedingId, kind: 'DOCUMENT_ADDED', at, by: actor.userId, objectId: id, text: title }]);
  await appendAudit(tx, { action: 'DOCUMENT_ADDED', at, actor, object: { type: 'document', id }, proceedingId, outcome: 'DONE' });
  return ok(id);
}
