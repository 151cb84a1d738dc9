import { OF_CASES } from './cases.ts';
import type { Machines } from './machine.ts';
import { OF_OFFICES } from './offices.ts';

export { type Command, type Machine, movesOf, standingOf, verdictOn, wayTo } from './machine.ts';
export { STATELESS } from './stateless.ts';

/** Everything that has states and is written to by its address. */
export const MACHINES: Machines = { ...OF_CASES, ...OF_OFFICES };
