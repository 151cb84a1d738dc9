import { batchCatalogue } from './batch-catalogue.ts';
import { catalogue } from './catalogue.ts';
import { feedCatalogue } from './feed-catalogue.ts';

/** What is asked of a register by a contract that is only proposed to it, by code. */
export function proposedAt(registry: string): readonly string[] {
  return [...catalogue, ...batchCatalogue, ...feedCatalogue]
    .filter((type) => type.registry === registry && type.contract === 'PROPOSED')
    .map(({ code }) => code);
}
