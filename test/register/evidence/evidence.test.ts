import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProceeding, openTestGateway, type TestGateway } from '../../gateway.ts';
import { issue, makeKeys, OID, USAGE } from '../../security/certificate-authority.ts';

type Worker = Awaited<ReturnType<TestGateway['worker']>>;

const folder = mkdtempSync(join(tmpdir(), 'star-evidence-'));
const authority = issue({ subject: [[OID.commonName, 'Proovi CA']], ca: true, usage: USAGE.keyCertSign });

/** A seal's files, issued by the authority. */
function sealFiles(kind: 'P-256' | 'P-384' | 'RSA') {
  const holder = issue({
    subject: [[OID.commonName, 'STAR e-tempel']],
    issuer: authority,
    keys: makeKeys(kind),
    usage: USAGE.nonRepudiation,
  });
  const [certFile, keyFile] = [join(folder, `${kind}.pem`), join(folder, `${kind}.key`)];
  writeFileSync(certFile, pem(holder.certificate));
  writeFileSync(keyFile, holder.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { certFile, keyFile };
}

const pem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

let star: TestGateway;
let mari: Worker;
let malle: Worker;
let supervisor: Worker;
beforeAll(async () => {
  writeFileSync(join(folder, 'ca.pem'), pem(authority.certificate));
  star = await openTestGateway({ seal: sealFiles('P-256') });
  mari = await star.worker({ name: 'Mari Maasikas' });
  malle = await star.worker({ name: 'Malle Mets' });
  supervisor = await star.worker({ name: 'Siim Järelevalve', roles: ['SKA_SUPERVISION'], institution: '70001975', kind: 'SKA' });
});
afterAll(async () => {
  await star.close();
  rmSync(folder, { recursive: true, force: true });
});

const LETTER = '%PDF-1.7\nTere, õed ja vennad\n%%EOF\n';

let met = 0;
const person = () => star.country.people[met++]?.personalCode ?? '';
const exportOf = (id: string, query = 'for=COURT&reference=3-26-1234') => `/api/v1/proceedings/${id}/evidence-export?${query}`;

/** A proceeding in which everything has been done that can be evidence. */
async function proceedingWithAll() {
  const opened = await openProceeding(mari, [person()]);
  const path = `/api/v1/proceedings/${opened.id}`;
  const { body: wrong } = await mari('POST', `${path}/actions`, { kind: 'MEETING', text: 'Kohtumine esmaspäeval' });
  await mari('POST', `${path}/actions`, { kind: 'MEETING', text: 'Kohtumine teisipäeval', correctionOf: wrong.id });
  await mari('POST', `${path}/links`, { url: 'https://example.ee/otsus', title: 'Otsus' });
  const type = 'RR.RESIDENCES_DOCS_RELATIONS';
  const { body: query } = await mari('POST', `${path}/queries?wait=20`, { type, subjectId: opened.subjects[0] });
  const form = new FormData();
  form.set('kind', 'LETTER');
  form.set('title', 'Kiri');
  form.set('file', new Blob([LETTER]), 'kiri.pdf');
  const brought = await mari.bring(`${path}/documents`, form);
  if (brought.status !== 201) throw new Error(`no document: ${await brought.text()}`);
  return { ...opened, path, wrong, query };
}

/** Takes the evidence and unpacks it as anybody would. */
async function unpacked(worker: Worker, path: string): Promise<string> {
  const response = await worker.take(path);
  if (response.status !== 200) throw new Error(`no evidence: ${await response.text()}`);
  expect(response.headers.get('content-type')).toBe('application/zip');
  const into = mkdtempSync(join(folder, 'unpacked-'));
  writeFileSync(join(into, 'evidence.zip'), Buffer.from(await response.arrayBuffer()));
  mkdirSync(join(into, 'out'));
  execFileSync('unzip', ['-q', join(into, 'evidence.zip'), '-d', join(into, 'out')]);
  return join(into, 'out');
}

function verify(from: string): string {
  const args = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'manifest.sha256.p7s', '-content', 'manifest.sha256'];
  return execFileSync('openssl', [...args, '-CAfile', join(folder, 'ca.pem'), '-purpose', 'any', '-out', '/dev/null'], {
    cwd: from,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const linesOf = (from: string, name: string) =>
  readFileSync(join(from, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, never>);

describe('a proceeding as evidence', () => {
  it('REQ-144: is a ZIP file whose list of hashes is signed: openssl and sha256sum say so, and notice a changed byte', async () => {
    const { id } = await proceedingWithAll();
    const from = await unpacked(mari, exportOf(id));
    expect(() => verify(from)).not.toThrow();
    expect(execFileSync('sha256sum', ['--strict', '-c', 'manifest.sha256'], { cwd: from, encoding: 'utf8' })).not.toContain('FAILED');
    const listed = readFileSync(join(from, 'manifest.sha256'), 'utf8')
      .split('\n')
      .map((line) => line.slice(66));
    const all = execFileSync('find', ['.', '-type', 'f', '-printf', '%P\n'], { cwd: from, encoding: 'utf8' }).trimEnd().split('\n');
    const beside = ['certificate.pem', 'manifest.sha256', 'manifest.sha256.p7s'];
    expect([...listed.filter((name) => name !== ''), ...beside].sort()).toEqual(all.sort());
    writeFileSync(join(from, 'manifest.sha256'), readFileSync(join(from, 'manifest.sha256'), 'utf8').replace(/^./, 'x'));
    expect(() => verify(from)).toThrow();
  });

  it('has the course with what was corrected, the document as it was brought, and of queries all but the answers', async () => {
    const { id, subjects, wrong, query } = await proceedingWithAll();
    const from = await unpacked(mari, exportOf(id));
    const proceeding = JSON.parse(readFileSync(join(from, 'proceeding.json'), 'utf8'));
    expect(proceeding).toMatchObject({ id, subjects: [{ clientId: subjects[0] }], intakes: [{ problem: 'Toimetulek' }] });
    const actions = linesOf(from, 'course.jsonl').flatMap(({ action }) => (action === undefined ? [] : [action]));
    expect(actions).toMatchObject([
      { id: wrong.id, text: 'Kohtumine esmaspäeval' },
      { text: 'Kohtumine teisipäeval', correctionOf: wrong.id },
      { kind: 'QUERY', origin: 'AUTOMATIC' },
    ]);
    const [document] = linesOf(from, 'documents.jsonl') as unknown as [{ file: string; sha256: string }];
    const brought = readFileSync(join(from, document.file));
    expect(brought.toString()).toBe(LETTER);
    expect(createHash('sha256').update(brought).digest('hex')).toBe(document.sha256);
    const { source, record } = query.answer as { source: { xRoadId: string; requestHash: string; service: string }; record: object };
    expect(linesOf(from, 'queries.jsonl')).toMatchObject([
      {
        id: query.id,
        state: 'ANSWERED',
        permit: { legalBasis: expect.stringContaining('§') },
        messages: [{ xRoadId: source.xRoadId, requestHash: source.requestHash, service: source.service, sentAt: expect.any(String) }],
      },
    ]);
    const answered = [...JSON.stringify(record).matchAll(/:"([^"]{12,})"/g)].map(([, said = '']) => said);
    expect(answered.length).toBeGreaterThan(0);
    const queries = readFileSync(join(from, 'queries.jsonl'), 'utf8');
    for (const said of answered) expect(queries).not.toContain(said);
    expect(readFileSync(join(from, 'printout.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('has the log’s lines about it with their places in the chain, its own export among them, and whom they name', async () => {
    const { id } = await proceedingWithAll();
    const from = await unpacked(mari, exportOf(id, 'for=CHALLENGE&reference=5.1-2/17'));
    const lines = linesOf(from, 'audit.jsonl') as unknown as {
      line: number;
      before: string;
      hash: string;
      content: string;
      action: string;
    }[];
    for (const { before, content, hash } of lines)
      expect(createHash('sha256').update(Buffer.from(before, 'hex')).update(content).digest('hex')).toBe(hash);
    const actions = lines.map(({ action }) => action);
    for (const action of ['QUERY_ASKED', 'EVIDENCE_EXPORTED', 'PRINT']) expect(actions).toContain(action);
    const exported = lines.find(({ action }) => action === 'EVIDENCE_EXPORTED');
    expect(exported?.content).toContain('["reference","5.1-2/17"]');
    const people = JSON.parse(readFileSync(join(from, 'people.json'), 'utf8'));
    expect(people.workers[mari.worker.userId]).toBe('Mari Maasikas');
    expect(Object.keys(people.clients)).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(from, 'export.json'), 'utf8'))).toMatchObject({
      for: 'CHALLENGE',
      reference: '5.1-2/17',
      exportedBy: { userId: mari.worker.userId },
    });
  });

  it('does not tell who has told of a child in need', async () => {
    const { subjects } = await openProceeding(mari, [person()]);
    const { body } = await mari('POST', '/api/v1/intakes', {
      kind: 'CHILD_NOTICE',
      channel: 'PHONE',
      problem: 'Laps üksi',
      contactPerson: { name: 'Naaber Naabrimäe', phone: '5550000' },
      subjects: [{ clientId: subjects[0], role: 'MAIN' }],
      openProceeding: { kind: 'SIMPLE' },
    });
    const from = await unpacked(mari, exportOf((body.proceeding as { id: string }).id));
    const all = execFileSync('find', ['.', '-type', 'f'], { cwd: from, encoding: 'utf8' }).trimEnd().split('\n');
    expect(all.length).toBeGreaterThan(8);
    for (const name of all) expect(readFileSync(join(from, name), 'utf8')).not.toMatch(/Naabrimäe|5550000/);
  });
});

describe('whoever has it exported', () => {
  it('is in charge of it, or supervises; a colleague is told whose it is, others that it is not there', async () => {
    const { id } = await openProceeding(mari, [person()]);
    const status = async (worker: Worker, path = exportOf(id)) => {
      const response = await worker.take(path);
      const { code } = response.status === 200 ? { code: undefined } : ((await response.json()) as { code: string });
      return [response.status, code];
    };
    expect(await status(malle)).toEqual([403, 'EVIDENCE_NOT_YOURS']);
    expect(await status(await star.worker({ institution: '70000740' }))).toEqual([404, 'NOT_FOUND']);
    expect(await status(await star.worker({ roles: ['ADMIN'] }))).toEqual([403, 'FORBIDDEN']);
    const from = await unpacked(supervisor, exportOf(id, 'for=SUPERVISION&reference=J-12'));
    expect(() => verify(from)).not.toThrow();
  });

  it('says in which matter; a personal code is no number of one', async () => {
    const { id } = await openProceeding(mari, [person()]);
    for (const query of ['', 'for=COURT', 'for=CURIOSITY&reference=1', `for=COURT&reference=${person()}`])
      expect((await mari.take(exportOf(id, query))).status).toBe(422);
  });
});

it('is signed with keys of every kind that e-seals have, and not given out without one', async () => {
  for (const kind of ['P-384', 'RSA'] as const) {
    const sealed = await openTestGateway({ seal: sealFiles(kind) });
    try {
      const worker = await sealed.worker();
      const { id } = await openProceeding(worker, [person()]);
      const from = await unpacked(worker, exportOf(id));
      expect(() => verify(from)).not.toThrow();
    } finally {
      await sealed.close();
    }
  }
  const unsealed = await openTestGateway();
  try {
    const worker = await unsealed.worker();
    const { id } = await openProceeding(worker, [person()]);
    const refused = await worker.take(exportOf(id));
    expect([refused.status, await refused.json()]).toMatchObject([503, { code: 'EVIDENCE_NOT_SIGNED' }]);
  } finally {
    await unsealed.close();
  }
});

it('REQ-144: what was done is never changed, only put right by another entry', async () => {
  const { id } = await openProceeding(mari, [person()]);
  const path = `/api/v1/proceedings/${id}/actions`;
  const done = await mari('POST', path, { kind: 'MEETING', text: 'Kohtumine' });
  const changed = await mari('PATCH', `${path}/${done.body.id}`, { text: 'Muudetud' }, { 'if-match': String(done.headers.get('etag')) });
  expect([changed.status, changed.body.code]).toEqual([409, 'ACTION_CONFIRMED']);
  const corrected = await mari('POST', path, { kind: 'MEETING', text: 'Õige', correctionOf: done.body.id });
  expect([corrected.status, corrected.body.correctionOf]).toEqual([201, done.body.id]);
});
