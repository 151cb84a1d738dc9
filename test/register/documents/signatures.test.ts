import { randomBytes } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/platform/index.ts';
import { type CheckPorts, checkSignatures, eraseDocuments, openSiva } from '../../../src/register/documents/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../../src/simulator/index.ts';
import { signedIn } from '../../api/door.ts';
import { STAR } from '../../installation.ts';
import { SIGNER, signedContainer } from './containers.ts';
import { type Desk, form, openDesk, PDF } from './desk.ts';

const MORNING = '2026-11-23T08:00:00Z';
let desk: Desk;
let simulator: Simulator;
let ports: CheckPorts;
beforeAll(async () => {
  desk = await openDesk();
  const { database, clock, keys } = desk.door;
  const country = createCountry({ seed: 3, asOf: '2026-11-23' });
  simulator = await startSimulator({ port: 0, country, clock, log: createLog('silent'), clients: [STAR] });
  const validator = openSiva(`${simulator.url}/siva`);
  ports = { database, clock, keys, objects: desk.objects, validator, log: createLog('silent') };
});
afterAll(async () => {
  await simulator.close();
  await desk.close();
});
beforeEach(async () => {
  desk.door.clock.set(MORNING);
  await checkSignatures(ports);
});

const bring = async (file: Uint8Array, name = 'avaldus.asice') => {
  const { id } = await desk.town.proceeding();
  const path = `/api/v1/proceedings/${id}/documents`;
  const { status, body } = await desk.send(path, form(file, { title: 'Avaldus', kind: 'APPLICATION' }, name));
  expect(status).toBe(201);
  return { id: String(body.id), proceedingId: id, path: `${path}/${body.id}`, list: path, body };
};
const shown = async (path: string) => (await desk.town.mari.call('GET', path)).body;
const later = async (seconds: number) => {
  desk.door.clock.advance({ seconds });
  await checkSignatures(ports);
};

describe('the signatures of a container', () => {
  it('wait, are checked by SiVa, and shown with who has signed', async () => {
    const { path, list, body } = await bring(signedContainer());
    expect(body).toMatchObject({ signatureCheck: { state: 'WAITING' } });
    expect(body).not.toHaveProperty('signatures');
    await checkSignatures(ports);
    const checked = { state: 'CHECKED', checkedAt: MORNING, count: 1, valid: 1 };
    expect(await shown(path)).toMatchObject({
      signatureCheck: checked,
      signatures: [
        {
          signedBy: SIGNER,
          format: 'XAdES_BASELINE_LT',
          level: 'QESIG',
          indication: 'TOTAL-PASSED',
          claimedSigningTime: '2026-11-20T09:00:00Z',
          errors: [],
        },
      ],
    });
    // A list tells how many, and not who.
    const [item] = (await desk.town.mari.call('GET', list)).body.items ?? [];
    expect(item).toMatchObject({ signatureCheck: checked });
    expect(item).not.toHaveProperty('signatures');
  });

  it('that do not hold are said not to, and the document is kept as it came', async () => {
    const { path } = await bring(signedContainer({ 'a.txt': 'Palun 100 eurot' }, { 'a.txt': Buffer.from('Palun 900 eurot') }));
    await checkSignatures(ports);
    expect(await shown(path)).toMatchObject({
      signatureCheck: { state: 'CHECKED', count: 1, valid: 0 },
      signatures: [{ indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE', errors: [expect.any(String)] }],
    });
    const added = await bring(signedContainer({ 'a.txt': 'a' }, { 'b.txt': Buffer.from('lisatud') }));
    await checkSignatures(ports);
    expect(await shown(added.path)).toMatchObject({ signatureCheck: { valid: 0 } });
  });

  it('of what is no container are not looked for', async () => {
    expect((await bring(PDF, 'x.pdf')).body).not.toHaveProperty('signatureCheck');
  });

  it('name nobody where they lie, and go with their document', async () => {
    const { id, proceedingId } = await bring(signedContainer());
    await checkSignatures(ports);
    const { database, clock, keys } = desk.door;
    const dumped = await sql`select signature_check::text, encode(sealed_report, 'escape') as raw from signature_check`.execute(
      database.db,
    );
    expect(JSON.stringify(dumped.rows)).not.toMatch(/MAASIKAS|48001020001/);
    const lines = await sql`select details, code from audit_event where action = 'SIGNATURES_CHECKED' and object_id = ${id}`.execute(
      database.db,
    );
    expect(lines.rows).toEqual([{ details: { signatures: 1, valid: 1 }, code: null }]);
    await database.transaction((tx) => eraseDocuments({ keys, clock }, tx, [proceedingId]));
    expect((await sql`select from signature_check where document_id = ${id}`.execute(database.db)).rows).toEqual([]);
  });
});

describe('while SiVa is away', () => {
  const knobs = () => simulator.knobs('siva');
  it.each([
    ['answers an error', () => Object.assign(knobs(), { status: 503 }), () => Object.assign(knobs(), { status: null })],
    ['answers a page', () => Object.assign(knobs(), { html: true }), () => Object.assign(knobs(), { html: false })],
  ])('and %s, signatures wait and are checked again, and none is lost', async (_how, break_, mend) => {
    const { path } = await bring(signedContainer());
    break_();
    await checkSignatures(ports);
    expect(await shown(path)).toMatchObject({ signatureCheck: { state: 'WAITING' } });
    // Each pause is twice as long as the one before: half a minute, a minute, two.
    await later(29);
    mend();
    expect(await shown(path)).toMatchObject({ signatureCheck: { state: 'WAITING' } });
    await later(1);
    expect(await shown(path)).toMatchObject({ signatureCheck: { state: 'CHECKED', valid: 1 } });
  });

  it('for days, they are tried every hour', async () => {
    const { path, id } = await bring(signedContainer());
    Object.assign(knobs(), { status: 500 });
    await checkSignatures(ports);
    for (let hour = 0; hour < 30; hour += 1) await later(3600);
    const tries = await sql`select tries from signature_check where document_id = ${id}`.execute(desk.door.database.db);
    expect(tries.rows).toEqual([{ tries: 31 }]);
    Object.assign(knobs(), { status: null });
    await later(3600);
    desk.town.mari.call = await signedIn(desk.door.app, desk.town.mari.worker);
    expect(await shown(path)).toMatchObject({ signatureCheck: { state: 'CHECKED' } });
  });

  it('or a worker dies over a check, another takes it up', async () => {
    const { path } = await bring(signedContainer());
    const dying = { ...ports, validator: { ...ports.validator, validate: () => Promise.reject(new Error('killed')) } };
    await expect(checkSignatures(dying)).rejects.toThrow('killed');
    await later(119);
    expect(await shown(path)).toMatchObject({ signatureCheck: { state: 'WAITING' } });
    await later(1);
    expect(await shown(path)).toMatchObject({ signatureCheck: { state: 'CHECKED' } });
  });

  it('or the document is spoiled further on, others are checked, and it waits to be brought back', async () => {
    const spoiled = await bring(signedContainer({ 'pikk.bin': randomBytes(200_000) }));
    const other = await bring(signedContainer());
    const file = join(desk.folder, spoiled.id.slice(-2), spoiled.id);
    const whole = readFileSync(file);
    truncateSync(file, whole.length - 1);
    await checkSignatures(ports);
    expect(await shown(spoiled.path)).toMatchObject({ signatureCheck: { state: 'WAITING' } });
    expect(await shown(other.path)).toMatchObject({ signatureCheck: { state: 'CHECKED' } });
    writeFileSync(file, whole);
    await later(30);
    expect(await shown(spoiled.path)).toMatchObject({ signatureCheck: { state: 'CHECKED' } });
  });

  it('nobody at all answers, it is only away', async () => {
    const { path } = await bring(signedContainer());
    const nobody = openSiva('http://127.0.0.1:1');
    expect([await nobody.ping(), await ports.validator.ping()]).toEqual([false, true]);
    await checkSignatures({ ...ports, validator: nobody });
    expect(await shown(path)).toMatchObject({ signatureCheck: { state: 'WAITING' } });
  });
});

describe('what SiVa cannot look at', () => {
  it('is said to be so, and not asked again', async () => {
    const { path } = await bring(signedContainer());
    let asked = 0;
    const unable = {
      ...ports.validator,
      validate: async () => {
        asked += 1;
        return undefined;
      },
    };
    await checkSignatures({ ...ports, validator: unable });
    await later(3600);
    await checkSignatures({ ...ports, validator: unable });
    desk.door.clock.set(MORNING);
    expect(await shown(path)).toMatchObject({ signatureCheck: { state: 'UNREADABLE', checkedAt: MORNING } });
    expect(asked).toBe(1);
    expect(await ports.validator.validate(Buffer.from('no container'))).toBeUndefined();
  });
});
