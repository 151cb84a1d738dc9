import type { Db } from '../../storage/index.ts';
import { findProvenLines } from '../audit/index.ts';
import { listDocuments } from '../documents/index.ts';
import { findInstitutions } from '../organisations/index.ts';
import {
  entryView,
  findIntake,
  findIntakesOf,
  findSubjects,
  intakeView,
  listLinks,
  type Proceeding,
  proceedingWholeView,
  timelineOf,
} from '../proceedings/index.ts';

/** Rows read at a time: bounds the memory, not the export. */
const PAGE = 200;

/** Everybody whom the evidence names by an id, so that it can say who they are. */
export interface Mentioned {
  readonly workers: Set<string>;
  readonly institutions: Set<string>;
  readonly clients: Set<string>;
}

export const nobody = (): Mentioned => ({ workers: new Set(), institutions: new Set(), clients: new Set() });

/** The proceeding itself, its persons and its intakes, as they are shown to whoever reads it. */
export async function proceedingRecord(db: Db, proceeding: Proceeding, mentioned: Mentioned) {
  const [subjects, intakeIds] = [await findSubjects(db, proceeding.id), await findIntakesOf(db, proceeding.id)];
  const intakes = [];
  for (const id of intakeIds) {
    const intake = await findIntake(db, id);
    if (intake === undefined) continue;
    mentioned.workers.add(intake.registeredBy);
    for (const { clientId } of intake.subjects) mentioned.clients.add(clientId);
    intakes.push({ ...intakeView(intake), registeredBy: intake.registeredBy });
  }
  mentioned.workers.add(proceeding.ownerId);
  mentioned.institutions.add(proceeding.institutionId);
  for (const { clientId } of subjects) mentioned.clients.add(clientId);
  const institution = (await findInstitutions(db, [proceeding.institutionId])).get(proceeding.institutionId);
  return {
    ...proceedingWholeView(proceeding, subjects, intakeIds),
    institution: { id: proceeding.institutionId, registryCode: institution?.registryCode, name: institution?.name },
    intakes,
  };
}

/** The course in its order: steps, and actions with what each puts right. What was done is never changed, so this is all that ever stood there. */
export async function* courseRecords(db: Db, proceedingId: string, mentioned: Mentioned) {
  for await (const entry of paged((after) => timelineOf(db, proceedingId, { after, limit: PAGE }))) {
    const view = entryView(entry);
    mentioned.workers.add(view.by);
    yield view;
  }
}

export async function* linkRecords(db: Db, proceedingId: string, mentioned: Mentioned) {
  for await (const { id, url, title, addedBy, addedAt } of paged((after) => listLinks(db, proceedingId, after, PAGE))) {
    mentioned.workers.add(addedBy);
    yield { id, url, title, addedBy, addedAt: addedAt.toString() };
  }
}

export async function* documentsOf(db: Db, proceedingId: string) {
  yield* paged((after) => listDocuments(db, proceedingId, { after, limit: PAGE }));
}

/** The lines of the log about the proceeding, each with what its seal is computed of. */
export async function* auditRecords(db: Db, proceedingId: string, mentioned: Mentioned) {
  for await (const { id, action, userId, institutionId, place } of paged((after) =>
    findProvenLines(db, proceedingId, { after, limit: PAGE }),
  )) {
    if (userId !== undefined) mentioned.workers.add(userId);
    if (institutionId !== undefined) mentioned.institutions.add(institutionId);
    yield { id, action, ...(place ?? { line: null }) };
  }
}

async function* paged<Item extends { readonly id: string }>(
  read: (after: string | undefined) => Promise<readonly Item[]>,
): AsyncGenerator<Item> {
  let after: string | undefined;
  for (;;) {
    const items = await read(after);
    yield* items;
    after = items.at(-1)?.id;
    if (items.length < PAGE) return;
  }
}
