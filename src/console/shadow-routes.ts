import { ok } from '../platform/index.ts';
import { findShadowReports } from '../queries/index.ts';
import { type Route, read } from '../register/access/index.ts';
import { READERS } from './callers.ts';
import type { ConsolePorts } from './ports.ts';
import { ShadowList, viewShadows } from './shadow-view.ts';

/** Days that the report of the shadows looks back: a change of either service shows within them, and what was mended before does not. */
const SHADOW_DAYS = 30;

/** How REST services that are asked beside the SOAP ones have done. */
export function shadowRoutes({ database, clock }: ConsolePorts): readonly Route[] {
  return [
    read({
      method: 'GET',
      path: '/shadows',
      summary: 'Where REST services that are asked beside the SOAP ones have told something else, in the last 30 days',
      callers: READERS,
      reply: ShadowList,
      show: async () => ok({ body: viewShadows(await findShadowReports(database.db, clock.now().subtract({ hours: SHADOW_DAYS * 24 }))) }),
    }),
  ];
}
