import { type Cell, INVALID } from './cell.ts';
import type { GoodCall } from './good-calls/index.ts';
import type { Operation, Parameter } from './operation.ts';
import { SECRET } from './spoil.ts';

export const NOWHERE = '019ab000-0000-7000-8000-000000000000';

/** By where an address names something, what is said of what is not there: of anybody else’s the same (other-institution.test.ts). */
export const NOT_THERE: Readonly<Record<string, string>> = {
  '/api/v1/access-requests/{id}': 'ACCESS_REQUEST_NOT_FOUND',
  '/api/v1/admin/employees/{id}': 'EMPLOYEE_NOT_FOUND',
  '/api/v1/admin/institutions/{id}': 'INSTITUTION_NOT_FOUND',
  '/api/v1/admin/users/{id}': 'USER_NOT_FOUND',
  '/api/v1/batches/{id}': 'BATCH_NOT_FOUND',
  '/api/v1/budgets/{id}': 'BUDGET_NOT_FOUND',
  '/api/v1/classifiers/{code}': 'CLASSIFIER_NOT_FOUND',
  '/api/v1/classifiers/{code}/values/{value}': 'CLASSIFIER_VALUE_NOT_FOUND',
  '/api/v1/clients/{id}': 'CLIENT_NOT_FOUND',
  '/api/v1/clients/{id}/bank-accounts/{entryId}': 'ENTRY_NOT_FOUND',
  '/api/v1/clients/{id}/network/{entryId}': 'ENTRY_NOT_FOUND',
  '/api/v1/contracts/{id}': 'CONTRACT_NOT_FOUND',
  '/api/v1/departments/{id}': 'DEPARTMENT_NOT_FOUND',
  '/api/v1/emergency-access/{id}': 'EMERGENCY_ACCESS_NOT_FOUND',
  '/api/v1/institutions/{id}': 'INSTITUTION_NOT_FOUND',
  '/api/v1/intakes/{id}': 'INTAKE_NOT_FOUND',
  '/api/v1/mandates/{id}': 'MANDATE_NOT_FOUND',
  '/api/v1/me/terms/{version}': 'TERMS_NOT_CURRENT',
  '/api/v1/measures/{id}': 'MEASURE_NOT_FOUND',
  '/api/v1/notices/{id}': 'NOTICE_NOT_FOUND',
  '/api/v1/parameters/{code}': 'PARAMETER_NOT_FOUND',
  '/api/v1/parameters/{code}/values/{id}': 'PARAMETER_VALUE_NOT_FOUND',
  '/api/v1/proceedings/{id}': 'NOT_FOUND',
  '/api/v1/proceedings/{id}/actions/{actionId}': 'ACTION_NOT_FOUND',
  '/api/v1/proceedings/{id}/documents/{documentId}': 'DOCUMENT_NOT_FOUND',
  '/api/v1/proceedings/{id}/subjects/{clientId}': 'SUBJECT_NOT_FOUND',
  '/api/v1/providers/{id}': 'PROVIDER_NOT_FOUND',
  '/api/v1/retention/holds/{id}': 'HOLD_NOT_FOUND',
  '/api/v1/retention/runs/{id}': 'RETENTION_RUN_NOT_FOUND',
  '/api/v1/service-places/{id}': 'SERVICE_PLACE_NOT_FOUND',
  '/api/v1/supervision/listed-persons/{id}': 'LISTED_PERSON_NOT_FOUND',
  '/api/v1/supervision/signals/{id}': 'SIGNAL_NOT_FOUND',
  '/api/v1/support/proposals/{id}': 'PROPOSAL_NOT_FOUND',
  '/api/v1/system-notices/{id}': 'SYSTEM_NOTICE_NOT_FOUND',
  '/api/v1/transfers/{id}': 'TRANSFER_NOT_FOUND',
  '/console/api/contracts/{type}': 'CONTRACT_NOT_BROKEN',
  '/console/api/declarations/{id}': 'DECLARATION_NOT_FOUND',
  '/console/api/feeds/{feed}': 'FEED_NOT_READ_HERE',
  '/console/api/queries/{id}': 'QUERY_NOT_FOUND',
  '/console/api/registries/{registry}': 'REGISTRY_UNKNOWN',
  '/console/api/registries/{registry}/maintenance/{id}': 'MAINTENANCE_UNKNOWN',
};

/** What is said of what an operation is about where it is not there: of the first thing with an id in its address, if there is one. */
export function notThere({ path, parameters }: Operation): string | undefined {
  const ids = parameters.filter((one) => one.in === 'path' && one.schema.format === 'uuid').map(({ name }) => addressTo(path, name));
  const [first] = ids.sort((one, other) => one.length - other.length);
  return first === undefined ? undefined : saidOf(first);
}

function saidOf(address: string): string {
  return NOT_THERE[address] ?? `what is said of ${address}`;
}

/** `/proceedings/{id}` of `/proceedings/{id}/close`. */
function addressTo(path: string, name: string): string {
  return path.slice(0, path.indexOf(`{${name}}`) + name.length + 2);
}

/** What may be wrong in an address. */
export function addressCells(operation: Operation, good: GoodCall): readonly Cell[] {
  const { path, parameters } = operation;
  const named = parameters.filter((one) => one.in === 'path' && one.schema.enum === undefined);
  const absent = named.map((parameter): Cell => {
    const word = parameter.schema.format === 'uuid' ? NOWHERE : wordOf(parameter);
    return { what: `${parameter.name} of nothing`, sending: put(good, parameter, word), code: saidOf(addressTo(path, parameter.name)) };
  });
  return [...formCellsOf(operation, good), ...absent];
}

/** What may be wrong in the form of an address: of a word in it, or that the word is there. */
export function formCellsOf({ parameters }: Operation, good: GoodCall): readonly Cell[] {
  const unfit = parameters.map((parameter): Cell => {
    const sending = put(good, parameter, unfitFor(parameter));
    return { what: `${parameter.name} of another form`, sending, ...INVALID, pointer: `/${parameter.name}` };
  });
  if (!parameters.some((one) => one.in === 'query')) return unfit;
  const sending = { ...good, search: { ...good.search, tundmatu: SECRET } };
  return [...unfit, { what: 'an unknown word', sending, ...INVALID, pointer: '/tundmatu', rule: 'UNKNOWN_FIELD' }];
}

/** A word of another form: of a text, too much of it where that can be said, or what its pattern has not. */
function unfitFor({ schema }: Parameter): string {
  if (schema.type !== 'string' || schema.format !== undefined) return 'x';
  return schema.maxLength === undefined ? `${SECRET}?` : SECRET.padEnd(schema.maxLength + 1, SECRET);
}

/** A word that fits, of nothing that there is. */
function wordOf({ schema }: Parameter): string {
  if (schema.type === 'integer') return '999999';
  return ['OLEMATU', 'olematu'].find((word) => new RegExp(schema.pattern ?? '').test(word)) ?? '';
}

function put(good: GoodCall, { in: place, name }: Parameter, word: string) {
  const wrong = { [name]: word };
  return place === 'path' ? { ...good, params: { ...good.params, ...wrong } } : { ...good, search: { ...good.search, ...wrong } };
}
