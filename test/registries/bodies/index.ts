import { adsBodies } from './ads.ts';
import { ariregisterBodies } from './ariregister.ts';
import type { BodiesByType } from './body.ts';
import { ehisBodies } from './ehis.ts';
import { kinnistusraamatBodies } from './kinnistusraamat.ts';
import { kohusBodies } from './kohus.ts';
import { liiklusregisterBodies } from './liiklusregister.ts';
import { mtaBodies } from './mta.ts';
import { rrBodies } from './rr.ts';
import { skaisBodies } from './skais.ts';
import { skais2Bodies } from './skais2.ts';
import { tervisekassaBodies } from './tervisekassa.ts';
import { tootukassaBodies } from './tootukassa.ts';
import { torBodies } from './tor.ts';

export { ANOTHER, CANARY, SUBJECT } from './body.ts';
export { custodyAnswer, REST_BODIES } from './rest.ts';

export const BODIES: BodiesByType = {
  ...rrBodies,
  ...skaisBodies,
  ...skais2Bodies,
  ...mtaBodies,
  ...tervisekassaBodies,
  ...tootukassaBodies,
  ...torBodies,
  ...ehisBodies,
  ...liiklusregisterBodies,
  ...kinnistusraamatBodies,
  ...ariregisterBodies,
  ...adsBodies,
  ...kohusBodies,
};
