import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/register/processing/index.ts';
import { openTestGateway, type TestGateway } from '../gateway.ts';

const root = resolve(import.meta.dirname, '../..');

let star: TestGateway;
beforeAll(async () => {
  star = await openTestGateway();
});
afterAll(() => star.close());

const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('the table of legal bases (REQ-253)', () => {
  it('has each call of the internal API and the console in one operation, and none that there is not', async () => {
    const { body } = await star.call('GET', '/api/openapi.json');
    const there = Object.keys(body.paths as object).map((path) => path.replace(/^\/api\/v1/, ''));
    const said = OPERATIONS.flatMap(({ paths }) => paths);
    expect(there.length).toBeGreaterThan(130);
    // A new call belongs into src/register/processing/operations.ts: by which law is it made?
    expect(there.filter((path) => !said.includes(path))).toEqual([]);
    expect(said.filter((path) => !there.includes(path))).toEqual([]);
    expect(repeated(said)).toEqual([]);
  });

  it('has each service that other registers are offered', () => {
    const offered = ['star.wsdl', 'star-teated.wsdl'].flatMap((file) =>
      [...readFileSync(resolve(root, 'wsdl', file), 'utf8').matchAll(/<wsdl:operation name="(\w+)">/g)].map(([, name]) => name ?? ''),
    );
    const said = OPERATIONS.flatMap(({ services = [] }) => services);
    expect([...new Set(offered)].toSorted()).toEqual(said.toSorted());
    expect(repeated(said)).toEqual([]);
  });

  it('has each part of the system that the log names where no person acts', () => {
    const sources = readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const named = sources.flatMap((file) =>
      [...readFileSync(resolve(root, 'src', file), 'utf8').matchAll(/\bsystem: '([a-z-]+)'/g)].map(([, name]) => name ?? ''),
    );
    expect(named.length).toBeGreaterThan(20);
    const said = OPERATIONS.flatMap(({ systems = [] }) => systems);
    expect([...new Set(named)].toSorted()).toEqual(said.toSorted());
  });

  it('names an act and a section for each, and is there for everybody', async () => {
    const { status, body } = await star.call('GET', '/api/v1/about/processing');
    expect(status).toBe(200);
    expect(body.items).toHaveLength(OPERATIONS.length);
    for (const { code, bases } of OPERATIONS) {
      expect(bases.length, code).toBeGreaterThan(0);
      for (const { act, section } of bases) expect(`${act} ${section}`, code).toMatch(/^\S.* (§|art) ?\d/);
    }
    expect(repeated(OPERATIONS.map(({ code }) => code))).toEqual([]);
  });
});
