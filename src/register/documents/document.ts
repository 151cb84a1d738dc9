import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { MediaType } from './media-type.ts';
import type { SignatureCheck } from './signature.ts';

/** What a document is to its proceeding (dokumendi liik). */
export const DOCUMENT_KINDS = [
  'APPLICATION',
  'CERTIFICATE',
  'INCOME_PROOF',
  'EXPENSE_PROOF',
  'MEDICAL',
  'ASSESSMENT',
  'CONSENT',
  'AUTHORISATION',
  'CONTRACT',
  'COURT_RULING',
  'DECISION',
  'LETTER',
  'PHOTO',
  'OTHER',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Largest document, bytes: 20 MiB. A signed container goes to SiVa in base64, a third larger, and SiVa takes 28 MB; a scanned file of 60 pages has about 10. */
export const DOCUMENT_BYTES_AT_MOST = 20 * 1024 * 1024;

/**
 * A file that was uploaded to a proceeding (dokument). What was uploaded never changes. A worker withdraws what was uploaded by mistake: it is shown
 * as withdrawn and given out no more; what a decision was made on stays.
 */
export interface Document {
  readonly id: string;
  readonly proceedingId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** Of the file as it was uploaded, in hexadecimal digits. */
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Temporal.Instant;
  /** Whether a virus scanner has looked at it. */
  readonly scanned: boolean;
  readonly withdrawal: { readonly by: string; readonly at: Temporal.Instant; readonly reason: string } | undefined;
  /** Undefined where it is no signed container. */
  readonly signatureCheck: SignatureCheck | undefined;
  /** Since when a decision stands on it. */
  readonly decidedAt: Temporal.Instant | undefined;
  readonly version: number;
}

/** Whether a document may be withdrawn. */
export function mayWithdraw({
  withdrawal,
  decidedAt,
}: Pick<Document, 'withdrawal' | 'decidedAt'>): Result<void, Failure<'DOCUMENT_WITHDRAWN' | 'DOCUMENT_OF_DECISION'>> {
  if (withdrawal !== undefined) return fail(failure('DOCUMENT_WITHDRAWN'));
  return decidedAt === undefined ? ok(undefined) : fail(failure('DOCUMENT_OF_DECISION'));
}
