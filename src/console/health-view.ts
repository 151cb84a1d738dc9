import { Type } from 'typebox';
import { orNull } from '../platform/index.ts';

const Instant = Type.String({ format: 'date-time' });
const Bytes = Type.Integer({ minimum: 0 });
const State = Type.Enum(['WELL', 'ATTENTION', 'AWAY', 'UNKNOWN']);
/** What a part tells, or that nothing is known of it. */
const told = <P extends Record<string, Parameters<typeof Type.Optional>[0]>>(members: P) =>
  Type.Object({ state: State, ...Object.fromEntries(Object.entries(members).map(([name, schema]) => [name, Type.Optional(schema)])) });
const Certificate = Type.Object({ state: State, endsAt: Instant });

/** The parts that the gateway stands on. */
export const HealthView = Type.Object({
  at: Instant,
  database: told({
    version: Type.String(),
    bytes: Bytes,
    connections: Type.Integer(),
    connectionsAtMost: Type.Integer(),
    answeredMs: Type.Integer(),
    replicas: Type.Array(Type.Object({ name: Type.String(), lagSeconds: orNull(Type.Number()) })),
  }),
  clock: told({ offsetMs: Type.Integer({ description: 'Ours against the database’s' }) }),
  redis: orNull(told({ version: Type.String(), usedBytes: Bytes, bytesAtMost: Bytes, policy: Type.String(), clients: Type.Integer() })),
  securityServers: Type.Array(Type.Object({ host: Type.String(), state: State, answeredMs: orNull(Type.Integer()) })),
  disk: told({ freeBytes: Bytes, bytes: Bytes }),
  backup: told({ named: Type.Boolean(), endedAt: Instant }),
  documents: Type.Object({
    store: Type.Object({ state: State }),
    scanner: Type.Object({ state: State, configured: Type.Boolean({ description: 'False: files are taken unseen' }) }),
    validator: Type.Object({ state: State, configured: Type.Boolean({ description: 'False: signatures wait to be checked' }) }),
  }),
  certificates: orNull(Type.Object({ own: Certificate, securityServer: Certificate })),
  versions: Type.Object({
    gateway: Type.String(),
    node: Type.String(),
    migration: orNull(Type.String()),
    migrations: orNull(Type.Integer()),
  }),
});
