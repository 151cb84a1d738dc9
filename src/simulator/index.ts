export { type Country, createCountry, type Person } from './country.ts';
export type { Knobs } from './knobs.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './security-server.ts';
