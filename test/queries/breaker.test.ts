import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settableClock } from '../../src/platform/index.ts';
import { createBreakers } from '../../src/queries/index.ts';
import type { ExchangeOutcome } from '../../src/xroad/index.ts';

const START = '2026-11-23T10:00:00Z';
const evidence = {} as ExchangeOutcome['evidence'];
const lost: ExchangeOutcome = {
  kind: 'failed',
  code: 'CONNECTION_LOST',
  detail: 'ECONNRESET',
  classification: { class: 'NETWORK', mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' },
  evidence,
};
const noRight: ExchangeOutcome = {
  kind: 'fault',
  fault: { code: 'Server.ServerProxy.AccessDenied', text: 'no' },
  classification: { class: 'ACCESS_DENIED', mayHaveRun: 'NO', retry: 'NEVER' },
  evidence,
};
const answered: ExchangeOutcome = { kind: 'answered', body: { localName: 'a', namespace: 'b', xml: '<a/>' }, attachments: [], evidence };

describe('the breaker of a register', () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.parse(START), toFake: ['Date', 'performance'] }));
  afterEach(() => vi.useRealTimers());

  function open() {
    const clock = settableClock(START);
    const changes: string[] = [];
    const breakers = createBreakers(['rr', 'mta'], clock, (registry, state) => changes.push(`${registry} ${state}`));
    let sent = 0;
    const run = (registry: string, outcome: ExchangeOutcome) =>
      breakers.run(registry, async () => {
        sent += 1;
        return outcome;
      });
    return { breakers, changes, run, sent: () => sent };
  }

  it('opens after five technical failures in a row, and then sends nothing', async () => {
    const { breakers, run, sent, changes } = open();
    for (let n = 0; n < 5; n++) await run('rr', lost);
    expect(breakers.state('rr')).toBe('OPEN');
    expect(breakers.opensAgainAt('rr')?.toString()).toBe('2026-11-23T10:00:15Z');
    expect(await run('rr', answered)).toBeUndefined();
    expect(sent()).toBe(5);
    expect(changes).toEqual(['rr OPEN']);
    expect(breakers.state('mta')).toBe('CLOSED');
    expect(await run('mta', answered)).toBe(answered);
  });

  it('begins to count anew after an answer', async () => {
    const { breakers, run } = open();
    for (const outcome of [lost, lost, lost, lost, answered, lost, lost, lost, lost]) await run('rr', outcome);
    expect(breakers.state('rr')).toBe('CLOSED');
  });

  it('takes a register that refuses the question for a register that works', async () => {
    const { breakers, run } = open();
    for (let n = 0; n < 20; n++) await run('rr', noRight);
    expect(breakers.state('rr')).toBe('CLOSED');
  });

  it('half open sends one probe: an answer closes it, a failure opens it again', async () => {
    const { breakers, run, sent, changes } = open();
    for (let n = 0; n < 5; n++) await run('rr', lost);
    vi.setSystemTime(Date.parse(START) + 15_000);
    const held = Promise.withResolvers<ExchangeOutcome>();
    const probe = breakers.run('rr', () => held.promise);
    // Whoever comes while the probe is out waits for it, and is not sent when it fails.
    const second = run('rr', answered);
    held.resolve(lost);
    expect(await probe).toBe(lost);
    expect(await second).toBeUndefined();
    expect(sent()).toBe(5);
    vi.setSystemTime(Date.parse(START) + 30_001);
    expect(await run('rr', answered)).toBe(answered);
    expect(breakers.state('rr')).toBe('CLOSED');
    expect(changes).toEqual(['rr OPEN', 'rr HALF_OPEN', 'rr OPEN', 'rr HALF_OPEN', 'rr CLOSED']);
  });
});
