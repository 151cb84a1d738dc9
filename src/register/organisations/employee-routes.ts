import { Type } from 'typebox';
import { type Clock, fail, failure, ok, type Temporal } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, ROLES, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Employee, isStale } from './employee.ts';
import type { EmployeePost } from './employee-post.ts';
import { listPostVersions } from './employee-post-store.ts';
import { findEmployee, findEmployments, findStaff } from './find-employees.ts';
import { findInstitutions } from './institution-store.ts';
import { keepPost } from './keep-post.ts';
import { type Count, countPersonnel } from './personnel.ts';
import { ProfileReply, profileView } from './profile-routes.ts';
import { listProfileVersions } from './profile-store.ts';
import { Day, Id, LastDay, Name, nextOf, Params, pageOf, paging, strict, Time } from './schemas.ts';

/** Who reads aggregates (domain 3.8, M15). */
const READERS_OF_STATISTICS = [
  'SOCIAL_WORKER',
  'SETTLEMENT',
  'SKA_CHILD_PROTECTION',
  'SKA_ADOPTION',
  'SKA_VICTIM_SUPPORT',
  'SKA_SUPERVISION',
  'REGISTRY_MANAGER',
] as const;

const Post = {
  position: Name,
  departmentId: Type.Optional(Id),
  validFrom: Day,
  validTo: LastDay,
};
const PostReply = Type.Object({ ...Post, enteredAt: Time });

const EmployeeReply = Type.Object({
  userId: Id,
  name: Type.String(),
  roles: Type.Array(Type.Enum([...ROLES])),
  active: Type.Boolean(),
  post: Type.Optional(PostReply),
  profile: Type.Optional(ProfileReply),
});

const Counts = Type.Array(
  Type.Object({
    educationLevel: Type.String({ description: 'Of the classifier EDUCATION_LEVEL; UNKNOWN: they have not said' }),
    people: Type.Optional(Type.Integer({ description: 'Missing: some, but too few to be told' })),
  }),
);

/** Employees' data: their administrator's to keep, and of all of them together the numbers. */
export function employeeRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database, clock } = ports;
  const shown = async (actor: Actor, userId: string) => {
    const employee = await findEmployee(database.db, actor.institutionId, userId);
    if (employee === undefined) return fail(failure('EMPLOYEE_NOT_FOUND'));
    const [posts, profiles] = await Promise.all([
      listPostVersions(database.db, actor.institutionId, userId),
      listProfileVersions(database.db, userId),
    ]);
    await appendAudit(database.db, {
      action: 'EMPLOYEE_READ',
      at: clock.now(),
      actor,
      object: { type: 'user', id: userId },
      outcome: 'DONE',
    });
    const body = { ...viewOf(employee), posts: posts.map(postView), profiles: profiles.map(profileView) };
    return ok({ body, version: String(employee.post?.version ?? 0) });
  };
  return [
    read({
      method: 'GET',
      path: '/admin/employees',
      summary: 'Who works in the institution; or those of them whose own data nobody has looked at for so many months',
      callers: ['ADMIN'],
      query: Type.Object(
        { ...paging, profileOlderThan: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}m$', description: 'Months: 12m' })) },
        strict,
      ),
      reply: Type.Object({ items: Type.Array(EmployeeReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const { limit, after = '' } = pageOf(query);
        const staff = await findStaff(database.db, actor.institutionId);
        const items = staff
          .filter(({ record, profile }) => record.userId > after && isWanted(query.profileOlderThan, profile, clock.now()))
          .slice(0, limit);
        await appendAudit(database.db, {
          action: 'EMPLOYEES_READ',
          at: clock.now(),
          actor,
          outcome: 'DONE',
          details: { read: items.length },
        });
        const ids = items.map(({ record }) => ({ id: record.userId }));
        return ok({ body: { items: items.map(viewOf), ...nextOf(ids, limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/admin/employees/:id',
      summary: 'An employee of the institution, and all that was ever entered of them',
      callers: ['ADMIN'],
      params: Params,
      reply: Type.Object({ ...EmployeeReply.properties, posts: Type.Array(PostReply), profiles: Type.Array(ProfileReply) }),
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'PUT',
      path: '/admin/employees/:id',
      summary: 'Enters as what, where and since when somebody works in the institution',
      callers: ['ADMIN'],
      versioned: true,
      params: Params,
      body: Type.Object(Post, strict),
      reply: Type.Object({ ...EmployeeReply.properties, posts: Type.Array(PostReply), profiles: Type.Array(ProfileReply) }),
      async perform({ actor, params, body, ifMatch }, tx) {
        const kept = await keepPost(ports, tx, actor, { userId: params.id, ...body, ifMatch });
        return kept.ok ? ok({ status: 200, id: kept.value }) : kept;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    read({
      method: 'GET',
      path: '/stats/personnel',
      summary: 'How many people do social work, by education and institution; numbers below five are not told',
      callers: READERS_OF_STATISTICS,
      reply: Type.Object({
        everywhere: Counts,
        institutions: Type.Array(Type.Object({ institutionId: Id, name: Type.String(), kind: Type.String(), counts: Counts })),
      }),
      async show() {
        const { everywhere, byInstitution } = countPersonnel(await findEmployments(database.db));
        const institutions = await findInstitutions(database.db, [...byInstitution.keys()]);
        return ok({
          body: {
            everywhere: everywhere.map(countView),
            institutions: [...institutions.values()].map(({ id, name, kind }) => ({
              institutionId: id,
              name,
              kind,
              counts: (byInstitution.get(id) ?? []).map(countView),
            })),
          },
        });
      },
    }),
  ];
}

function isWanted(olderThan: string | undefined, profile: Employee['profile'], now: Temporal.Instant): boolean {
  return olderThan === undefined || isStale(profile, Number(olderThan.slice(0, -1)), now);
}

function viewOf({ record, post, profile }: Employee) {
  return {
    userId: record.userId,
    name: record.name,
    roles: [...record.rights.roles],
    active: record.active,
    ...(post === undefined ? {} : { post: postView(post) }),
    ...(profile === undefined ? {} : { profile: profileView(profile) }),
  };
}

function postView({ position, departmentId, validFrom, validTo, enteredAt }: EmployeePost) {
  return {
    position,
    ...(departmentId === undefined ? {} : { departmentId }),
    validFrom: validFrom.toString(),
    ...(validTo === undefined ? {} : { validTo: validTo.toString() }),
    enteredAt: enteredAt.toString(),
  };
}

function countView({ educationLevel, people }: Count) {
  return { educationLevel: educationLevel ?? 'UNKNOWN', ...(people === undefined ? {} : { people }) };
}
