import { Type } from 'typebox';
import { MUNICIPALITIES } from '../../estonia/index.ts';
import { type Clock, fail, failure, ok, Temporal, today } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Route, read, write } from '../access/index.ts';
import { responsibleOn } from './controller.ts';
import type { Department } from './department.ts';
import { findDepartment, listDepartments } from './department-store.ts';
import type { Institution } from './institution.ts';
import { findInstitutionById, listInstitutions, listMunicipalInstitutions } from './institution-store.ts';
import { changeDepartment, openDepartment } from './keep-departments.ts';
import { registerInstitution, renameInstitution } from './register-institution.ts';
import { Day, Id, Municipality, Name, nextOf, Params, pageOf, paging, strict } from './schemas.ts';

const KINDS = ['KOV', 'SKA', 'PROVIDER', 'TEHIK'] as const;

const InstitutionReply = Type.Object({
  id: Id,
  registryCode: Type.String(),
  name: Type.String(),
  kind: Type.Enum([...KINDS]),
  municipality: Type.Optional(Municipality),
});

const DepartmentReply = Type.Object({ id: Id, name: Type.String(), closed: Type.Boolean() });

const ResponsibleReply = Type.Object({
  code: Type.String({ description: 'As in the classifier INSTITUTION_TYPE' }),
  name: Type.String(),
  from: Day,
  until: Type.Optional(Day),
  source: Type.String(),
});

/** Institutions, what they consist of, and who answers for the register. */
export function institutionRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database, clock } = ports;
  const shown = async (id: string) => {
    const institution = await findInstitutionById(database.db, id);
    return institution === undefined
      ? fail(failure('INSTITUTION_NOT_FOUND'))
      : ok({ body: viewOf(institution), version: String(institution.version) });
  };
  const shownDepartment = async (id: string) => {
    const department = await findDepartment(database.db, id);
    return department === undefined
      ? fail(failure('DEPARTMENT_NOT_FOUND'))
      : ok({ body: departmentView(department), version: String(department.version) });
  };
  return [
    read({
      method: 'GET',
      path: '/about/controllers',
      summary: 'Who answers for the register on a day, and who works in it for them: everybody may know',
      callers: 'ANYONE',
      query: Type.Object({ on: Type.Optional(Day) }, strict),
      reply: Type.Object({ on: Day, controller: ResponsibleReply, processors: Type.Array(ResponsibleReply) }),
      async show({ query }) {
        const on = query.on === undefined ? today(clock) : Temporal.PlainDate.from(query.on);
        const { controller, processors } = responsibleOn(on);
        if (controller === undefined) return fail(failure('NO_REGISTER_THEN'));
        return ok({
          body: { on: on.toString(), controller: responsibleView(controller), processors: processors.map(responsibleView) },
        });
      },
    }),
    read({
      method: 'GET',
      path: '/municipalities',
      summary: 'The municipalities of Estonia by their EHAK code, each with its institution in the register',
      callers: 'SIGNED_IN',
      reply: Type.Object({
        items: Type.Array(
          Type.Object({ code: Municipality, name: Type.String(), county: Type.String(), institutionId: Type.Optional(Id) }),
        ),
      }),
      async show() {
        const institutions = await listMunicipalInstitutions(database.db);
        const items = MUNICIPALITIES.map((municipality) => {
          const institution = institutions.get(municipality.code);
          return { ...municipality, ...(institution === undefined ? {} : { institutionId: institution.id }) };
        });
        return ok({ body: { items } });
      },
    }),
    read({
      method: 'GET',
      path: '/institutions',
      summary: 'Institutions whose people work in the register',
      callers: 'SIGNED_IN',
      query: Type.Object({ ...paging, kind: Type.Optional(Type.Enum([...KINDS])) }, strict),
      reply: Type.Object({ items: Type.Array(InstitutionReply), next: Type.Optional(Id) }),
      async show({ query }) {
        const page = pageOf(query);
        const items = await listInstitutions(database.db, { kind: query.kind, ...page });
        return ok({ body: { items: items.map(viewOf), ...nextOf(items, page.limit) } });
      },
    }),
    write({
      method: 'POST',
      path: '/institutions',
      summary: 'Registers an institution; providers are registered with their places and people, by POST /providers',
      callers: ['REGISTRY_MANAGER'],
      body: Type.Object(
        {
          registryCode: Type.String({ minLength: 1, maxLength: 20 }),
          name: Name,
          kind: Type.Enum(['KOV', 'SKA', 'TEHIK']),
          municipality: Type.Optional(Municipality),
        },
        strict,
      ),
      reply: InstitutionReply,
      async perform({ actor, body }, tx) {
        const registered = await registerInstitution(ports, tx, actor, body);
        return registered.ok ? ok({ status: 201, id: registered.value, location: `/api/v1/institutions/${registered.value}` }) : registered;
      },
      show: (_call, id) => shown(id),
    }),
    read({
      method: 'GET',
      path: '/institutions/:id',
      summary: 'An institution',
      callers: 'SIGNED_IN',
      params: Params,
      reply: InstitutionReply,
      show: ({ params }) => shown(params.id),
    }),
    write({
      method: 'PUT',
      path: '/institutions/:id',
      summary: 'Gives an institution another name',
      callers: ['REGISTRY_MANAGER'],
      versioned: true,
      params: Params,
      body: Type.Object({ name: Name }, strict),
      reply: InstitutionReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const renamed = await renameInstitution(ports, tx, actor, { id: params.id, name: body.name, ifMatch });
        return renamed.ok ? ok({ status: 200, id: renamed.value }) : renamed;
      },
      show: (_call, id) => shown(id),
    }),
    read({
      method: 'GET',
      path: '/institutions/:id/departments',
      summary: 'The departments of an institution',
      callers: 'SIGNED_IN',
      params: Params,
      reply: Type.Object({ items: Type.Array(DepartmentReply) }),
      async show({ params }) {
        if ((await findInstitutionById(database.db, params.id)) === undefined) return fail(failure('INSTITUTION_NOT_FOUND'));
        return ok({ body: { items: (await listDepartments(database.db, params.id)).map(departmentView) } });
      },
    }),
    write({
      method: 'POST',
      path: '/institutions/:id/departments',
      summary: 'Opens a department of an institution',
      callers: ['ADMIN', 'REGISTRY_MANAGER'],
      params: Params,
      body: Type.Object({ name: Name }, strict),
      reply: DepartmentReply,
      async perform({ actor, params, body }, tx) {
        const opened = await openDepartment(ports, tx, actor, { institutionId: params.id, name: body.name });
        return opened.ok ? ok({ status: 201, id: opened.value }) : opened;
      },
      show: (_call, id) => shownDepartment(id),
    }),
    write({
      method: 'PUT',
      path: '/departments/:id',
      summary: 'Renames a department, closes it, or opens it again',
      callers: ['ADMIN', 'REGISTRY_MANAGER'],
      versioned: true,
      params: Params,
      body: Type.Object({ name: Name, closed: Type.Boolean() }, strict),
      reply: DepartmentReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const changed = await changeDepartment(ports, tx, actor, { id: params.id, ...body, ifMatch });
        return changed.ok ? ok({ status: 200, id: changed.value }) : changed;
      },
      show: (_call, id) => shownDepartment(id),
    }),
  ];
}

function viewOf({ id, registryCode, name, kind, ehakCode }: Institution) {
  return { id, registryCode, name, kind, ...(ehakCode === undefined ? {} : { municipality: ehakCode }) };
}

function departmentView({ id, name, closed }: Department) {
  return { id, name, closed };
}

function responsibleView({ code, name, from, until, source }: ReturnType<typeof responsibleOn>['processors'][number]) {
  return { code, name, from: from.toString(), ...(until === undefined ? {} : { until: until.toString() }), source };
}
