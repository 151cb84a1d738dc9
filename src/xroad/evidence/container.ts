import { ok, type Result } from '../result.ts';
import { readArchive } from './archive.ts';
import { type EvidenceDefect, refuse } from './defect.ts';

const MIME_TYPE = 'application/vnd.etsi.asic-e+zip';

/** An ASiC-E container of a message log (PR-SIGDOC; ETSI EN 319 162-1). Entries by name, without leading slash. */
export interface Container {
  readonly entries: ReadonlyMap<string, Uint8Array>;
  readonly message: Uint8Array;
  readonly signatures: Uint8Array;
  /** The entry that they are. */
  readonly signaturesName: string;
}

/**
 * Opens a container in memory; nothing is written anywhere. Security servers deflate `mimetype` and do not put it first, against the
 * standard: its place is not checked, its content is.
 */
export async function openContainer(bytes: Uint8Array): Promise<Result<Container, EvidenceDefect>> {
  const entries = await readArchive(bytes);
  if (entries === undefined) return refuse('AsicInvalidContainer', 'The file is not a ZIP container, or unpacks to more than is allowed.');
  const mimetype = entries.get('mimetype');
  if (mimetype === undefined) return refuse('AsicMimeTypeNotFound', 'The container does not say what it is (mimetype).');
  if (Buffer.from(mimetype).toString('latin1') !== MIME_TYPE) {
    return refuse('AsicInvalidMimeType', 'The container says it is something other than ASiC-E.');
  }
  const message = entries.get('message.xml');
  if (message === undefined) return refuse('AsicMessageNotFound', 'The container holds no message (message.xml).');
  const [signatures, ...more] = [...entries].filter(([name]) => /^META-INF\/.*signatures.*\.xml$/.test(name));
  if (signatures === undefined) return refuse('AsicSignatureNotFound', 'The container holds no signature.');
  if (more.length > 0) return refuse('AsicInvalidContainer', 'The container holds more than one signature file.');
  for (const chain of ['sig', 'ts']) {
    if (entries.has(`${chain}-hashchain.xml`) && !entries.has(`${chain}-hashchainresult.xml`)) {
      return refuse('AsicHashChainResultNotFound', `The container holds ${chain}-hashchain.xml without its result.`);
    }
    if (entries.has(`${chain}-hashchainresult.xml`) && !entries.has(`${chain}-hashchain.xml`)) {
      return refuse('AsicHashChainNotFound', `The container holds ${chain}-hashchainresult.xml without its chain.`);
    }
  }
  if (entries.has('ts-hashchainresult.xml') && !entries.has('META-INF/timestamp.tst')) {
    return refuse('AsicTimestampNotFound', 'The container holds the chain of a batch time-stamp, but not the time-stamp.');
  }
  if (entries.has('META-INF/timestamp.tst') && !entries.has('META-INF/ASiCManifest.xml')) {
    return refuse('AsicManifestNotFound', 'The container holds a time-stamp, but not the manifest that says of what.');
  }
  return ok({ entries, message, signatures: signatures[1], signaturesName: signatures[0] });
}
