import type { Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { holdProceedings, recordActions } from '../proceedings/index.ts';
import type { NoticeKind } from './notice.ts';
import type { OpenObject } from './open-object.ts';

/** What the worker reads in the course of the proceeding. */
const WORDS: Readonly<Record<NoticeKind, string>> = {
  DEATH: 'surm',
  NAME: 'nimi',
  RESIDENCE: 'elukoht',
  CUSTODY: 'hooldusõigus',
  GUARDIANSHIP: 'eestkoste',
  PERSONAL_CODE: 'isikukood',
  OTHER: 'muud andmed',
};

/** An entry for the course of the open ones among these objects: what was told, or that it is resolved. */
export interface NoticeEntry {
  readonly objects: readonly OpenObject[];
  readonly kinds: readonly NoticeKind[];
  /** Who resolved it; nobody where the register has told. */
  readonly resolvedBy?: string;
}

/** Enters what happened to notices into the proceedings that it concerns, as actions nobody has to write (INV-11). One that is not open takes none (INV-10). */
export async function enterIntoCourse(tx: Tx, entries: readonly NoticeEntry[], at: Temporal.Instant): Promise<void> {
  const wanted = entries.flatMap(({ objects, kinds, resolvedBy }) =>
    objects.flatMap(({ type, id }) => (type === 'PROCEEDING' ? [{ proceedingId: id, kinds, resolvedBy }] : [])),
  );
  const proceedings = await holdProceedings(tx, [...new Set(wanted.map(({ proceedingId }) => proceedingId))]);
  await recordActions(
    tx,
    wanted.flatMap(({ proceedingId, kinds, resolvedBy }) => {
      const proceeding = proceedings.get(proceedingId);
      if (proceeding?.state !== 'OPENED') return [];
      const words = kinds.map((kind) => WORDS[kind]).join(', ');
      return [
        {
          proceedingId,
          kind: 'NOTICE',
          origin: 'AUTOMATIC',
          performedBy: resolvedBy ?? proceeding.ownerId,
          text: `Rahvastikuregistri teade${resolvedBy === undefined ? '' : ' lahendatud'}: ${words}`,
          refs: {},
          at,
        } as const,
      ];
    }),
  );
}
