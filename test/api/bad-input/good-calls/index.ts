import { ACCESS } from './access.ts';
import { ASKING } from './asking.ts';
import { DESCRIBING } from './describing.ts';
import type { GoodCalls } from './good-call.ts';
import { ORGANISATIONS } from './organisations.ts';
import { PEOPLE } from './people.ts';
import { PROCEEDINGS } from './proceedings.ts';
import { WATCHING } from './watching.ts';

export type { GoodCall } from './good-call.ts';

/** How each operation is called so that it does what it is for. */
export const GOOD_CALLS: GoodCalls = { ...ACCESS, ...ORGANISATIONS, ...PEOPLE, ...PROCEEDINGS, ...DESCRIBING, ...WATCHING, ...ASKING };
