export type { Arrival } from './arrival.ts';
export { type Country, createCountry } from './country.ts';
export type { Knobs } from './knobs.ts';
export type { Happening } from './life.ts';
export type { Person } from './person.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './security-server.ts';
export type { TaraOptions, TaraPerson } from './tara.ts';
