import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProceeding, openTestGateway, type TestGateway } from '../../gateway.ts';
import { hasPoppler, type ReadPdf, readPdf, readStructure } from './pdf.ts';

type Worker = Awaited<ReturnType<TestGateway['worker']>>;

const [TALLINN, TARTU] = ['0784', '0793'];
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;

let star: TestGateway;
let mari: Worker;
let tartu: Worker;
beforeAll(async () => {
  star = await openTestGateway();
  mari = await star.worker({ name: 'Mari Maasikas', municipality: TALLINN });
  tartu = await star.worker({ name: 'Tiina Tamm', institution: '70000740', municipality: TARTU });
});
afterAll(() => star.close());

let met = 0;
/** People of the synthetic country whom no test has met. */
function people(count: number): readonly string[] {
  met += count;
  return star.country.people.slice(met - count, met).map(({ personalCode }) => personalCode);
}

async function take(worker: Worker, path: string): Promise<Uint8Array> {
  const response = await worker.take(`/api/v1/${path}`);
  if (response.status !== 200) throw new Error(`${path} gave ${response.status} ${await response.text()}`);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return new Uint8Array(await response.arrayBuffer());
}

/** What is read in a print-out, as one text; undefined where there is nobody to read it. */
async function printed(
  worker: Worker,
  path: string,
): Promise<(ReadPdf & { readonly text: string; readonly bytes: Uint8Array }) | undefined> {
  const bytes = await take(worker, path);
  if (!hasPoppler()) return undefined;
  const read = readPdf(bytes);
  return {
    ...read,
    bytes,
    text: read.pages
      .join('\n')
      .replace(/\u00ad\s*/g, '')
      .replace(/\s+/g, ' '),
  };
}

async function prints(objectId: string) {
  const { rows } = await sql<{ object_id: string; client_id: string; user_id: string; proceeding_id: string | null; details: object }>`
    select object_id, client_id, user_id, proceeding_id, details from audit_event
    where action = 'PRINT' and details->>'objectId' = ${objectId} order by id`.execute(star.gateway.database.db);
  return rows;
}

const LANGUAGES = [
  [
    'et',
    'Menetlus',
    ['Üldandmed', 'Isikud', 'Pöördumised', 'Menetluskäik', 'Päringud teistesse andmekogudesse', 'Dokumendid', 'Viited'],
    'kohtumine',
  ],
  [
    'en',
    'Proceeding',
    ['General', 'Persons', 'Intakes', 'Course of the proceeding', 'Queries to other registers', 'Documents', 'Links'],
    'meeting',
  ],
  [
    'ru',
    'Производство',
    ['Общие данные', 'Лица', 'Обращения', 'Ход производства', 'Запросы в другие регистры', 'Документы', 'Ссылки'],
    'встреча',
  ],
] as const;

describe('a proceeding', () => {
  it.each(LANGUAGES)(
    'REQ-121: is printed in %s, stamped on each page, to be read by whoever cannot see it',
    async (language, title, headings, meeting) => {
      const { id, subjects } = await openProceeding(mari, people(2));
      await mari('POST', `/api/v1/proceedings/${id}/actions`, {
        kind: 'MEETING',
        text: `Kohtumine. ${'Õed ja vennad. Привет. '.repeat(40)}`,
      });
      await mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'CALL', text: `Kõne. ${'Žürii šokolaad. '.repeat(60)}` });
      await mari('POST', `/api/v1/proceedings/${id}/links`, { url: 'https://example.ee/dokument', title: 'Eelotsus' });
      const form = new FormData();
      form.set('kind', 'MEDICAL');
      form.set('title', 'Arsti kiri');
      form.set('file', new Blob(['%PDF-1.7\nsaladus\n%%EOF\n']), 'kiri.pdf');
      expect((await mari.bring(`/api/v1/proceedings/${id}/documents`, form)).status).toBe(201);
      const { no } = (await mari('GET', `/api/v1/proceedings/${id}`)).body;
      const read = await printed(mari, `proceedings/${id}/printout?language=${language}`);
      const lines = await prints(id);
      expect(lines.map(({ client_id }) => client_id).sort()).toEqual([...subjects].sort());
      expect(lines.map(({ user_id, proceeding_id, details }) => ({ user_id, proceeding_id, details }))).toEqual(
        subjects.map(() => ({ user_id: mari.worker.userId, proceeding_id: id, details: { of: 'PROCEEDING', objectId: id, language } })),
      );
      expect(new Set(lines.map(({ object_id }) => object_id)).size).toBe(1);
      if (read === undefined) return;
      expect(read.claims).toEqual({ accessible: '1', language });
      expect(read.info.get('Tagged')).toBe('yes');
      expect(read.info.get('Title')).toBe(`${title} ${no}`);
      expect(read.missingFonts).toEqual([]);
      expect(read.pages.length).toBeGreaterThan(1);
      for (const page of read.pages) {
        expect(page).toContain('ASUTUSESISESEKS KASUTAMISEKS');
        expect(page).toContain('Mari Maasikas, Näidisvald · 23.11.2026 12:00');
        expect(ID.exec(page.slice(page.lastIndexOf('Mari Maasikas, Näidisvald')))?.[0]).toBe(lines[0]?.object_id);
      }
      const structure = readStructure(read.bytes);
      // What a screen reader gets, in the order in which it reads: the headings, and tables whose cells know their headers.
      const found = headings.map((heading) => structure.indexOf(`"${heading}"`));
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      expect(found.every((at) => at > 0)).toBe(true);
      expect(structure).toMatch(/TH <[^>]+>:\n\s+\/Scope \/Column/);
      expect(structure).toMatch(/TD:\n\s+\/Headers \[\(U\d/);
      expect(read.text).toContain('Õed ja vennad. Привет.');
      expect(read.text).toContain(meeting);
      expect(read.text).toContain('https://example.ee/dokument');
      expect(read.text).toContain('Arsti kiri');
      expect(read.text).not.toContain('saladus');
    },
  );

  it('says what registers were asked and how that is proved, and nothing of what they answered', async () => {
    const [code = ''] = people(1);
    const { id, subjects } = await openProceeding(mari, [code]);
    const path = `/api/v1/proceedings/${id}/queries?wait=20`;
    const { body } = await mari('POST', path, { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: subjects[0] });
    const { source, record } = body.answer as { source: { xRoadId: string; requestHash: string }; record: object };
    const read = await printed(mari, `proceedings/${id}/printout`);
    if (read === undefined) return;
    // In a narrow column each goes on over several lines, beside other columns: as it is read aloud.
    const aloud = [...readStructure(read.bytes).matchAll(/"(.*)"/g)].map(([, said]) => said).join('');
    expect(aloud).toContain(source.xRoadId);
    expect(aloud).toContain(source.requestHash);
    expect(aloud).toContain('Rahvastikuregister: Elukohtade');
    const answered = [...JSON.stringify(record).matchAll(/:"([^"]{12,})"/g)].map(([, said = '']) => said);
    expect(answered.length).toBeGreaterThan(0);
    for (const said of answered) expect(aloud).not.toContain(said);
  });

  it('holds as many lines as it says, and not one more', async () => {
    const { id } = await openProceeding(mari, people(1));
    const actions = (count: number) =>
      sql`
      insert into action (id, proceeding_id, kind, origin, state, performed_by, text, at, version)
      select gen_random_uuid(), ${id}, 'NOTE', 'AUTOMATIC', 'DONE', ${mari.worker.userId}, 'märge', now(), 1
      from generate_series(1, ${count})`.execute(star.gateway.database.db);
    // Two steps have been gone: the intake, and the opening.
    await actions(2998);
    expect((await mari.take(`/api/v1/proceedings/${id}/printout`)).status).toBe(200);
    await actions(1);
    const refused = await mari.take(`/api/v1/proceedings/${id}/printout`);
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'PRINTOUT_TOO_LONG' }]);
    expect(await prints(id)).toHaveLength(1);
  });
});

describe('who may read may print, and nobody else', () => {
  it('another institution’s is not there, and no line tells of it', async () => {
    const { id, subjects } = await openProceeding(mari, people(1));
    const { intakeIds } = (await mari('GET', `/api/v1/proceedings/${id}`)).body;
    const paths = { [id]: 'proceedings', [String((intakeIds as string[])[0])]: 'intakes', [String(subjects[0])]: 'clients' };
    for (const [object, kind] of Object.entries(paths)) {
      expect((await tartu.take(`/api/v1/${kind}/${object}/printout`)).status).toBe(404);
      expect(await prints(object)).toEqual([]);
    }
  });

  it('a file is printed as far as its reader sees it', async () => {
    const [code = ''] = people(1);
    const { id, subjects } = await openProceeding(mari, [code]);
    const client = String(subjects[0]);
    const contacts = { phone: '5123456', email: 'kati@example.ee' };
    await mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'COUNSELLING', text: 'Tallinna nõustamine' });
    await mari('PUT', `/api/v1/clients/${client}/contacts`, contacts);
    await openProceeding(tartu, [code]);
    const [own, others] = [await printed(mari, `clients/${client}/printout`), await printed(tartu, `clients/${client}/printout`)];
    const lines = await prints(client);
    expect(lines.map(({ user_id }) => user_id)).toEqual([mari.worker.userId, tartu.worker.userId]);
    if (own === undefined || others === undefined) return;
    for (const { text } of [own, others]) {
      expect(text).toContain(code);
      expect(text).toContain('kati@example.ee');
    }
    expect(own.text).toContain('Tallinna nõustamine');
    expect(others.text).not.toContain('Tallinna nõustamine');
  });
});

describe('an intake', () => {
  const register = async (kind: string) => {
    const { subjects } = await openProceeding(mari, people(1));
    const { body } = await mari('POST', '/api/v1/intakes', {
      kind,
      channel: 'PHONE',
      problem: 'Laps on sageli üksi',
      contactPerson: { name: 'Naaber Naabrimäe', relation: 'naaber', phone: '5550000' },
      subjects: [{ clientId: subjects[0], role: 'MAIN' }],
    });
    return (body.intake as { id: string; no: string }).id;
  };

  it('is printed with who turned to us', async () => {
    const read = await printed(mari, `intakes/${await register('OTHER')}/printout`);
    if (read === undefined) return;
    for (const said of ['Laps on sageli üksi', 'Naaber Naabrimäe', '5550000', 'telefonitsi', 'põhisubjekt'])
      expect(read.text).toContain(said);
  });

  it('of a child in need does not tell who has told of it', async () => {
    const id = await register('CHILD_NOTICE');
    const read = await printed(mari, `intakes/${id}/printout`);
    expect(await prints(id)).toHaveLength(1);
    if (read === undefined) return;
    expect(read.text).toContain('teataja andmeid ei avaldata');
    for (const said of ['Naabrimäe', '5550000']) expect(read.text).not.toContain(said);
  });
});

it('REQ-057: bears a mark on each page where the installation is not the real one', async () => {
  const { id } = await openProceeding(mari, people(1));
  const read = await printed(mari, `proceedings/${id}/printout`);
  if (read === undefined) return;
  for (const page of read.pages) expect(page.replace(/\s/g, '')).toMatch(/TEST|STTE/);
});
