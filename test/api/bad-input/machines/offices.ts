import type { Machines } from './machine.ts';

const REASON = { reason: 'Isik kolis' };

/** Who works with what, and what is offered and watched. */
export const OF_OFFICES: Machines = {
  '/api/v1/admin/users/{id}': {
    begins: 'POST /api/v1/admin/users/{id}/deactivate',
    states: {
      INACTIVE: {
        reach: ({ made, mari }, { id }) => made(mari, `/admin/users/${id}/deactivate`),
        refuses: 'USER_INACTIVE',
        but: { 'POST /api/v1/admin/users/{id}/reactivate': 'TAKEN' },
      },
      ACTIVE: {
        refuses: 'USER_ACTIVE',
        but: {
          'PATCH /api/v1/admin/users/{id}': 'TAKEN',
          'POST /api/v1/admin/users/{id}/password-reset': 'TAKEN',
          'POST /api/v1/admin/users/{id}/deactivate': 'TAKEN',
        },
      },
    },
  },
  '/api/v1/access-requests/{id}': {
    begins: 'POST /api/v1/access-requests/{id}/approve',
    states: {
      APPROVED: { reach: ({ made, tiit }, { id }) => made(tiit, `/access-requests/${id}/approve`), refuses: 'ACCESS_REQUEST_DECIDED' },
      REJECTED: {
        reach: ({ made, tiit }, { id }) => made(tiit, `/access-requests/${id}/reject`, REASON),
        refuses: 'ACCESS_REQUEST_DECIDED',
      },
    },
  },
  '/api/v1/contracts/{id}': {
    begins: 'POST /api/v1/contracts/{id}/end',
    states: {
      ENDED: {
        reach: ({ made, mari }, { id }) => made(mari, `/contracts/${id}/end`, { lastDay: '2026-12-30' }),
        refuses: 'CONTRACT_END_INVALID',
      },
    },
  },
  '/api/v1/mandates/{id}': {
    begins: 'POST /api/v1/mandates/{id}/revoke',
    states: {
      REVOKED: { reach: ({ made, mari }, { id }) => made(mari, `/mandates/${id}/revoke`, REASON), refuses: 'MANDATE_REVOKED_ALREADY' },
    },
  },
  '/api/v1/supervision/signals/{id}': {
    begins: 'POST /api/v1/supervision/signals/{id}/review',
    states: {
      REVIEWED: {
        reach: ({ made, rein }, { id }) => made(rein, `/supervision/signals/${id}/review`, { note: 'Vaadatud, kõik on korras.' }),
        refuses: 'SIGNAL_REVIEWED',
      },
    },
  },
  '/api/v1/supervision/listed-persons/{id}': {
    begins: 'POST /api/v1/supervision/listed-persons/{id}/end',
    states: {
      ENDED: { reach: ({ made, rein }, { id }) => made(rein, `/supervision/listed-persons/${id}/end`), refuses: 'LISTED_PERSON_NOT_FOUND' },
    },
  },
  '/api/v1/retention/runs/{id}': {
    begins: 'POST /api/v1/retention/runs/{id}/stop',
    states: { STOPPED: { reach: ({ made, juht }, { id }) => made(juht, `/retention/runs/${id}/stop`), refuses: 'RETENTION_RUN_ENDED' } },
  },
  '/api/v1/retention/holds/{id}': {
    begins: 'POST /api/v1/retention/holds/{id}/lift',
    states: {
      LIFTED: {
        reach: ({ made, juht }, { id }) => made(juht, `/retention/holds/${id}/lift`, { reason: 'Vaidlus lõppes' }),
        refuses: 'HOLD_NOT_FOUND',
      },
    },
  },
  '/api/v1/support/proposals/{id}': {
    begins: 'POST /api/v1/support/proposals/{id}/answer',
    states: {
      ACCEPTED: {
        reach: ({ made, juht }, { id }) => made(juht, `/support/proposals/${id}/answer`, { state: 'ACCEPTED', ...REASON }),
        refuses: 'PROPOSAL_STATE',
      },
      REJECTED: {
        reach: ({ made, juht }, { id }) => made(juht, `/support/proposals/${id}/answer`, { state: 'REJECTED', ...REASON }),
        refuses: 'PROPOSAL_STATE',
      },
    },
  },
  '/api/v1/parameters/{code}/values/{id}': {
    begins: 'DELETE /api/v1/parameters/{code}/values/{id}',
    states: {
      CONFIRMED: {
        reach: ({ made, mari }, { code, id }) => made(mari, `/parameters/${code}/values/${id}/confirm`),
        refuses: 'PARAMETER_VALUE_CONFIRMED',
      },
    },
  },
  '/api/v1/classifiers/{code}/values/{value}': {
    begins: 'POST /api/v1/classifiers/{code}/values/{value}/end',
    states: {
      ENDED: {
        reach: ({ made, juht }, { code, value }) => made(juht, `/classifiers/${code}/values/${value}/end`, { validTo: '2026-12-30' }),
        refuses: 'CLASSIFIER_VALUE_NOT_OPEN',
      },
    },
  },
  '/api/v1/measures/{id}': {
    begins: 'POST /api/v1/measures/{id}/end',
    states: {
      ENDED: {
        reach: ({ made, mari }, { id }) => made(mari, `/measures/${id}/end`, { validTo: '2026-12-30' }),
        refuses: 'MEASURE_ENDED',
        // From a later day on it may be described anew.
        but: { 'POST /api/v1/measures/{id}/versions': 'TAKEN' },
      },
    },
  },
};
