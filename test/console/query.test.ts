import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { type Caller, signedIn } from '../api/door.ts';
import { type Board, openBoard, subject } from './board.ts';

let board: Board;
let anu: Caller;
let rein: Caller;
beforeAll(async () => {
  board = await openBoard();
  anu = await signedIn(board.app, board.operator);
  rein = await signedIn(board.app, board.supervisor);
});
afterAll(() => board.close());

const lastLine = async () => (await board.audit()).at(-1);

describe('search', () => {
  it('finds a query by its own id and by the X-Road id of a message', async () => {
    const xRoadId = newId();
    const id = await board.query('rr', 'FAILED', { xRoadId });
    for (const wanted of [id, xRoadId, ` ${xRoadId} `])
      expect((await anu('POST', '/console/api/queries/search', { id: wanted })).body.items).toEqual([
        { kind: 'QUERY', id, registry: 'rr' },
      ]);
    expect((await anu('POST', '/console/api/queries/search', { id: newId() })).body.items).toEqual([]);
    expect((await anu('POST', '/console/api/queries/search', { id: 'ei ole' })).body.items).toEqual([]);
  });

  it.each([subject, ` ${subject.slice(0, 3)} ${subject.slice(3)}`])('is never by a person: %s', async (id) => {
    expect((await anu('POST', '/console/api/queries/search', { id })).body).toMatchObject({ status: 422, code: 'SEARCH_NAMES_A_PERSON' });
  });

  it('takes an id of digits for an id', async () => {
    const id = '01930000-1234-7567-8901-234567890123';
    expect((await anu('POST', '/console/api/queries/search', { id })).body.items).toEqual([]);
  });
});

describe('one query', () => {
  it('tells of every attempt and of what the log has, and of no person', async () => {
    const id = await board.query('rr', 'FAILED', { code: 'DEADLINE', xRoadId: 'x-1' });
    await sql`update query_attempt set received_at = sent_at + interval '30 s', outcome = 'FAILED', code = 'DEADLINE', detail = 'after 30 s',
      security_server = 'http://127.0.0.1:8090/', may_have_run = true where query_id = ${id}`.execute(board.database.db);
    await anu('POST', `/console/api/queries/${id}/retry`, { reason: 'register töötab' });
    const { status, body } = await anu('GET', `/console/api/queries/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, registry: 'rr', type: 'RR.RESIDENCES', state: 'QUEUED', write: false, code: null, trouble: null });
    expect(body.attempts).toEqual([
      {
        attempt: 3,
        purpose: 'ASK',
        xRoadId: 'x-1',
        service: 'EE/GOV/70008440/rr/RR456/v1',
        requestHash: 'x',
        requestBytes: 1,
        sentAt: '2026-11-23T07:55:00Z',
        deadline: null,
        receivedAt: '2026-11-23T07:55:30Z',
        responseBytes: null,
        securityServer: '127.0.0.1:8090',
        outcome: 'FAILED',
        code: 'DEADLINE',
        detail: 'after 30 s',
        mayHaveRun: true,
        hashConfirmed: null,
      },
    ]);
    expect(body.trail).toEqual([
      { at: '2026-11-23T08:00:00Z', action: 'QUERY_RETRIED', outcome: 'DONE', code: null, by: 'TEHIK_OPS', reason: 'register töötab' },
    ]);
    const text = JSON.stringify(body);
    for (const secret of [subject, board.clientId, board.proceedingId, board.operator.userId, 'Tamm']) expect(text).not.toContain(secret);
    expect((await anu('GET', `/console/api/queries/${newId()}`)).body.code).toBe('QUERY_NOT_FOUND');
  });

  it.each([
    ['ANSWERED', null, true],
    ['FAULTED', 'REQUEST_HASH_MISMATCH', false],
    ['RETRY_WAIT', 'CONNECTION_REFUSED', null],
  ])('says whether the hash was confirmed: %s %s', async (outcome, code, confirmed) => {
    const id = await board.query('rr', 'ANSWERED');
    await sql`update query_attempt set received_at = sent_at, outcome = ${outcome}, code = ${code}, security_server = '' where query_id = ${id}`.execute(
      board.database.db,
    );
    const { body } = await anu('GET', `/console/api/queries/${id}`);
    expect(body.attempts).toEqual([expect.objectContaining({ hashConfirmed: confirmed })]);
  });
});

describe('reveal', () => {
  it('shows supervision whom a query is about, once the log has it', async () => {
    const id = await board.query('rr', 'FAILED');
    const { status, body, headers } = await rein('POST', `/console/api/queries/${id}/reveal`, { reason: 'kaebus 12-3/45' });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      subject: { personalCode: subject, firstName: 'Jaan', lastName: 'Tamm' },
      parameters: { asOf: '2026-11-01' },
      legalBasis: 'SHS § 133',
      justification: null,
      answer: null,
    });
    const line = await lastLine();
    expect(line).toMatchObject({
      action: 'QUERY_REVEALED',
      outcome: 'DONE',
      user_id: board.supervisor.userId,
      object_id: id,
      details: { reason: 'kaebus 12-3/45', type: 'RR.RESIDENCES' },
    });
    expect(line?.text).not.toContain(subject);
  });

  it('shows the kept answer', async () => {
    const id = await board.query('rr', 'ANSWERED');
    const key = await board.keys.open(board.database.db, board.proceedingId);
    const sealed = key?.seal(Buffer.from(JSON.stringify({ state: 'FOUND', record: { residence: 'Paide' } })), id);
    await sql`insert into query_answer (query_id, sealed) values (${id}, ${sealed})`.execute(board.database.db);
    const { body } = await rein('POST', `/console/api/queries/${id}/reveal`, { reason: 'kaebus 12-3/45' });
    expect(body.answer).toEqual({ state: 'FOUND', record: { residence: 'Paide' } });
  });

  it('logs each time anew, whatever key the call bears', async () => {
    const id = await board.query('rr', 'FAILED');
    const key = { 'idempotency-key': newId() };
    const before = (await board.audit()).length;
    for (let n = 0; n < 2; n += 1) await rein('POST', `/console/api/queries/${id}/reveal`, { reason: 'kaebus' }, key);
    expect((await board.audit()).slice(before).map(({ action }) => action)).toEqual(['QUERY_REVEALED', 'QUERY_REVEALED']);
  });

  it('is refused of a closed proceeding, without a reason, and of nothing, and the log says so', async () => {
    const id = await board.query('rr', 'FAILED', { proceedingId: newId() });
    expect((await rein('POST', `/console/api/queries/${id}/reveal`, { reason: 'kaebus' })).body).toMatchObject({
      status: 410,
      code: 'PURGED',
    });
    expect(await lastLine()).toMatchObject({
      action: 'OPERATION_REFUSED',
      code: 'PURGED',
      object_id: id,
      details: { operation: 'reveal' },
    });
    expect((await rein('POST', `/console/api/queries/${id}/reveal`, {})).body.code).toBe('VALIDATION_FAILED');
    expect((await rein('POST', `/console/api/queries/${id}/reveal`, { reason: `isik ${subject}` })).body.code).toBe(
      'REASON_NAMES_A_PERSON',
    );
    expect((await rein('POST', `/console/api/queries/${newId()}/reveal`, { reason: 'kaebus' })).body.code).toBe('QUERY_NOT_FOUND');
  });

  it('shows nothing that the log could not take', async () => {
    const id = await board.query('rr', 'FAILED');
    await sql`alter table audit_event add constraint full_disk check (action <> 'QUERY_REVEALED') not valid`.execute(board.database.db);
    const { status, body } = await rein('POST', `/console/api/queries/${id}/reveal`, { reason: 'kaebus' });
    await sql`alter table audit_event drop constraint full_disk`.execute(board.database.db);
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain(subject);
  });
});
