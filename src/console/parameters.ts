import { Type } from 'typebox';

/** A registry in a path. */
export const Registry = Type.Object({ registry: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }) });
/** A query, or a declaration, in a path. */
export const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
