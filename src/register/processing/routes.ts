import { Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { type Route, read } from '../access/index.ts';
import { OPERATIONS } from './operations.ts';

const Words = Type.Object({ et: Type.String(), en: Type.String(), ru: Type.String() });
const Strings = Type.Array(Type.String());

/** By which law the register does what it does: everybody may know (GDPR art. 13 and 14). REQ-253. */
export const processingRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/about/processing',
    summary: 'What is done with data in the register, by which calls and services, and by which law',
    callers: 'ANYONE',
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          code: Type.String(),
          name: Words,
          bases: Type.Array(Type.Object({ act: Type.String(), section: Type.String() })),
          paths: Strings,
          services: Strings,
          systems: Strings,
        }),
      ),
    }),
    show: async () => ok({ body: { items: OPERATIONS.map((operation) => ({ services: [], systems: [], ...operation })) } }),
  }),
];
