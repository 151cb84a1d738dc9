import type { ClientId } from '../xroad/index.ts';

/** Who asks (our subsystem) and, per registry, whom: the provider's subsystem. Configuration, never constants. */
export interface Addresses {
  readonly client: ClientId;
  readonly provider: Readonly<Record<string, ClientId>>;
}
