import type { Machines } from './machine.ts';

/** Who works with what, and what is offered and watched. */
export const OF_OFFICES: Machines = {
  '/api/v1/admin/users/{id}': {
    begins: 'POST /api/v1/admin/users/{id}/deactivate',
    first: 'ACTIVE',
    states: {
      ACTIVE: { leads: { 'POST /deactivate': 'INACTIVE' }, but: { 'POST /reactivate': 'USER_ACTIVE' } },
      INACTIVE: { leads: { 'POST /reactivate': 'ACTIVE' }, refuses: 'USER_INACTIVE' },
    },
  },
  '/api/v1/access-requests/{id}': {
    begins: 'POST /api/v1/access-requests/{id}/approve',
    first: 'SUBMITTED',
    states: {
      SUBMITTED: { leads: { 'POST /approve': 'APPROVED', 'POST /reject': 'REJECTED' } },
      APPROVED: { refuses: 'ACCESS_REQUEST_DECIDED' },
      REJECTED: { refuses: 'ACCESS_REQUEST_DECIDED' },
    },
  },
  '/api/v1/contracts/{id}': {
    begins: 'POST /api/v1/contracts/{id}/end',
    first: 'CONCLUDED',
    states: { CONCLUDED: { leads: { 'POST /end': 'ENDED' } }, ENDED: { refuses: 'CONTRACT_END_INVALID' } },
  },
  '/api/v1/mandates/{id}': {
    begins: 'POST /api/v1/mandates/{id}/revoke',
    first: 'GIVEN',
    states: { GIVEN: { leads: { 'POST /revoke': 'REVOKED' } }, REVOKED: { refuses: 'MANDATE_REVOKED_ALREADY' } },
  },
  '/api/v1/supervision/signals/{id}': {
    begins: 'POST /api/v1/supervision/signals/{id}/review',
    first: 'OPEN',
    states: { OPEN: { leads: { 'POST /review': 'REVIEWED' } }, REVIEWED: { refuses: 'SIGNAL_REVIEWED' } },
  },
  '/api/v1/supervision/listed-persons/{id}': {
    begins: 'POST /api/v1/supervision/listed-persons/{id}/end',
    first: 'LISTED',
    states: { LISTED: { leads: { 'POST /end': 'ENDED' } }, ENDED: { refuses: 'LISTED_PERSON_NOT_FOUND' } },
  },
  '/api/v1/retention/runs/{id}': {
    begins: 'POST /api/v1/retention/runs/{id}/stop',
    first: 'LISTING',
    states: { LISTING: { leads: { 'POST /stop': 'STOPPED' } }, STOPPED: { refuses: 'RETENTION_RUN_ENDED' } },
  },
  '/api/v1/retention/holds/{id}': {
    begins: 'POST /api/v1/retention/holds/{id}/lift',
    first: 'STANDING',
    states: { STANDING: { leads: { 'POST /lift': 'LIFTED' } }, LIFTED: { refuses: 'HOLD_NOT_FOUND' } },
  },
  '/api/v1/support/proposals/{id}': {
    begins: 'POST /api/v1/support/proposals/{id}/answer',
    first: 'ANALYSED',
    states: {
      ANALYSED: { leads: { 'POST /answer': 'REJECTED' } },
      REJECTED: { refuses: 'PROPOSAL_STATE' },
      ACCEPTED: {
        reach: ({ made, juht }, { id }) => made(juht, `/support/proposals/${id}/answer`, { state: 'ACCEPTED', reason: 'Lisame' }),
        refuses: 'PROPOSAL_STATE',
      },
    },
  },
  '/api/v1/parameters/{code}/values/{id}': {
    begins: 'DELETE /api/v1/parameters/{code}/values/{id}',
    first: 'ENTERED',
    states: {
      ENTERED: { leads: { 'POST /confirm': 'CONFIRMED', DELETE: 'TAKEN_BACK' } },
      CONFIRMED: { refuses: 'PARAMETER_VALUE_CONFIRMED' },
      TAKEN_BACK: { refuses: 'PARAMETER_VALUE_NOT_FOUND' },
    },
  },
  '/api/v1/classifiers/{code}/values/{value}': {
    begins: 'POST /api/v1/classifiers/{code}/values/{value}/end',
    first: 'STANDING',
    states: { STANDING: { leads: { 'POST /end': 'ENDED' } }, ENDED: { refuses: 'CLASSIFIER_VALUE_NOT_OPEN' } },
  },
  '/api/v1/measures/{id}': {
    begins: 'POST /api/v1/measures/{id}/end',
    first: 'DESCRIBED',
    states: {
      DESCRIBED: { leads: { 'POST /end': 'ENDED' } },
      // From a later day on it may be described anew.
      ENDED: { leads: { 'POST /versions': 'DESCRIBED' }, refuses: 'MEASURE_ENDED' },
    },
  },
};
