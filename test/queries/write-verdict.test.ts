import { describe, expect, it } from 'vitest';
import { fail, ok, type Result, Temporal } from '../../src/platform/index.ts';
import { ATTEMPTS_AT_MOST } from '../../src/queries/index.ts';
import type { Carried, Failed } from '../../src/queries/message.ts';
import { judgeReadBack, judgeWrite } from '../../src/queries/write-verdict.ts';
import type { AnswerDefect, Found } from '../../src/registries/index.ts';
import { classifyFailure } from '../../src/xroad/failure.ts';
import { classifyFault } from '../../src/xroad/index.ts';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const made = { attempt: 1, askedAt: now, now, random: 0.5 };
const evidence = { xRoadId: 'x', securityServer: '' };
const answered = <T>(reading: Result<T, AnswerDefect>): Carried<T> => ({ kind: 'answered', reading, evidence });
const fault = (code: string): Failed => ({ kind: 'failed', code, classification: classifyFault(code), evidence });
const failed = (code: 'DEADLINE' | 'CONNECTION_REFUSED' | 'CONNECTION_LOST' | 'REQUEST_HASH_MISMATCH', sent: boolean): Failed => ({
  kind: 'failed',
  code,
  detail: 'a detail',
  classification: classifyFailure({ code, detail: '', sent }),
  evidence,
});
const unreadable = answered<never>(fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'kood', rule: 'PATTERN' }] }));

describe('an attempt at a write', () => {
  it.each([
    ['refused before it left', failed('CONNECTION_REFUSED', false), 'RETRY_WAIT', 'CONNECTION_REFUSED'],
    ['lost before it left', failed('CONNECTION_LOST', false), 'RETRY_WAIT', 'CONNECTION_LOST'],
    ['kept back by maintenance', fault('Server.ClientProxy.MaintenanceMode'), 'RETRY_WAIT', 'Server.ClientProxy.MaintenanceMode'],
    ['without the right', fault('Server.ServerProxy.AccessDenied'), 'FAULTED', 'Server.ServerProxy.AccessDenied'],
    ['that X-Road calls ours', fault('Client.InvalidSoap'), 'FAULTED', 'Client.InvalidSoap'],
  ] as const)('%s has not run, and is judged as a read is', (_what, outcome, state, code) => {
    expect(judgeWrite(outcome, made, true)).toMatchObject({ state, code });
  });

  it.each([
    ['past its deadline', failed('DEADLINE', true)],
    ['with its connection lost', failed('CONNECTION_LOST', true)],
    ['answered to other bytes', failed('REQUEST_HASH_MISMATCH', true)],
    ['timed out at the register', fault('Server.ServerProxy.ServiceFailed.IOError')],
    ['of which the answer could not be signed', fault('Server.ServerProxy.CannotCreateSignature')],
    ['refused by the register’s own fault', fault('SOAP-ENV:Server')],
    ['with a fault that nobody knows', fault('Server.ServerProxy.SomethingNew')],
    ['answered off its contract', unreadable],
  ])('%s may have run: it is looked up after two minutes, or held', (_what, outcome) => {
    const verdict = judgeWrite(outcome, made, true);
    expect(verdict).toMatchObject({ state: 'RETRY_WAIT', code: 'WRITE_UNCLEAR', cause: expect.any(String) });
    expect(verdict.state === 'RETRY_WAIT' && verdict.notBefore.since(now).total('seconds')).toBe(120);
    expect(judgeWrite(outcome, { ...made, attempt: ATTEMPTS_AT_MOST }, true)).toMatchObject({ state: 'RETRY_WAIT' });
    expect(judgeWrite(outcome, made, false)).toMatchObject({ state: 'HELD', code: 'WRITE_HELD' });
  });

  it('that was answered is believed', () => {
    expect(judgeWrite(answered(ok({ state: 'FOUND', record: {} })), made, true)).toMatchObject({ state: 'ANSWERED', answerState: 'FOUND' });
  });
});

describe('a look at the register', () => {
  const lost = (code: string | null) => ({ sentAt: now, code });
  const look = (seen: Found) => answered(ok(seen));
  const record = () => ({ by: 'READ_BACK' });

  it('that shows it settles the write', () => {
    const verdict = judgeReadBack(look('THERE'), made, lost('DEADLINE'), record);
    expect(verdict).toMatchObject({ state: 'ANSWERED', reading: { state: 'FOUND', record: { by: 'READ_BACK' } } });
  });

  it.each([
    ['a deadline', 'DEADLINE', 'RETRY_WAIT', 'DEADLINE'],
    ['a worker that died', null, 'RETRY_WAIT', 'WORKER_LOST'],
    ['a fault of the register’s own', 'SOAP-ENV:Server', 'FAULTED', 'SOAP-ENV:Server'],
    ['an answer off its contract', 'SCHEMA_MISMATCH', 'FAULTED', 'SCHEMA_MISMATCH'],
    ['an answer to other bytes', 'REQUEST_HASH_MISMATCH', 'FAULTED', 'REQUEST_HASH_MISMATCH'],
  ] as const)('that shows nothing after %s lets it go as that failure has it', (_what, code, state, told) => {
    const verdict = judgeReadBack(look('NOT_THERE'), made, lost(code), record);
    expect(verdict).toMatchObject({ state, code: told, cameToNothing: true });
  });

  it('that shows nothing after the last attempt leaves it failed', () => {
    const last = { ...made, attempt: ATTEMPTS_AT_MOST };
    expect(judgeReadBack(look('NOT_THERE'), last, lost('DEADLINE'), record)).toMatchObject({
      state: 'FAILED',
      cameToNothing: true,
    });
  });

  it.each([
    ['cannot tell', look('CANNOT_TELL'), 'CANNOT_TELL'],
    ['cannot be read', unreadable, 'SCHEMA_MISMATCH'],
    ['is refused', fault('Server.ServerProxy.AccessDenied'), 'Server.ServerProxy.AccessDenied'],
  ] as const)('that %s leaves it to an operator', (_what, outcome, cause) => {
    const verdict = judgeReadBack(outcome, made, lost('DEADLINE'), record);
    expect(verdict).toMatchObject({ state: 'HELD', code: 'WRITE_HELD', cause });
    expect(verdict).not.toHaveProperty('cameToNothing');
  });

  it('that fails on its way is made again, and at last left to an operator', () => {
    const outcome = failed('DEADLINE', true);
    expect(judgeReadBack(outcome, made, lost(null), record)).toMatchObject({ state: 'RETRY_WAIT', code: 'WRITE_UNCLEAR' });
    const last = { ...made, attempt: ATTEMPTS_AT_MOST };
    expect(judgeReadBack(outcome, last, lost(null), record)).toMatchObject({ state: 'HELD' });
  });
});
