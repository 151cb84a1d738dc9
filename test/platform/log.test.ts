import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/platform/index.ts';
import { personalCode } from '../town.ts';

const CODE = personalCode(77);
/** What no line may hold, wherever it was put: a name, a street, a personal code. */
const SECRETS = ['Mägi-Õunapuu', 'Kadaka pst 7', CODE];
const KNOWN = [
  'code',
  'detail',
  'registry',
  'queryId',
  'requestId',
  'status',
  'durationMs',
  'line',
  'hash',
  'applied',
  'differences',
  'url',
  'err',
  'route',
];
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/** A log, as the other libraries of the process see it, and what it has written. */
function listening() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = createLog('trace', destination);
  return { log, lines: () => lines.map((line): Record<string, unknown> => JSON.parse(line)), text: () => lines.join('') };
}

describe('a line', () => {
  it('holds what is on the list, as it was said', () => {
    const { log, lines } = listening();
    const said = {
      code: 'STAR-XT-PROVIDER_DOWN',
      registry: 'rr',
      queryId: '0193a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b',
      status: 503,
      durationMs: 12.34567,
      applied: ['0047-turn', '0048-quota'],
      hash: 'ab'.repeat(32),
      route: '/api/v1/queries/:id',
      url: 'http://127.0.0.1:8080/somewhere?x=y',
    };
    log.warn(said, 'breaker changed');
    expect(lines()).toEqual([
      { level: 40, time: expect.any(String), ...said, durationMs: 12.346, url: 'http://127.0.0.1:8080', msg: 'breaker changed' },
    ]);
  });

  it('leaves out what is not, and names its key', () => {
    const { log, lines } = listening();
    const careless: object = { registry: 'rr', firstName: 'Mari', address: { street: 'Kadaka pst 7' }, 'Mägi-Õunapuu': 1, [CODE]: 2 };
    log.child({ subject: 'Mari Mägi' }).info(careless, 'careless');
    const [line] = lines();
    expect(line).toEqual({ level: 30, time: expect.any(String), registry: 'rr', dropped: expect.any(Array), msg: 'careless' });
    expect(line).toMatchObject({ dropped: ['subject', 'firstName', 'address', '?', '?'] });
  });

  it('leaves out what is on the list and does not look like it', () => {
    const { log, text, lines } = listening();
    log.info(
      { registry: 'Mari Mägi-Õunapuu', queryId: CODE, status: Number(CODE), code: `X${CODE}`, hash: 'Kadaka pst 7', applied: 'x' },
      'odd',
    );
    expect(lines()[0]).toEqual({
      level: 30,
      time: expect.any(String),
      dropped: ['registry', 'queryId', 'status', 'code', 'hash', 'applied'],
      msg: 'odd',
    });
    for (const secret of SECRETS) expect(text()).not.toContain(secret);
  });

  it('tells of an error its type, its code, its message without values, and places in the code', () => {
    const { log, lines, text } = listening();
    const broken = Object.assign(
      new TypeError(`invalid input for "query_active": "Mari Mägi-Õunapuu", ${CODE}\n    at Kadaka pst 7 (/src/Kadaka.ts:1:1)`),
      {
        code: '22P02',
        detail: 'Key (first_name)=(Mägi-Õunapuu) already exists.',
        parameters: ['Kadaka pst 7'],
        cause: new RangeError(`no such person: "Mari"`),
      },
    );
    log.error({ err: broken, queryId: '0193a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b' }, 'a job failed');
    const [line] = lines();
    expect(line?.err).toEqual({
      type: 'TypeError',
      code: '22P02',
      message: expect.stringMatching(/^invalid input for \[value\], \[personal code\]$/),
      stack: expect.arrayContaining([expect.stringMatching(/^test\/platform\/log\.test\.ts:\d+:\d+$/)]),
      cause: { type: 'RangeError', message: 'no such person: [value]', stack: expect.any(Array) },
    });
    expect(line).not.toHaveProperty('dropped');
    expect(text()).not.toContain('Kadaka.ts');
    expect(text()).not.toContain(CODE);
  });

  it('of PostgreSQL’s and JSON.parse’s own errors holds no value', () => {
    const { log, text } = listening();
    for (const document of ['{"eesnimi": "Mägi-Õunapuu', `Mägi-Õunapuu ${CODE}`]) {
      try {
        JSON.parse(document);
      } catch (error) {
        log.error({ err: error }, 'unexpected error');
      }
    }
    log.error(
      { err: Object.assign(new Error('invalid input syntax for type uuid: "Mägi-Õunapuu"'), { code: '22P02' }) },
      'unexpected error',
    );
    for (const secret of SECRETS) expect(text()).not.toContain(secret);
  });

  it('keeps the name of a constraint, by which a fault is recognised', () => {
    const { log, lines } = listening();
    log.error({ err: new Error('duplicate key value violates unique constraint "query_write_once"') }, 'unexpected error');
    expect(lines()[0]?.err).toMatchObject({ message: 'duplicate key value violates unique constraint "query_write_once"' });
  });

  it('never holds more than the list, nor a secret, whatever object is logged in whatever way', () => {
    const secret = fc.constantFrom(...SECRETS);
    const holding = secret.chain((one) => fc.constantFrom(one, `a ${one}`, `"${one}"`, `${one}.`));
    const value = fc.oneof(
      fc.anything({ maxDepth: 3 }),
      holding,
      fc.constantFrom(...SECRETS.map(Number)),
      fc.object({ values: [holding], maxDepth: 2 }),
    );
    const key = fc.oneof(
      fc.constantFrom(...KNOWN.filter((one) => one !== 'err' && one !== 'detail' && one !== 'differences')),
      fc.string(),
      secret,
    );
    const logged = fc.dictionary(key, value, { maxKeys: 8, noNullPrototype: true });
    const quoted = holding.map((one) => new Error(`no such: "${one}"`));
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), logged, logged, fc.oneof(quoted, value), (level, object, bindings, err) => {
        const { log, lines, text } = listening();
        const said: object = { ...object, err };
        log.child(bindings)[level](said, 'a sentence of ours');
        Reflect.apply(log[level], log, [said, 'placeholders: %s %o %j', ...SECRETS, object]);
        Reflect.apply(log[level], log, ['placeholders: %s %o', ...SECRETS]);
        expect(lines()).toHaveLength(3);
        for (const line of lines())
          for (const one of Object.keys(line)) expect([...KNOWN, 'level', 'time', 'msg', 'dropped', 'droppedCount']).toContain(one);
        for (const one of SECRETS) expect(text()).not.toContain(one);
        expect(text()).not.toMatch(/(?<![0-9a-f])[1-8]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}(?![0-9a-f])/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a list of a line', () => {
  it('ends after twenty, and texts of it are without values', () => {
    const { log, lines } = listening();
    log.error({ differences: Array.from({ length: 30 }, (_, n) => `member ${n} is "Mari"`) }, 'a register has broken its contract');
    const told = lines()[0]?.differences;
    expect(told).toHaveLength(20);
    expect(told).toContain('member 3 is [value]');
  });
});
