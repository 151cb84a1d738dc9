import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { birthDateOf, type PersonalCode, parseMonth, sexOf } from '../../src/estonia/index.ts';
import { createLog, createMetrics, settableClock, Temporal } from '../../src/platform/index.ts';
import { enterClient } from '../../src/register/people/index.ts';
import {
  careFacts,
  careOrders,
  enterCarers,
  enterSubsistenceGrants,
  noticeBox,
  type ServicesOptions,
  servicesPlugin,
  subsistenceFacts,
} from '../../src/services/index.ts';
import { createDataKeys } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { MASTER_KEYS } from '../installation.ts';
import { personalCode, type Worker } from '../town.ts';

export const FUND = 'EE/GOV/74000085/tkis';
export const HEALTH = 'EE/GOV/74000091/kirst';
export const POLICE = 'EE/GOV/70008747/mis';
export const SERVICE = 'KontrolliToimetulekuToetuseSaamist';
/** A person whose household was granted the benefit for April, May and September 2026, and one who was granted nothing. */
export const receiver = personalCode(17);
export const stranger = personalCode(18);

/** Somebody who cares for two people, for the second of them until June 2026, and is paid for it; and one who cares for a child and is not. */
export const carer = personalCode(31);
export const unpaid = personalCode(32);
export const caredFor = [personalCode(33, '1940-05-06'), personalCode(34, '1941-07-08'), personalCode(35, '2018-09-10')] as const;
export const KEYS = createDataKeys(MASTER_KEYS);

const day = (text: string) => Temporal.PlainDate.from(text);

export interface Door {
  readonly app: FastifyInstance;
  readonly database: TestDatabase['database'];
  audit(): Promise<readonly { action: string; outcome: string; code: string | null; client_id: string | null; text: string }[]>;
  /** Enters a client file, and gives its id. */
  enter(code: PersonalCode, worker: Pick<Worker, 'userId' | 'institutionId'>): Promise<string>;
  close(): Promise<void>;
}

/** The door before a database of its own, with grants and carers in it. */
export async function openDoor(options: Partial<ServicesOptions> = {}): Promise<Door> {
  const test = await createTestDatabase();
  const { database } = test;
  await database.transaction((tx) =>
    enterSubsistenceGrants(
      tx,
      ['2026-04', '2026-05', '2026-09'].map((text) => {
        const month = parseMonth(text);
        if (month === undefined) throw new Error('not a month');
        return { personalCode: receiver, firstName: 'MARI-LIIS', lastName: 'Mägi & Õun', month };
      }),
    ),
  );
  await database.transaction((tx) =>
    enterCarers(tx, [
      {
        personalCode: carer,
        firstName: 'KÄTLIN',
        lastName: 'Õim & Pojad',
        duties: [
          { caredFor: caredFor[0], kind: 'CARER', begins: day('2026-01-15'), ends: undefined },
          { caredFor: caredFor[1], kind: 'CARER', begins: day('2025-03-01'), ends: day('2026-06-30') },
        ],
        benefits: [
          { reference: '12345614', municipality: 'Paide linn', begins: day('2026-02-01'), ends: undefined },
          { reference: '121312952', municipality: 'Türi vald', begins: day('2025-03-01'), ends: day('2025-12-31') },
        ],
      },
      {
        personalCode: unpaid,
        firstName: 'JAAN',
        lastName: 'TAMM',
        duties: [{ caredFor: caredFor[2], kind: 'FAMILY_CARER', begins: day('2024-09-01'), ends: undefined }],
        benefits: [],
      },
    ]),
  );
  const clock = options.clock ?? settableClock('2026-11-22T10:00:00Z');
  const app = Fastify();
  await app.register(servicesPlugin, {
    subsystem: { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '70009770', subsystemCode: 'star' },
    allowed: {
      [SERVICE]: [FUND],
      EsitaAbivajajaTeade: [POLICE],
      HooldajaHooldused: [FUND],
      HooldajaHooldusedMassParing: [FUND, HEALTH],
      AsynchronousParingTulem: [FUND, HEALTH],
    },
    facts: subsistenceFacts(database.db),
    care: careFacts(database.db),
    careOrders: careOrders({ database, keys: KEYS, clock }),
    notices: noticeBox(database),
    database,
    clock,
    log: createLog('silent'),
    metrics: createMetrics(),
    key: randomBytes(32),
    ...options,
  });
  return {
    app,
    database,
    audit: async () => {
      const { rows } = await sql<{ action: string; outcome: string; code: string | null; client_id: string | null; text: string }>`
        select action, outcome, code, client_id, audit_event::text as text from audit_event order by id`.execute(database.db);
      return rows;
    },
    enter: async (code, worker) => {
      const person = {
        personalCode: code,
        firstName: 'Näidis',
        lastName: 'Isik',
        birthDate: birthDateOf(code),
        sex: sexOf(code),
        citizenship: undefined,
      };
      const id = await database.transaction((tx) => enterClient(tx, person, { ...worker, roles: ['SOCIAL_WORKER'] }, clock.now()));
      if (id === undefined) throw new Error('there is such a file already');
      return id;
    },
    close: async () => {
      await app.close();
      await test.drop();
    },
  };
}

export interface Asked {
  readonly client?: string;
  readonly service?: string;
  readonly version?: string | null;
  readonly header?: string;
  readonly body?: string;
  readonly xRoadId?: string;
}

/** A request as a security server delivers it, with whatever is to be different. */
export function soapRequest(asked: Asked = {}): string {
  const [instance, memberClass, member, subsystem] = (asked.client ?? FUND).split('/');
  const version = asked.version === null ? '' : `<id:serviceVersion>${asked.version ?? 'v1'}</id:serviceVersion>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers">
<SOAP-ENV:Header>
<xrd:client id:objectType="SUBSYSTEM"><id:xRoadInstance>${instance}</id:xRoadInstance><id:memberClass>${memberClass}</id:memberClass><id:memberCode>${member}</id:memberCode><id:subsystemCode>${subsystem}</id:subsystemCode></xrd:client>
<xrd:service id:objectType="SERVICE"><id:xRoadInstance>EE</id:xRoadInstance><id:memberClass>GOV</id:memberClass><id:memberCode>70009770</id:memberCode><id:subsystemCode>star</id:subsystemCode><id:serviceCode>${asked.service ?? SERVICE}</id:serviceCode>${version}</xrd:service>
<xrd:id>${asked.xRoadId ?? '4894e35d-bf0f-44a6-867a-8e51f1daa7e0'}</xrd:id>
${asked.header ?? `<xrd:userId>EE${stranger}</xrd:userId>`}
<xrd:protocolVersion>4.0</xrd:protocolVersion>
</SOAP-ENV:Header>
<SOAP-ENV:Body>${asked.body ?? question(receiver)}</SOAP-ENV:Body>
</SOAP-ENV:Envelope>`;
}

export function question(code: string, algus = '2026-01-01', lopp = '2026-06-30'): string {
  return `<p:${SERVICE}Request xmlns:p="http://producers.star.xtee.riik.ee/producer/star"><isikukood>${code}</isikukood><algus>${algus}</algus><lopp>${lopp}</lopp></p:${SERVICE}Request>`;
}
