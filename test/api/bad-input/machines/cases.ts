import type { Machines } from './machine.ts';

/** What is done for people. */
export const OF_CASES: Machines = {
  '/api/v1/proceedings/{id}': {
    begins: 'POST /api/v1/proceedings/{id}/suspend',
    first: 'OPENED',
    states: {
      OPENED: {
        leads: { 'POST /suspend': 'SUSPENDED', 'POST /close': 'CLOSED' },
        but: { 'POST /resume': 'PROCEEDING_NOT_OPEN', 'POST /reopen': 'PROCEEDING_NOT_CLOSED' },
      },
      SUSPENDED: {
        leads: { 'POST /resume': 'OPENED', 'POST /close': 'CLOSED' },
        takes: ['POST /assign'],
        refuses: 'PROCEEDING_NOT_OPEN',
        but: { 'POST /reopen': 'PROCEEDING_NOT_CLOSED' },
      },
      CLOSED: { leads: { 'POST /reopen': 'OPENED' }, refuses: 'PROCEEDING_NOT_OPEN' },
    },
  },
  '/api/v1/proceedings/{id}/actions/{actionId}': {
    begins: 'DELETE /api/v1/proceedings/{id}/actions/{actionId}',
    first: 'PLANNED',
    states: {
      PLANNED: { leads: { DELETE: 'CANCELLED' } },
      CANCELLED: { refuses: 'ACTION_CANCELLED' },
      DONE: {
        reach: ({ made, mari }, { id, actionId }) =>
          made(mari, `/proceedings/${id}/actions/${actionId}`, { doneAt: '2026-11-23T09:00:00Z' }, 'PATCH'),
        refuses: 'ACTION_CONFIRMED',
      },
    },
  },
  '/api/v1/proceedings/{id}/documents/{documentId}': {
    begins: 'POST /api/v1/proceedings/{id}/documents/{documentId}/withdraw',
    first: 'THERE',
    states: { THERE: { leads: { 'POST /withdraw': 'WITHDRAWN' } }, WITHDRAWN: { refuses: 'DOCUMENT_WITHDRAWN' } },
  },
  '/api/v1/intakes/{id}': {
    begins: 'POST /api/v1/intakes/{id}/annul',
    first: 'REGISTERED',
    states: {
      REGISTERED: {
        leads: { 'POST /annul': 'ANNULLED', 'POST /redirect': 'REDIRECTED', 'POST /open': 'IN_PROCEEDING' },
        takes: ['PATCH'],
        // The proceeding is on others.
        refuses: 'INTAKE_OF_OTHERS',
      },
      ANNULLED: { refuses: 'INTAKE_NOT_REGISTERED' },
      REDIRECTED: { refuses: 'INTAKE_NOT_REGISTERED' },
      IN_PROCEEDING: { takes: ['PATCH'], refuses: 'INTAKE_NOT_REGISTERED' },
      CLOSED: {
        async reach({ made, mari }, { id }) {
          const { proceeding } = await made(mari, `/intakes/${id}/open`, { kind: 'SIMPLE' });
          return made(mari, `/proceedings/${(proceeding as { id: string }).id}/close`, { reason: 'SOLVED' });
        },
        refuses: 'INTAKE_NOT_REGISTERED',
        but: { PATCH: 'PROCEEDING_CLOSED' },
      },
    },
  },
  '/api/v1/transfers/{id}': {
    begins: 'POST /api/v1/transfers/{id}/withdraw',
    first: 'OFFERED',
    states: {
      OFFERED: { leads: { 'POST /accept': 'ACCEPTED', 'POST /refuse': 'REFUSED', 'POST /withdraw': 'WITHDRAWN' } },
      ACCEPTED: { refuses: 'TRANSFER_DECIDED' },
      REFUSED: { refuses: 'TRANSFER_DECIDED' },
      WITHDRAWN: { refuses: 'TRANSFER_DECIDED' },
    },
  },
  '/api/v1/clients/{id}/bank-accounts/{entryId}': {
    begins: 'POST /api/v1/clients/{id}/bank-accounts/{entryId}/end',
    first: 'STANDING',
    states: { STANDING: { leads: { 'POST /end': 'ENDED' } }, ENDED: { refuses: 'ENTRY_NOT_FOUND' } },
  },
  '/api/v1/clients/{id}/network/{entryId}': {
    begins: 'POST /api/v1/clients/{id}/network/{entryId}/end',
    first: 'STANDING',
    states: { STANDING: { leads: { 'POST /end': 'ENDED' } }, ENDED: { refuses: 'ENTRY_NOT_FOUND' } },
  },
  '/api/v1/emergency-access/{id}': {
    begins: 'POST /api/v1/emergency-access/{id}/approve',
    first: 'REQUESTED',
    states: {
      REQUESTED: { leads: { 'POST /approve': 'OPEN', 'POST /refuse': 'REFUSED' }, refuses: 'EMERGENCY_ACCESS_NOT_OPEN' },
      OPEN: { leads: { 'POST /end': 'ENDED' }, refuses: 'EMERGENCY_ACCESS_DECIDED' },
      REFUSED: { refuses: 'EMERGENCY_ACCESS_DECIDED', but: { 'POST /end': 'EMERGENCY_ACCESS_NOT_OPEN' } },
      ENDED: { refuses: 'EMERGENCY_ACCESS_DECIDED', but: { 'POST /end': 'EMERGENCY_ACCESS_NOT_OPEN' } },
    },
  },
  '/api/v1/notices/{id}': {
    begins: 'POST /api/v1/notices/{id}/resolve',
    first: 'SETTLED',
    states: {
      SETTLED: { leads: { 'POST /resolve': 'RESOLVED' } },
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
    first: 'ORDERED',
    states: { ORDERED: { leads: { 'POST /close': 'CLOSED' } }, CLOSED: { refuses: 'BATCH_CLOSED' } },
  },
  '/console/api/queries/{id}': {
    begins: 'POST /console/api/queries/{id}/discard',
    first: 'FAILED',
    states: {
      FAILED: {
        leads: { 'POST /discard': 'CANCELLED', 'POST /retry': 'QUEUED' },
        takes: ['POST /reveal'],
        refuses: 'WRITE_NOT_HELD',
      },
      CANCELLED: { takes: ['POST /reveal'], refuses: 'QUERY_NOT_RETRYABLE', but: { 'POST /resolve': 'WRITE_NOT_HELD' } },
      QUEUED: {
        leads: { 'POST /discard': 'CANCELLED' },
        takes: ['POST /reveal'],
        refuses: 'QUERY_NOT_RETRYABLE',
        but: { 'POST /resolve': 'WRITE_NOT_HELD' },
      },
    },
  },
  '/console/api/declarations/{id}': {
    begins: 'POST /console/api/declarations/{id}/resolve',
    first: 'HELD',
    states: { HELD: { leads: { 'POST /resolve': 'ACCEPTED' } }, ACCEPTED: { refuses: 'WRITE_NOT_HELD' } },
  },
};
