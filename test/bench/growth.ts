import { sql } from 'kysely';
import { systemClock } from '../../src/platform/index.ts';
import type { Database } from '../../src/storage/index.ts';

/** What P8 lays into a register before it is measured: the people of a whole country, and three years of questions about them. */
export const GROWN = { clients: 1_000_000, proceedings: 200_000, queries: 1_000_000 } as const;
/** What an empty register has, so that its pages are full: a five-hundredth. */
export const EMPTY = { clients: 2_000, proceedings: 400, queries: 2_000 } as const;
interface Size {
  readonly clients: number;
  readonly proceedings: number;
  readonly queries: number;
}

/** Institutions and, in each, workers: the bench's own institution is one of them, and has its share. */
const INSTITUTIONS = 40;
const WORKERS_EACH = 5;
/** Of so many proceedings one is open; of the others the answers are gone. */
const OPEN_OF = 4;

/** Days on which the country's people were born, from 1930-01-01 on: whoever the bench enters besides was born later. */
const BIRTHDAYS = 22_000;

function birthDateOf(n: string): string {
  return `date '1930-01-01' + ((${n}) % ${BIRTHDAYS})::int`;
}

/** Person `n`'s personal code (EVS 585:2007), in SQL: as many people as are wanted, each with another. */
function personalCodeOf(n: string): string {
  const digits = `((3 + (${n}) % 2)::text || to_char(${birthDateOf(n)}, 'YYMMDD') || lpad(((${n}) / ${BIRTHDAYS})::text, 3, '0'))`;
  const remainder = (weights: string) =>
    `(select sum(substr(code.digits, i, 1)::int * substr('${weights}', i, 1)::int) % 11 from generate_series(1, 10) i)`;
  return `(select code.digits || case when ${remainder('1234567891')} < 10 then ${remainder('1234567891')} else ${remainder('3456789123')} % 10 end
    from (select ${digits}) code (digits))`;
}

/** Tables that grow with the questions asked. */
const GROWING = [
  'client',
  'client_entry',
  'proceeding',
  'proceeding_subject',
  'intake',
  'intake_subject',
  'action',
  'data_key',
  'query_permit',
  'query',
  'query_attempt',
  'query_answer',
  'audit_event',
  'audit_seal',
];

/**
 * Fills the register by SQL alone. Indexes are taken down and put up again, and neither triggers nor foreign keys are asked, which would take
 * hours. Ids sort by time, as the register's own do.
 */
export async function grow({ db }: Database, institutionId: string, { clients, proceedings, queries }: Size): Promise<void> {
  // Row `n` of a kind: its id, and when it was, over the three years up to yesterday. By one clock: a row is referred to by what it follows from.
  const yesterday = `'${systemClock.now().subtract({ hours: 24 })}'::timestamptz`;
  const moment = (n: string, of: number) => `${yesterday} - (${of} - ${n}) * (interval '1095 days' / ${of})`;
  const id = (kind: string, n: string, at: string) =>
    `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7${kind}8000' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const institution = `case when p.n % ${INSTITUTIONS} = 0 then '${institutionId}'::uuid else ${id('001', `p.n % ${INSTITUTIONS}`, "'2020-01-01Z'::timestamptz")} end`;
  const worker = id('002', `p.n % ${INSTITUTIONS * WORKERS_EACH}`, "'2020-01-01Z'::timestamptz");
  const client = (n: string) => id('003', `(${n})`, moment(`(${n})`, clients));
  const proceeding = (n: string) => id('004', n, moment(n, proceedings));
  const queryOf = (kind: string) => id(kind, 'q.n', 'q.at');
  const open = `p.n % ${OPEN_OF} = 0`;
  // A query of a proceeding: five of each, asked in its first days; one in fifty came to nothing.
  const asked = `(select n, (n - 1) / 5 + 1 as pn, ${moment('((n - 1) / 5 + 1)', proceedings)} + n % 5 * interval '1 hour' as at, n % 50 = 0 as failed
    from generate_series(1, ${queries}) n) q join (select n from generate_series(1, ${proceedings}) n) p on p.n = q.pn`;
  const type = `(array['RR.RESIDENCES_DOCS_RELATIONS', 'RR.RELATED_PERSONS', 'EMTA.EMPLOYER_AND_HK_PAYMENTS', 'SKA.PAYMENTS', 'TTK.PAYMENTS'])[q.n % 5 + 1]`;
  const registry = `(array['rr', 'rr', 'mta', 'skais', 'tootukassa'])[q.n % 5 + 1]`;
  const hash = `translate(encode(sha256(q.n::text::bytea), 'base64'), '+/=', '-_')`;
  const subject = client(`p.n::bigint * 7919 % ${clients} + 1`);
  const code = personalCodeOf('p.n');

  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexrelid::regclass::text as name, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') as definition from pg_index
    where indrelid::regclass::text in (${sql.join(GROWING)})
      and not exists (select from pg_constraint where conindid = indexrelid)`.execute(db);
  for (const { name } of indexes) await sql`drop index ${sql.raw(name)}`.execute(db);

  const steps = [
    // The log’s months, over as long as the register has grown.
    `select make_audit_month((now() - make_interval(months => ago))::date) from generate_series(0, 37) ago`,
    `insert into institution (id, registry_code, name, kind) values ('${institutionId}', '71000000', 'Näidisvald 0', 'KOV') on conflict (id) do nothing`,
    `insert into institution (id, registry_code, name, kind)
      select ${id('001', 'n', "'2020-01-01Z'::timestamptz")}, (71000000 + n)::text, 'Näidisvald ' || n, 'KOV' from generate_series(1, ${INSTITUTIONS}) n`,
    `insert into app_user (id, username, personal_code, name, password_hash)
      select ${id('002', 'n', "'2020-01-01Z'::timestamptz")}, 'grown-' || n, 'grown-' || n, 'Näidis Töötaja', '' from generate_series(0, ${INSTITUTIONS * WORKERS_EACH}) n`,
    `insert into client (id, personal_code, birth_date, sex, first_name, last_name, registered_by, entered_by, registered_at)
      select ${client('p.n')}, ${code}, ${birthDateOf('p.n')}, case p.n % 2 when 0 then 'MALE' else 'FEMALE' end, 'Näidis' || p.n % 700, 'Kodanik' || p.n % 5000, ${institution}, ${worker}, ${moment('p.n', clients)} from generate_series(1, ${clients}) p (n)`,
    `insert into client_entry
      select ${client('p.n')}, ${client('p.n')}, 'NAME', null, '{"kind": "NAME", "firstName": "Näidis", "lastName": "Kodanik"}', now()::date, null, 'WORKER',
        ${worker}, ${institution}, ${moment('p.n', clients)} from generate_series(1, ${clients}) p (n)`,
    `insert into proceeding (id, no, kind, state, institution_id, owner_id, opened_at, closed_at, close_reason)
      select ${proceeding('p.n')}, 'G/' || p.n, 'SIMPLE', case when ${open} then 'OPENED' else 'CLOSED' end, ${institution}, ${worker}, ${moment('p.n', proceedings)},
        case when not ${open} then ${moment('p.n', proceedings)} + interval '30 days' end, case when not ${open} then 'DECIDED' end
      from generate_series(1, ${proceedings}) p (n)`,
    `insert into proceeding_subject select ${proceeding('p.n')}, ${subject}, 'MAIN' from generate_series(1, ${proceedings}) p (n)`,
    `insert into intake select ${id('005', 'p.n', moment('p.n', proceedings))}, 'G/' || p.n, 'APPLICATION_BENEFIT', 'PHONE', 'Toimetulek',
        case when ${open} then 'IN_PROCEEDING' else 'CLOSED' end, ${institution}, ${worker}, ${moment('p.n', proceedings)}, ${proceeding('p.n')}
      from generate_series(1, ${proceedings}) p (n)`,
    `insert into intake_subject select ${id('005', 'p.n', moment('p.n', proceedings))}, ${subject}, 'MAIN' from generate_series(1, ${proceedings}) p (n)`,
    `insert into data_key (owner_id, wrapped_key, master_key_version, destroyed_at)
      select ${proceeding('p.n')}, case when ${open} then decode(repeat('ab', 60), 'hex') end, 1, case when not ${open} then now() end from generate_series(1, ${proceedings}) p (n)`,
    `insert into query_permit (id, at, user_id, institution_id, proceeding_id, client_id, type_code, parameters, legal_basis, fields)
      select ${queryOf('006')}, q.at, ${worker}, ${institution}, ${proceeding('p.n')}, ${subject}, ${type}, '{}', 'SHS § 142 lg 1', '["names","residence"]' from ${asked}`,
    `insert into query (id, permit_id, proceeding_id, institution_id, client_id, type_code, registry, question_hash, state, answer_state, attempt, asked_at,
        answered_at, enqueued_at, code, correlation_id, class, user_id, wanted_by)
      select ${queryOf('007')}, ${queryOf('006')}, ${proceeding('p.n')}, ${institution}, ${subject}, ${type}, ${registry}, ${hash},
        case when q.failed then case when ${open} then 'FAILED' else 'CANCELLED' end when ${open} then 'ANSWERED' else 'PURGED' end,
        case when not q.failed then 'FOUND' end, 1, q.at, case when not q.failed then q.at + interval '1 second' end, q.at,
        case when q.failed then 'SERVICE_FAILED' end, ${queryOf('007')}, 1, ${worker}, q.at from ${asked}`,
    `insert into query_attempt (query_id, attempt, x_road_id, service, request_hash, request_bytes, sent_at, received_at, response_bytes, security_server, outcome, code)
      select ${queryOf('007')}, 1, 'grown-' || q.n, 'EE/GOV/70008440/rr/RR456/v1', repeat('A', 86) || '==', 1100, q.at, q.at + interval '1 second', 4000,
        'https://turvaserver', case when q.failed then 'FAILED' else 'ANSWERED' end, case when q.failed then 'SERVICE_FAILED' end from ${asked}`,
    `insert into query_answer select ${queryOf('007')}, decode(repeat(md5(q.n::text), 32), 'hex') from ${asked} where ${open} and not q.failed`,
    `insert into action select ${queryOf('008')}, ${proceeding('p.n')}, 'QUERY', 'AUTOMATIC', ${worker}, 'Elukohtade, dokumentide ja seoste päring', ${queryOf('007')}, q.at from ${asked}`,
    ...['QUERY_ASKED', 'QUERY_ANSWERED'].map(
      (
        action,
        nth,
      ) => `insert into audit_event (id, at, action, outcome, user_id, institution_id, roles, object_type, object_id, client_id, proceeding_id, details)
      select ${queryOf(`00${9 + nth}`.slice(-3))}, q.at, '${action}', 'DONE', ${worker}, ${institution}, '{SOCIAL_WORKER}', 'query', ${queryOf('007')}, ${subject}, ${proceeding('p.n')},
        jsonb_build_object('type', ${type}, 'served', 'QUEUED') from ${asked}`,
    ),
    `insert into audit_seal select (select coalesce(max(line), 0) from audit_seal) + row_number() over (order by at, id), id, sha256(id::text::bytea), at
      from audit_event e where not exists (select from audit_seal s where s.event_id = e.id) and not exists (select from audit_unsealed u where u.event_id = e.id)`,
    'update supervision_cursor set line = (select max(line) from audit_seal)',
  ];
  await db.connection().execute(async (connection) => {
    await sql`set session_replication_role to replica`.execute(connection);
    await sql`set synchronous_commit to off`.execute(connection);
    await sql`set statement_timeout to 0`.execute(connection);
    for (const step of steps) await sql.raw(step).execute(connection);
    for (const { definition } of indexes) await sql.raw(definition).execute(connection);
    await sql`vacuum analyze`.execute(connection);
    // What was laid in is on the disk before anything is measured.
    await sql`checkpoint`.execute(connection);
    await sql`reset all`.execute(connection);
  });
}
