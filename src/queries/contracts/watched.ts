import {
  type BatchType,
  batchCatalogue,
  catalogue,
  declarations,
  feedCatalogue,
  type QueryType,
  type Registry,
} from '../../registries/index.ts';
import { type Protocols, restOf } from '../protocol.ts';

/** One service that is looked at, and under which name its golden bodies lie. */
export interface WatchedService {
  readonly registry: Registry;
  readonly service: QueryType['service'];
  readonly golden: string;
}

/** What is blocked as one: a query type, a feed, or a mass service or declaration with all that it asks, be it of two registers. */
export interface Watched {
  readonly code: string;
  readonly kind: 'query-type' | 'batch-type' | 'change-feed' | 'declaration-type';
  readonly registry: Registry;
  readonly services: readonly WatchedService[];
}

/** All that the watch looks at. Types that are asked by REST are left out: no description of a REST service is public to be pinned. */
export function watched(protocols: Protocols): readonly Watched[] {
  return [
    ...catalogue
      .filter((type) => restOf(type, protocols) === undefined)
      .map(({ code, registry, service }): Watched => {
        return { code, kind: 'query-type', registry, services: [{ registry, service, golden: code }] };
      }),
    ...batchCatalogue.map(
      (type): Watched => ({ code: type.code, kind: 'batch-type', registry: type.registry, services: servicesOf(type) }),
    ),
    ...feedCatalogue.map(({ code, registry, service }): Watched => {
      return { code, kind: 'change-feed', registry, services: [{ registry, service, golden: code }] };
    }),
    {
      code: declarations.code,
      kind: 'declaration-type',
      registry: declarations.registry,
      services: (['upload', 'look'] as const).map((step) => {
        return { registry: declarations.registry, service: declarations[step].service, golden: `${declarations.code}.${step}` };
      }),
    },
  ];
}

function servicesOf(type: BatchType): readonly WatchedService[] {
  const { code, registry, collect } = type;
  const first =
    type.about === 'RESIDENTS'
      ? { registry: type.list.registry, service: type.list.service, golden: `${code}.list` }
      : { registry, service: type.submit.service, golden: `${code}.submit` };
  return [first, { registry, service: collect.service, golden: `${code}.collect` }];
}
