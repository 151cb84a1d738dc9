import { readConfiguration } from '../src/configuration.ts';

const demo = readConfiguration('demo', {});
if (!demo.ok) throw new Error(demo.error.faults.join('\n'));

/** STAR's own subsystem, and each register's, as the configuration files say. */
export const STAR = demo.value.xroad.client;
export const SUBSYSTEMS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(demo.value.registries).map(([name, { subsystem }]) => [name, subsystem]),
);
