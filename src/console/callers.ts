import type { Callers } from '../register/access/index.ts';

/** Who steers. */
export const OPERATORS: Callers = ['TEHIK_OPS'];
/** Who looks on: operators, those who look and touch nothing, and supervision. */
export const READERS: Callers = ['TEHIK_OPS', 'SUPPORT', 'SKA_SUPERVISION'];
/** Who may be shown whom a query is about. */
export const SUPERVISORS: Callers = ['SKA_SUPERVISION'];
