import type { Db } from '../../storage/index.ts';
import { findUnclosedOn, type ProceedingKind } from '../proceedings/index.ts';

/** What may be open on a client when something is told of them. `PAYOUT_TO_NAME`: one made out to the person's name. */
export const OBJECT_TYPES = ['PROCEEDING', 'PERIODIC_IMPLEMENTATION', 'IMPLEMENTATION', 'CARE_RELATION', 'PAYOUT_TO_NAME'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/** Something that is open on a client, in an institution. */
export interface OpenObject {
  readonly type: ObjectType;
  readonly id: string;
  /** The number by which workers know it. */
  readonly no: string;
  readonly institutionId: string;
  readonly clientId: string;
  /** The kind of the proceeding that it belongs to: it decides who may know of it. */
  readonly work: ProceedingKind;
}

/** All that is open on these clients, in any institution. An area that has more of it gives one of these, and is named in `src/roles`. */
export type ObjectsOf = (db: Db, clientIds: readonly string[]) => Promise<readonly OpenObject[]>;

/** What several areas have, as one. */
export function allOf(areas: readonly ObjectsOf[]): ObjectsOf {
  return async (db, clientIds) => (await Promise.all(areas.map((area) => area(db, clientIds)))).flat();
}

/** Proceedings that are not closed: a suspended one waits for somebody too. */
export const unclosedProceedings: ObjectsOf = async (db, clientIds) =>
  (await findUnclosedOn(db, clientIds)).map(({ proceedingId, no, kind, institutionId, clientId }) => ({
    type: 'PROCEEDING',
    id: proceedingId,
    no,
    institutionId,
    clientId,
    work: kind,
  }));
