import { gunzipSync } from 'node:zlib';
import { defect, type MessageDefect } from '../defect.ts';
import { MAX_UNPACKED_BYTES } from '../limits.ts';
import { contentIdOf, type Part } from '../mime/index.ts';
import { ok, type Result } from '../result.ts';
import { scan } from '../scan.ts';
import { childNamed, numberIn } from './health-data.ts';

/** One exchange as a security server recorded it: field by field, by its own names (PR-OPMON 2.3); which there are, depends on who asks. */
export type OperationalRecord = Readonly<Record<string, string | number | boolean>>;

export interface OperationalData {
  readonly records: readonly OperationalRecord[];
  /** There is more: ask again from this second on. */
  readonly nextRecordsFrom?: number;
}

/** Reads a `getSecurityServerOperationalData` answer: the body, and the packed records behind it (PR-OPMON 2). */
export function readOperationalData(xml: string, attachments: readonly Part[]): Result<OperationalData, MessageDefect> {
  const scanned = scan(xml, 'utf-8');
  if (!scanned.ok) return scanned;
  const { root } = scanned.value;
  const count = numberIn(root, 'recordsCount');
  const contentId = contentIdOf(childNamed(root, 'records')?.text.trim() ?? '');
  const packed = attachments.find((part) => part.contentId === contentId);
  if (count === undefined || contentId === undefined || packed === undefined) return defect('InvalidBody', 'the answer brings no records');
  const records = unpack(packed.bytes);
  if (records === undefined) return defect('InvalidBody', 'the records cannot be read');
  if (records.length !== count) return defect('InvalidBody', 'there are not as many records as are named');
  const next = numberIn(root, 'nextRecordsFrom');
  return ok({ records, ...(next === undefined ? {} : { nextRecordsFrom: next }) });
}

/** Undefined when it is not packed, would be larger than {@link MAX_UNPACKED_BYTES}, or is not a list of records. */
function unpack(bytes: Uint8Array): readonly OperationalRecord[] | undefined {
  let said: unknown;
  try {
    said = JSON.parse(gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }).toString('utf8'));
  } catch {
    return undefined;
  }
  const list: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'records') : undefined;
  return Array.isArray(list) && list.every(isRecord) ? list : undefined;
}

function isRecord(value: unknown): value is OperationalRecord {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((one) => ['string', 'number', 'boolean'].includes(typeof one))
  );
}
