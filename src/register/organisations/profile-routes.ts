import { Type } from 'typebox';
import { type Clock, fail, failure, ok } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Route, read, write } from '../access/index.ts';
import { fillProfile } from './fill-profile.ts';
import type { EmployeeProfile } from './profile.ts';
import { findProfiles, listProfileVersions } from './profile-store.ts';
import { Contacts, strict, Time } from './schemas.ts';

const EducationLevel = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$', description: 'Of the classifier EDUCATION_LEVEL' });
export const ProfileReply = Type.Object({
  educationLevel: Type.Optional(EducationLevel),
  contacts: Contacts,
  enteredAt: Time,
});

/** What a worker says of themselves (Enda andmed): theirs to read and to keep up to date. */
export function profileRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database } = ports;
  const shown = async (userId: string) => {
    const profile = (await findProfiles(database.db, [userId])).get(userId);
    return profile === undefined
      ? fail(failure('PROFILE_NOT_FOUND'))
      : ok({ body: profileView(profile), version: String(profile.version) });
  };
  return [
    read({
      method: 'GET',
      path: '/me/profile',
      summary: 'One’s own data as they are now',
      callers: 'SIGNED_IN',
      opensTo: ['PROFILE'],
      reply: ProfileReply,
      show: ({ actor }) => shown(actor.userId),
    }),
    write({
      method: 'PUT',
      path: '/me/profile',
      summary: 'Fills in one’s own data, changes them, or confirms that they are still so',
      callers: 'SIGNED_IN',
      opensTo: ['PROFILE'],
      versioned: true,
      body: Type.Object({ educationLevel: EducationLevel, contacts: Contacts }, strict),
      reply: ProfileReply,
      async perform({ actor, body, ifMatch }, tx) {
        const filled = await fillProfile(ports, tx, actor, { ...body, ifMatch });
        return filled.ok ? ok({ status: 200, id: filled.value }) : filled;
      },
      show: (_call, id) => shown(id),
    }),
    read({
      method: 'GET',
      path: '/me/profile/history',
      summary: 'All that was ever entered of oneself, the latest first',
      callers: 'SIGNED_IN',
      opensTo: ['PROFILE'],
      reply: Type.Object({ items: Type.Array(ProfileReply) }),
      show: async ({ actor }) => ok({ body: { items: (await listProfileVersions(database.db, actor.userId)).map(profileView) } }),
    }),
  ];
}

export function profileView({ educationLevel, contacts, enteredAt }: EmployeeProfile) {
  return { ...(educationLevel === undefined ? {} : { educationLevel }), contacts, enteredAt: enteredAt.toString() };
}
