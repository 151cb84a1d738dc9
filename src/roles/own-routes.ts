import type { Clock } from '../platform/index.ts';
import { type Route, sessionRoutes } from '../register/access/index.ts';
import { classifierValueRoutes } from '../register/classifiers/index.ts';
import { profileRoutes } from '../register/organisations/index.ts';
import type { Database } from '../storage/index.ts';

/** What concerns whoever has signed in, and what the first sign-in goes through: at every door at which people sign in. */
export function ownRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  return [...sessionRoutes(ports), ...profileRoutes(ports), ...classifierValueRoutes(ports)];
}
