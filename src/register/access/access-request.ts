import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { type Failure, type FieldFailure, fail, failure, ok, type Result, Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Actor } from './actor.ts';
import { type InstitutionKind, ROLES_OF, type Role } from './role.ts';

/** What is asked for, where an institution's own administrator cannot do it. */
export const REQUEST_TYPES = ['KOV_WORKER', 'SKA_WORKER', 'PROVIDER_WORKER', 'TEHIK_WORKER', 'SIGN_IN_PROBLEM', 'DEACTIVATION'] as const;
export type RequestType = (typeof REQUEST_TYPES)[number];

/** Access for a worker of each kind of institution. */
const WORKER_OF = {
  KOV: 'KOV_WORKER',
  SKA: 'SKA_WORKER',
  PROVIDER: 'PROVIDER_WORKER',
  TEHIK: 'TEHIK_WORKER',
} as const satisfies Record<InstitutionKind, RequestType>;

/** What can be done about somebody's access. */
export type Deed = 'LOOK' | 'OPEN' | 'CHANGE' | 'RESET_PASSWORD' | 'DEACTIVATE' | 'REACTIVATE';

const WORKER_DEEDS = ['LOOK', 'OPEN', 'CHANGE'] as const;

/** What each type lets support do for the institution once it is approved, about the person whom it names. */
const PERMITS = {
  KOV_WORKER: WORKER_DEEDS,
  SKA_WORKER: WORKER_DEEDS,
  PROVIDER_WORKER: WORKER_DEEDS,
  TEHIK_WORKER: WORKER_DEEDS,
  SIGN_IN_PROBLEM: ['LOOK', 'CHANGE', 'RESET_PASSWORD', 'REACTIVATE'],
  DEACTIVATION: ['LOOK', 'DEACTIVATE'],
} as const satisfies Record<RequestType, readonly Deed[]>;

/** Days for which an approved request lets support act: what is left undone longer is asked for again. */
export const APPROVED_FOR_DAYS = 14;

/** By whose signatures: the head's, or somebody's whom they have authorised; or the applicant's and the head's (REQ-004, REQ-054, REQ-099). */
export const SIGNATURE_POLICIES = ['SINGLE_SIGNATURE', 'DUAL_SIGNATURE'] as const;
export type SignaturePolicy = (typeof SIGNATURE_POLICIES)[number];

export const CAPACITIES = ['HEAD', 'AUTHORISED', 'APPLICANT'] as const;

/** Whoever has signed a document, as the certificate has it: with a personal code where it is one of Estonia. */
export interface Signer {
  readonly name: string;
  readonly personalCode?: PersonalCode;
}

/** A signed document that was brought: each of its signatures holds. */
export interface BroughtDocument {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly signers: readonly Signer[];
  readonly broughtBy: string;
}

/** What access needs to know of signed documents. The area of documents knows it, and stands on this one: so it is handed in. */
export type FindSignedDocument = (db: Db, id: string) => Promise<BroughtDocument | undefined>;

type Capacity = (typeof CAPACITIES)[number];

/** Which document a request rests on, and as what each of its signers has signed: that stands in no certificate. */
export interface SignatureEntry {
  readonly documentId: string;
  readonly signers: readonly { readonly name: string; readonly capacity: Capacity }[];
}

/** The signed document that a request rests on. Who has signed is sure; whether they are what they are said to be is for whoever decides. */
export interface SignedDocument {
  readonly documentId: string;
  readonly sha256: string;
  readonly signers: readonly (Signer & { readonly capacity: Capacity })[];
}

/** A request for access (juurdepääsutaotlus), and what came of it. */
export interface AccessRequest {
  readonly id: string;
  readonly type: RequestType;
  readonly policy: SignaturePolicy;
  readonly institutionId: string;
  readonly name: string;
  readonly personalCode: PersonalCode;
  readonly jobTitle: string | undefined;
  readonly roles: readonly Role[] | undefined;
  readonly email: string | undefined;
  readonly signature: SignedDocument | undefined;
  readonly enteredBy: string;
  readonly enteredAt: Temporal.Instant;
  readonly decision: RequestDecision | undefined;
}

export type RequestDecision = { readonly by: string; readonly at: Temporal.Instant } & (
  | { readonly outcome: 'APPROVED' }
  | { readonly outcome: 'REJECTED'; readonly reason: string }
);

export const REQUEST_STATES = ['SUBMITTED', 'APPROVED', 'REJECTED'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What is written in a request for a worker. */
export interface RequestEntry {
  readonly type: Exclude<RequestType, 'DEACTIVATION'>;
  readonly policy: SignaturePolicy;
  readonly name?: string;
  readonly personalCode?: string;
  readonly jobTitle?: string;
  readonly roles?: readonly Role[];
  readonly email?: string;
  readonly signature?: SignatureEntry;
}

export type WorkerRequest = Pick<AccessRequest, 'type' | 'policy' | 'name' | 'personalCode' | 'jobTitle' | 'roles' | 'email' | 'signature'>;

export type EntryRefused = Failure<
  'ACCESS_REQUEST_INCOMPLETE' | 'PERSONAL_CODE_INVALID' | 'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE' | SignatureRefused['code']
>;

type SignatureRefused = Failure<
  'SIGNED_DOCUMENT_UNKNOWN' | 'SIGNER_NOT_IN_DOCUMENT' | 'HEAD_SIGNATURE_REQUIRED' | 'SECOND_SIGNATURE_REQUIRED'
>;

/**
 * Reads a request: each thing that it must state, for the kind of institution it comes from, signed by whom the policy says (REQ-004, REQ-008,
 * REQ-010). `brought` is the document that it names, where whoever enters it has brought one.
 */
export function readRequest(
  entry: RequestEntry,
  kind: InstitutionKind,
  brought: BroughtDocument | undefined,
): Result<WorkerRequest, EntryRefused> {
  const { type, policy, name, jobTitle, roles, email, signature } = entry;
  const missing = missingIn(entry);
  if (name === undefined || signature === undefined || entry.personalCode === undefined || missing.length > 0)
    return fail(failure('ACCESS_REQUEST_INCOMPLETE', { fields: missing }));
  const personalCode = parsePersonalCode(entry.personalCode);
  if (personalCode === undefined)
    return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/personalCode', code: 'INVALID' }] }));
  const allowed: readonly Role[] = ROLES_OF[kind];
  const isOfKind = type === 'SIGN_IN_PROBLEM' || type === WORKER_OF[kind];
  if (!isOfKind || roles?.every((role) => allowed.includes(role)) === false) return fail(failure('ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE'));
  const signed = readSignature(signature, brought);
  if (!signed.ok) return signed;
  const judged = judgeSignatures(policy, signed.value, personalCode);
  return judged.ok ? ok({ type, policy, name: name.trim(), personalCode, jobTitle, roles, email, signature: signed.value }) : judged;
}

function missingIn(entry: RequestEntry): readonly FieldFailure[] {
  const needed = [
    'name',
    'personalCode',
    'jobTitle',
    ...(entry.type === 'SIGN_IN_PROBLEM' ? [] : (['roles'] as const)),
    'email',
    'signature',
  ] as const;
  return needed.filter((field) => entry[field] === undefined).map((field) => ({ pointer: `/${field}`, code: 'REQUIRED' }));
}

/** Who is said to have signed has: by the name in their certificate. */
function readSignature(
  { documentId, signers }: SignatureEntry,
  brought: BroughtDocument | undefined,
): Result<SignedDocument, Failure<'SIGNED_DOCUMENT_UNKNOWN' | 'SIGNER_NOT_IN_DOCUMENT'>> {
  if (brought === undefined)
    return fail(failure('SIGNED_DOCUMENT_UNKNOWN', { fields: [{ pointer: '/signature/documentId', code: 'UNKNOWN' }] }));
  const found = signers.flatMap(({ name, capacity }) => {
    const signer = brought.signers.find((one) => isNamed(one, name));
    return signer === undefined ? [] : [{ ...signer, capacity }];
  });
  if (found.length === signers.length) return ok({ documentId, sha256: brought.sha256, signers: found });
  const strangers = signers.flatMap(({ name }, index) =>
    brought.signers.some((one) => isNamed(one, name)) ? [] : [{ pointer: `/signature/signers/${index}/name`, code: 'UNKNOWN' }],
  );
  return fail(failure('SIGNER_NOT_IN_DOCUMENT', { fields: strangers }));
}

/** Certificates write names in capitals. */
function isNamed(signer: Signer, name: string): boolean {
  const plain = (text: string) => text.trim().normalize('NFC').toLocaleUpperCase('et');
  return plain(signer.name) === plain(name);
}

function judgeSignatures(
  policy: SignaturePolicy,
  { signers }: SignedDocument,
  personalCode: PersonalCode,
): Result<void, Failure<'HEAD_SIGNATURE_REQUIRED' | 'SECOND_SIGNATURE_REQUIRED'>> {
  const fields = [{ pointer: '/signature/signers', code: 'REQUIRED' }];
  const heads = signers.filter(({ capacity }) => capacity === 'HEAD' || (capacity === 'AUTHORISED' && policy === 'SINGLE_SIGNATURE'));
  if (policy === 'SINGLE_SIGNATURE') return heads.length > 0 ? ok(undefined) : fail(failure('HEAD_SIGNATURE_REQUIRED', { fields }));
  // The applicant is whom the request is about: anybody else's signature is none of theirs.
  const hasApplied = signers.some((signer) => signer.capacity === 'APPLICANT' && signer.personalCode === personalCode);
  const areTwo = hasApplied && heads.some((head) => head.personalCode !== personalCode);
  return areTwo ? ok(undefined) : fail(failure('SECOND_SIGNATURE_REQUIRED', { fields }));
}

/** Of a signer's personal code so much is shown as tells people of one name apart: when they were born, not the whole. */
const CODE_DIGITS_SHOWN = 7;

/** A signer as they are shown. */
export function codeShown<S extends Signer>(signer: S): Omit<S, 'personalCode'> & { readonly personalCode?: string } {
  const { personalCode, ...shown } = signer;
  return { ...shown, ...(personalCode === undefined ? {} : { personalCode: `${personalCode.slice(0, CODE_DIGITS_SHOWN)}****` }) };
}

/** How a request stands. */
export function requestStateOf({ decision }: Pick<AccessRequest, 'decision'>): RequestState {
  return decision?.outcome ?? 'SUBMITTED';
}

/** Whether somebody may decide: never who entered it, and never who is to have the access. */
export function mayDecide(request: AccessRequest, actor: Pick<Actor, 'userId' | 'personalCode'>): boolean {
  return request.enteredBy !== actor.userId && request.personalCode !== actor.personalCode;
}

/** Whether a request lets support do something about its person now. */
export function permits(request: Pick<AccessRequest, 'type' | 'decision'>, deed: Deed, now: Temporal.Instant): boolean {
  const { type, decision } = request;
  const permitted: readonly Deed[] = PERMITS[type];
  if (decision?.outcome !== 'APPROVED' || !permitted.includes(deed)) return false;
  return Temporal.Instant.compare(now, decision.at.add({ hours: 24 * APPROVED_FOR_DAYS })) < 0;
}
