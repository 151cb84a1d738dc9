/** What bytes look like from their beginning. For operators: never the bytes themselves, which may be personal data. */
export type ContentKind = 'nothing' | 'HTML' | 'XML' | 'JSON' | 'text' | 'binary';

/** Names the kind of what came where a SOAP message was expected: usually a load balancer's own page. */
export function contentKind(bytes: Uint8Array): ContentKind {
  const beginning = Buffer.from(bytes.subarray(0, 256))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase();
  if (beginning === '') return 'nothing';
  if (beginning.startsWith('<!doctype html') || beginning.startsWith('<html') || beginning.startsWith('<head')) return 'HTML';
  if (beginning.startsWith('<')) return 'XML';
  if (beginning.startsWith('{') || beginning.startsWith('[')) return 'JSON';
  return /[^\t\n\r\u0020-\u007E\u00A0-\u00FF\u0080-\u009F]/.test(beginning) ? 'binary' : 'text';
}
