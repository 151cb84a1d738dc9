import type { Db } from '../../storage/index.ts';
import type { InstitutionKind } from './role.ts';

/** What access needs to know of an institution. The area of organisations knows it, and stands on this one: so it is handed in. */
export type FindInstitution = (db: Db, id: string) => Promise<{ readonly id: string; readonly kind: InstitutionKind } | undefined>;
