import { Type } from 'typebox';
import { fail, failure, ok } from '../../platform/index.ts';
import { type Citizen, type Route, read, write } from '../access/index.ts';
import { findInstitutions } from '../organisations/index.ts';
import { FILED_KINDS, fileApplication } from './file-application.ts';
import { INTAKE_STATES, type Intake } from './intake.ts';
import type { IntakeRoutePorts } from './intake-routes.ts';
import { findIntake, listFiled } from './intake-store.ts';
import { Id, nextOf, PAGE, Paging, Params, strict } from './shapes.ts';

const ApplicationReply = Type.Object({
  id: Id,
  no: Type.String(),
  kind: Type.Enum([...FILED_KINDS]),
  problem: Type.String(),
  state: Type.Enum([...INTAKE_STATES]),
  institution: Type.String({ description: 'The name of the institution that has it' }),
  receivedAt: Type.String({ format: 'date-time' }),
});

/** What citizens do on their own behalf (iseteenindus): each files and sees their own, and nobody else's. */
export function selfServiceRoutes(ports: IntakeRoutePorts): readonly Route[] {
  const { database } = ports;
  const view = async (intakes: readonly Intake[]) => {
    const institutions = await findInstitutions(
      database.db,
      intakes.map(({ institutionId }) => institutionId),
    );
    return intakes.map(({ id, no, kind, problem, state, institutionId, receivedAt }) => ({
      id,
      no,
      kind,
      problem,
      state,
      institution: institutions.get(institutionId)?.name ?? '',
      receivedAt: receivedAt.toString(),
    }));
  };
  const shown = async (citizen: Citizen, id: string) => {
    const intake = await findIntake(database.db, id);
    if (intake === undefined || intake.registeredBy !== citizen.id) return fail(failure('APPLICATION_NOT_FOUND'));
    return ok({ body: (await view([intake]))[0] });
  };
  return [
    write({
      method: 'POST',
      path: '/self-service/applications',
      summary: 'Files the citizen’s own application at the municipality where they live, or at the one they choose where that is not known',
      callers: 'CITIZEN',
      body: Type.Object(
        {
          kind: Type.Enum([...FILED_KINDS]),
          problem: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
          municipality: Type.Optional(Type.String({ pattern: '^\\d{4}$', description: 'EHAK' })),
        },
        strict,
      ),
      reply: ApplicationReply,
      async perform({ citizen, body }, tx) {
        const filed = await fileApplication(ports, tx, citizen, body);
        return filed.ok ? ok({ status: 201, id: filed.value, location: `/api/v1/self-service/applications/${filed.value}` }) : filed;
      },
      show: ({ citizen }, id) => shown(citizen, id),
    }),
    read({
      method: 'GET',
      path: '/self-service/applications',
      summary: 'What the citizen has filed, the latest first',
      callers: 'CITIZEN',
      query: Paging,
      reply: Type.Object({ items: Type.Array(ApplicationReply), next: Type.Optional(Id) }),
      async show({ citizen, query }) {
        const limit = query.limit ?? PAGE;
        const items = await listFiled(database.db, citizen.id, { after: query.after, limit });
        return ok({ body: { items: await view(items), ...nextOf(items, limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/self-service/applications/:id',
      summary: 'One of the citizen’s own applications, and how it stands',
      callers: 'CITIZEN',
      params: Params,
      reply: ApplicationReply,
      show: ({ citizen, params }) => shown(citizen, params.id),
    }),
  ];
}
