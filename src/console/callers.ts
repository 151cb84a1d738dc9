import type { Callers } from '../register/access/index.ts';

/** Who steers. */
export const OPERATORS: Callers = ['TEHIK_OPS'];
