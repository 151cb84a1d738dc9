import { allOf, type ObjectsOf, unclosedProceedings } from '../register/notices/index.ts';

/** Of every area what it may have open on a client: a notice about them makes its institution look at each. */
export const objectsOf: ObjectsOf = allOf([unclosedProceedings]);
