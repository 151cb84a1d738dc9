import type { FastifyInstance } from 'fastify';
import type { ReadinessCheck } from '../api/index.ts';
import type { Route } from '../register/access/index.ts';

/** The ports that a process may have, by their settings in the configuration. */
export type Port = 'port' | 'producerPort' | 'opsPort';

/** What a role opens to others, and what it cannot work without besides what every process needs. */
export interface Offer {
  readonly needs: readonly ReadinessCheck[];
  /** Nothing of it for a role that nobody comes to. */
  readonly door?: {
    readonly at: Port;
    /** Its part of the internal API. */
    readonly routes?: readonly Route[];
    /** Calls under a prefix of their own, by the same rules. */
    readonly further?: Readonly<Record<string, readonly Route[]>>;
    /** What else is found there. */
    readonly attach?: (app: FastifyInstance) => Promise<void>;
  };
}
