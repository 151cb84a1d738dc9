import type { Configuration } from '../configuration.ts';
import { REGISTRIES } from '../registries/index.ts';

/** What is configured of every register that we know. */
export function registrySettings({ registries }: Configuration): Readonly<Record<string, Configuration['registries'][string]>> {
  return Object.fromEntries(
    REGISTRIES.map((name) => {
      const settings = registries[name];
      if (settings === undefined) throw new Error(`registries.${name} is not configured`);
      return [name, settings];
    }),
  );
}
