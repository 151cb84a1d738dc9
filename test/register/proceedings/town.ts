import { type Caller, type Door, signedIn } from '../../api/door.ts';
import { hire, personalCode, type Worker } from '../../town.ts';

/** A municipality's two workers and another's one, and what each test needs of intakes and proceedings. */
export async function settle(door: Door) {
  const { app, database } = door;
  let serial = 100;
  const worker = async (username: string, who: Partial<Parameters<typeof hire>[1]> = {}): Promise<{ call: Caller; worker: Worker }> => {
    const hired = await hire(database, { username, roles: ['SOCIAL_WORKER'], serial: serial++, ...who });
    return { call: await signedIn(app, hired), worker: hired };
  };
  const mari = await worker('mari');
  const malle = await worker('malle');
  const peeter = await worker('peeter', { institution: '70000740' });
  const client = async (call = mari.call): Promise<string> => {
    const { body } = await call('POST', '/api/v1/clients', { personalCode: personalCode(serial++), firstName: 'Kati', lastName: 'Kask' });
    return String(body.id);
  };
  return {
    mari,
    malle,
    peeter,
    worker,
    client,
    async proceeding(more = {}, call = mari.call): Promise<{ id: string; clientId: string }> {
      const clientId = await client(call);
      const { body } = await call('POST', '/api/v1/intakes', {
        kind: 'OTHER',
        channel: 'PHONE',
        problem: 'Vajab abi kodus',
        subjects: [{ clientId, role: 'MAIN' }],
        openProceeding: { kind: 'SIMPLE' },
        ...more,
      });
      return { id: (body.proceeding as { id: string }).id, clientId };
    },
  };
}

export type Town = Awaited<ReturnType<typeof settle>>;
