import { describe, expect, it } from 'vitest';
import { settableClock, Temporal } from '../../src/platform/index.ts';
import { createBreakers, type Pass } from '../../src/queries/index.ts';

describe('the breaker of a register', () => {
  function open() {
    const clock = settableClock('2026-11-23T10:00:00Z');
    const changes: string[] = [];
    const breakers = createBreakers(['rr', 'mta'], clock, (registry, state) => changes.push(`${registry} ${state}`));
    const pass = (registry = 'rr'): Pass => {
      const leave = breakers.enter(registry);
      if (leave instanceof Temporal.Instant) throw new Error(`no leave until ${leave}`);
      return leave;
    };
    const fail = (times: number) => {
      for (let n = 0; n < times; n++) pass().report('TECHNICAL_FAILURE');
    };
    return { clock, breakers, changes, pass, fail };
  }

  it('opens after five technical failures in a row, and says when to come again', () => {
    const { breakers, changes, pass, fail } = open();
    fail(5);
    expect(breakers.state('rr')).toBe('OPEN');
    expect(breakers.enter('rr').toString()).toBe('2026-11-23T10:00:15Z');
    expect(changes).toEqual(['rr OPEN']);
    pass('mta').report('ANSWERED');
    expect(breakers.state('mta')).toBe('CLOSED');
  });

  it('begins to count anew after an answer', () => {
    const { breakers, pass, fail } = open();
    fail(4);
    pass().report('ANSWERED');
    fail(4);
    expect(breakers.state('rr')).toBe('CLOSED');
  });

  it('half open lets one through alone: its answer closes the breaker', () => {
    const { clock, breakers, changes, pass, fail } = open();
    fail(5);
    clock.advance({ seconds: 15 });
    const probe = pass();
    expect(breakers.enter('rr')).toBeInstanceOf(Temporal.Instant);
    probe.report('ANSWERED');
    pass().report('ANSWERED');
    expect(changes).toEqual(['rr OPEN', 'rr HALF_OPEN', 'rr CLOSED']);
  });

  it('opens for as long again when the probe fails', () => {
    const { clock, breakers, pass, fail } = open();
    fail(5);
    clock.advance({ seconds: 15 });
    pass().report('TECHNICAL_FAILURE');
    expect(breakers.enter('rr').toString()).toBe('2026-11-23T10:00:30Z');
    clock.advance({ seconds: 15 });
    pass().report('ANSWERED');
    expect(breakers.state('rr')).toBe('CLOSED');
  });

  it('gives the probe to the next one when it was not sent after all', () => {
    const { clock, breakers, pass, fail } = open();
    fail(5);
    clock.advance({ seconds: 15 });
    pass()[Symbol.dispose]();
    expect(breakers.state('rr')).toBe('OPEN');
    pass().report('ANSWERED');
    expect(breakers.state('rr')).toBe('CLOSED');
  });

  it('does not listen to those who were let through before it opened', () => {
    const { breakers, pass, fail } = open();
    const slow = pass();
    fail(5);
    slow.report('ANSWERED');
    expect(breakers.state('rr')).toBe('OPEN');
  });
});
