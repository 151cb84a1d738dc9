import type { Machines } from './machine.ts';

const REASON = { reason: 'Isik kolis' };
const YESTERDAY = { validTo: '2026-11-22' };

/** What is done for people. */
export const OF_CASES: Machines = {
  '/api/v1/proceedings/{id}': {
    begins: 'POST /api/v1/proceedings/{id}/suspend',
    states: {
      CLOSED: {
        reach: ({ made, mari }, { id }) => made(mari, `/proceedings/${id}/close`, { reason: 'SOLVED' }),
        refuses: 'PROCEEDING_NOT_OPEN',
        but: { 'POST /api/v1/proceedings/{id}/reopen': 'TAKEN' },
      },
      SUSPENDED: {
        reach: ({ made, mari }, { id }) => made(mari, `/proceedings/${id}/suspend`),
        refuses: 'PROCEEDING_NOT_OPEN',
        but: {
          'POST /api/v1/proceedings/{id}/resume': 'TAKEN',
          'POST /api/v1/proceedings/{id}/close': 'TAKEN',
          'POST /api/v1/proceedings/{id}/assign': 'TAKEN',
          'POST /api/v1/proceedings/{id}/reopen': 'PROCEEDING_NOT_CLOSED',
        },
      },
    },
  },
  '/api/v1/proceedings/{id}/actions/{actionId}': {
    begins: 'DELETE /api/v1/proceedings/{id}/actions/{actionId}',
    states: {
      DONE: {
        reach: ({ made, mari }, { id, actionId }) =>
          made(mari, `/proceedings/${id}/actions/${actionId}`, { doneAt: '2026-11-23T09:00:00Z' }, 'PATCH'),
        refuses: 'ACTION_CONFIRMED',
      },
      CANCELLED: {
        reach: ({ made, mari }, { id, actionId }) => made(mari, `/proceedings/${id}/actions/${actionId}`, undefined, 'DELETE'),
        refuses: 'ACTION_CANCELLED',
      },
    },
  },
  '/api/v1/proceedings/{id}/documents/{documentId}': {
    begins: 'POST /api/v1/proceedings/{id}/documents/{documentId}/withdraw',
    states: {
      WITHDRAWN: {
        reach: ({ made, mari }, { id, documentId }) => made(mari, `/proceedings/${id}/documents/${documentId}/withdraw`, REASON),
        refuses: 'DOCUMENT_WITHDRAWN',
      },
    },
  },
  '/api/v1/intakes/{id}': {
    begins: 'POST /api/v1/intakes/{id}/annul',
    states: {
      ANNULLED: { reach: ({ made, mari }, { id }) => made(mari, `/intakes/${id}/annul`, REASON), refuses: 'INTAKE_NOT_REGISTERED' },
      REDIRECTED: {
        reach: ({ made, mari, neighbour }, { id }) =>
          made(mari, `/intakes/${id}/redirect`, { institutionId: neighbour.worker.institutionId, ...REASON }),
        refuses: 'INTAKE_NOT_REGISTERED',
      },
      IN_PROCEEDING: {
        reach: ({ made, mari }, { id }) => made(mari, `/intakes/${id}/open`, { kind: 'SIMPLE' }),
        refuses: 'INTAKE_NOT_REGISTERED',
        but: { 'PATCH /api/v1/intakes/{id}': 'TAKEN' },
      },
      CLOSED: {
        async reach({ made, mari }, { id }) {
          const { proceeding } = await made(mari, `/intakes/${id}/open`, { kind: 'SIMPLE' });
          return made(mari, `/proceedings/${(proceeding as { id: string }).id}/close`, { reason: 'SOLVED' });
        },
        refuses: 'INTAKE_NOT_REGISTERED',
        but: { 'PATCH /api/v1/intakes/{id}': 'PROCEEDING_CLOSED' },
      },
    },
  },
  '/api/v1/transfers/{id}': {
    begins: 'POST /api/v1/transfers/{id}/withdraw',
    states: {
      ACCEPTED: { reach: ({ made, neighbour }, { id }) => made(neighbour, `/transfers/${id}/accept`), refuses: 'TRANSFER_DECIDED' },
      REFUSED: { reach: ({ made, neighbour }, { id }) => made(neighbour, `/transfers/${id}/refuse`, REASON), refuses: 'TRANSFER_DECIDED' },
      WITHDRAWN: { reach: ({ made, mari }, { id }) => made(mari, `/transfers/${id}/withdraw`), refuses: 'TRANSFER_DECIDED' },
    },
  },
  '/api/v1/clients/{id}/bank-accounts/{entryId}': {
    begins: 'POST /api/v1/clients/{id}/bank-accounts/{entryId}/end',
    states: {
      ENDED: {
        reach: ({ made, mari }, { id, entryId }) => made(mari, `/clients/${id}/bank-accounts/${entryId}/end`, YESTERDAY),
        refuses: 'ENTRY_NOT_FOUND',
      },
    },
  },
  '/api/v1/clients/{id}/network/{entryId}': {
    begins: 'POST /api/v1/clients/{id}/network/{entryId}/end',
    states: {
      ENDED: {
        reach: ({ made, mari }, { id, entryId }) => made(mari, `/clients/${id}/network/${entryId}/end`, YESTERDAY),
        refuses: 'ENTRY_NOT_FOUND',
      },
    },
  },
  '/api/v1/emergency-access/{id}': {
    begins: 'POST /api/v1/emergency-access/{id}/approve',
    states: {
      REQUESTED: {
        refuses: 'EMERGENCY_ACCESS_NOT_OPEN',
        but: { 'POST /api/v1/emergency-access/{id}/approve': 'TAKEN', 'POST /api/v1/emergency-access/{id}/refuse': 'TAKEN' },
      },
      OPEN: {
        reach: ({ made, mari }, { id }) => made(mari, `/emergency-access/${id}/approve`),
        refuses: 'EMERGENCY_ACCESS_DECIDED',
        but: { 'POST /api/v1/emergency-access/{id}/end': 'TAKEN' },
      },
      REFUSED: {
        reach: ({ made, mari }, { id }) => made(mari, `/emergency-access/${id}/refuse`),
        refuses: 'EMERGENCY_ACCESS_DECIDED',
        but: { 'POST /api/v1/emergency-access/{id}/end': 'EMERGENCY_ACCESS_NOT_OPEN' },
      },
      ENDED: {
        async reach({ made, mari }, { id }) {
          await made(mari, `/emergency-access/${id}/approve`);
          return made(mari, `/emergency-access/${id}/end`);
        },
        refuses: 'EMERGENCY_ACCESS_DECIDED',
        but: { 'POST /api/v1/emergency-access/{id}/end': 'EMERGENCY_ACCESS_NOT_OPEN' },
      },
    },
  },
  '/api/v1/notices/{id}': {
    begins: 'POST /api/v1/notices/{id}/resolve',
    states: {
      RESOLVED: {
        async reach({ made, mari }, { id }) {
          await made(mari, `/notices/${id}/items/REVIEW_PROCEEDINGS`, { outcome: 'DONE' }, 'PUT');
          return made(mari, `/notices/${id}/resolve`);
        },
        refuses: 'NOTICE_NOT_OPEN',
      },
    },
  },
  '/api/v1/batches/{id}': {
    begins: 'POST /api/v1/batches/{id}/close',
    states: { CLOSED: { reach: 'BY_THE_CALL', refuses: 'BATCH_CLOSED' } },
  },
  '/console/api/queries/{id}': {
    begins: 'POST /console/api/queries/{id}/discard',
    states: {
      CANCELLED: {
        reach: ({ made, anu }, { id }) => made(anu, `/console/api/queries/${id}/discard`, REASON),
        refuses: 'QUERY_NOT_RETRYABLE',
        but: { 'POST /console/api/queries/{id}/reveal': 'TAKEN', 'POST /console/api/queries/{id}/resolve': 'WRITE_NOT_HELD' },
      },
    },
  },
  '/console/api/declarations/{id}': {
    begins: 'POST /console/api/declarations/{id}/resolve',
    states: {
      ACCEPTED: {
        reach: ({ made, anu }, { id }) => made(anu, `/console/api/declarations/${id}/resolve`, { ...REASON, resolution: 'DONE' }),
        refuses: 'WRITE_NOT_HELD',
      },
    },
  },
};
