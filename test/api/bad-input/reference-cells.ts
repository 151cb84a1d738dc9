import { NOWHERE } from './address-cells.ts';
import type { Cell } from './cell.ts';
import type { GoodCall } from './good-calls/index.ts';
import type { Operation } from './operation.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** By field, or by the list that it is in, what is said of a thing named there that is not; of one operation where others say it otherwise. */
const UNKNOWN: Readonly<Record<string, string>> = {
  '/kov': 'INSTITUTION_NOT_FOUND',
  '/provider': 'PROVIDER_NOT_FOUND',
  '/departmentId': 'DEPARTMENT_NOT_FOUND',
  '/memberIds': 'CLIENT_UNKNOWN',
  '/mergedId': 'CLIENT_NOT_FOUND',
  '/clientId': 'SUBJECT_UNKNOWN',
  '/subjects': 'SUBJECT_UNKNOWN',
  '/workerId': 'ASSIGNEE_INVALID',
  '/assigneeId': 'ASSIGNEE_INVALID',
  '/subjectId': 'SUBJECT_NOT_IN_PROCEEDING',
  '/householdIds': 'SUBJECT_NOT_IN_PROCEEDING',
  '/people': 'BATCH_PEOPLE_REFUSED',
  '/legalBasisId': 'LEGAL_BASIS_UNKNOWN',
  '/legalBasisIds': 'LEGAL_BASIS_UNKNOWN',
  '/budgetId': 'BUDGET_UNKNOWN',
  '/signature/documentId': 'SIGNED_DOCUMENT_UNKNOWN',
  '/institutionId': 'RECEIVING_INSTITUTION_INVALID',
  'POST /api/v1/admin/users /institutionId': 'FORBIDDEN',
  'POST /api/v1/access-requests /institutionId': 'FORBIDDEN',
  'POST /api/v1/intakes/{id}/link /proceedingId': 'NOT_FOUND',
  'POST /api/v1/retention/holds /proceedingId': 'HOLD_OBJECT_NOT_FOUND',
};

/** What may be named in the body of a call that writes, and not be there. A search finds nothing. */
export function referenceCells({ name, isKeyed }: Operation, good: GoodCall): readonly Cell[] {
  if (!isKeyed) return [];
  return putNowhere(good.body, '').map(({ value, pointer: whole }) => {
    const pointer = whole.replace(/\/\d+(\/.*)?$/, '');
    const code = UNKNOWN[`${name} ${pointer}`] ?? UNKNOWN[pointer] ?? `what is said of ${pointer}`;
    return { what: `${whole} of nothing`, sending: { ...good, body: value }, code, pointer };
  });
}

/** A value as often as it names something, each time naming something else that is not there. */
function putNowhere(value: unknown, pointer: string): readonly { readonly value: unknown; readonly pointer: string }[] {
  if (typeof value === 'string') return ID.test(value) ? [{ value: NOWHERE, pointer }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    putNowhere(inner, `${pointer}/${name}`).map((one) => ({
      ...one,
      value: Array.isArray(value) ? value.with(Number(name), one.value) : { ...value, [name]: one.value },
    })),
  );
}
