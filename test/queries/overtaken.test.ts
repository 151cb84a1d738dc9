import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';

let star: TestGateway;
let mari: Call;
beforeAll(async () => {
  star = await openTestGateway();
  mari = await star.worker();
});
afterAll(() => star.close());

it('whoever asks what is answered between the look for an answer and the insertion joins that answer, all of them', async () => {
  const db = star.gateway.database.db;
  const anu = await star.worker({ institution: '70009770', kind: 'TEHIK', roles: ['TEHIK_OPS'] });
  await anu('POST', '/console/api/registries/rr/pause');
  const proceeding = await openProceeding(mari, [star.country.personae.EMPLOYED_PARENT ?? '']);
  const ask = () => mari('POST', `/api/v1/proceedings/${proceeding.id}/queries`, { type: RR, subjectId: proceeding.subjects[0] });
  const first = String((await ask()).body.id);
  // The answer comes at the moment at which the next permit is written: behind the look, before the query.
  await sql`create function answer_first() returns trigger language plpgsql as $$ begin
    update query set state = 'ANSWERED', answer_state = 'FOUND', answered_at = asked_at where state = 'QUEUED'; return null; end $$`.execute(
    db,
  );
  await sql`create trigger answer_first after insert on query_permit for each statement execute function answer_first()`.execute(db);
  const asked = await Promise.all(Array.from({ length: 6 }, ask));
  expect(new Set(asked.map(({ body }) => body.id))).toEqual(new Set([first]));
  const { rows } = await sql<{ id: string }>`select id from query where proceeding_id = ${proceeding.id} and served_from is null`.execute(
    db,
  );
  expect(rows).toEqual([{ id: first }]);
});
