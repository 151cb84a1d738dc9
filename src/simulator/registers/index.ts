import { ads } from './ads.ts';
import { ariregister } from './ariregister.ts';
import { ehis } from './ehis.ts';
import { kinnistusraamat } from './kinnistusraamat.ts';
import { kohus } from './kohus.ts';
import { liiklusregister } from './liiklusregister.ts';
import { mkrliides } from './mkrliides.ts';
import { mta } from './mta.ts';
import type { SimulatedRegister } from './register.ts';
import { rr } from './rr/index.ts';
import { skais } from './skais.ts';
import { skais2 } from './skais2.ts';
import { tervisekassa } from './tervisekassa.ts';
import { tootukassa } from './tootukassa.ts';
import { tor } from './tor.ts';

export { type RestReply, type SimulatedRegister, WithFiles } from './register.ts';

export const registers: readonly SimulatedRegister[] = [
  rr,
  skais,
  skais2,
  mta,
  mkrliides,
  tervisekassa,
  tootukassa,
  tor,
  ehis,
  liiklusregister,
  kinnistusraamat,
  ariregister,
  ads,
  kohus,
];
