import { birthDateOf, findMunicipality, type PersonalCode, sexOf } from '../../estonia/index.ts';
import { type Temporal, ZONE } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { findInstitutionOfKind, type Institution, listMunicipalInstitutions } from '../organisations/index.ts';
import { fileOf, findByPersonalCodes, findResidences } from '../people/index.ts';
import type { ContactPerson } from './intake.ts';
import { auditIntake } from './intake-audit.ts';
import { insertIntake } from './intake-store.ts';
import type { Subject } from './proceeding.ts';

/** Somebody in need, as another register tells of them: by code, or by name. */
export interface PersonInNeed {
  readonly personalCode: PersonalCode | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly birthDate: Temporal.PlainDate | undefined;
}

/** A notice of people in need that another register has sent (LasteKS § 27). */
export interface NoticeOfNeed {
  readonly id: string;
  /** A child is among them: the first of the people is one. */
  readonly isOfChild: boolean;
  /** Whom it is about, the one in need first. */
  readonly people: readonly [PersonInNeed, ...PersonInNeed[]];
  readonly problem: string;
  /** Where it happened (EHAK), where that is told. */
  readonly happenedIn: string | undefined;
  readonly contactPerson: ContactPerson;
  readonly receivedAt: Temporal.Instant;
}

/** How somebody is entered of whom only the code is told, until a worker has asked the population register. */
const NAME_NOT_TOLD = 'Teadmata';

/**
 * Registers a notice as an intake of the institution whose matter it is, under the notice's own id: so there is one of each. It goes to the
 * municipality where the child lives; where that is not known here, to the one where it happened; and where that is not told either, to the SKA, whose
 * child protection passes it on (REQ-092; SHS § 5, LasteKS § 18). False: none of them is in the register yet, and the notice waits in its box.
 */
export async function registerNotice(tx: Tx, notice: NoticeOfNeed): Promise<boolean> {
  const { id, people, receivedAt: at } = notice;
  const institution = await whoseMatter(tx, notice);
  if (institution === undefined) return false;
  const actor = { userId: id, institutionId: institution.id, roles: ['XTEE_CONSUMER'] };
  const files: string[] = [];
  for (const person of people) files.push(await fileOf(tx, personOf(person), actor, at));
  // Somebody may be told of twice.
  const subjects = [...new Set(files)].map((clientId, index): Subject => ({ clientId, role: index === 0 ? 'MAIN' : 'FAMILY_MEMBER' }));
  await insertIntake(tx, {
    id,
    subjects,
    kind: notice.isOfChild ? 'CHILD_NOTICE' : 'OTHER',
    channel: 'XTEE',
    problem: notice.problem,
    state: 'REGISTERED',
    institutionId: institution.id,
    registeredBy: id,
    receivedAt: at,
    contactPerson: notice.contactPerson,
    actualAddress: undefined,
    proceedingId: undefined,
    redirectedFrom: undefined,
  });
  await auditIntake(tx, { action: 'NOTICE_REGISTERED', at, actor }, { id, subjects, proceedingId: undefined });
  return true;
}

async function whoseMatter(tx: Tx, { people: [{ personalCode }], happenedIn, receivedAt }: NoticeOfNeed): Promise<Institution | undefined> {
  const [client] = personalCode === undefined ? [] : await findByPersonalCodes(tx, [personalCode]);
  const day = receivedAt.toZonedDateTimeISO(ZONE).toPlainDate();
  const lives = client && (await findResidences(tx, [client.id], day)).get(client.id)?.municipalityCode;
  const municipalities = await listMunicipalInstitutions(tx);
  for (const place of [lives, happenedIn]) {
    const code = findMunicipality(place ?? '')?.code;
    const institution = code && municipalities.get(code);
    if (institution !== undefined) return institution;
  }
  return findInstitutionOfKind(tx, 'SKA');
}

function personOf({ personalCode, firstName = NAME_NOT_TOLD, lastName = NAME_NOT_TOLD, birthDate }: PersonInNeed) {
  const told = { firstName, lastName, citizenship: undefined };
  return personalCode === undefined
    ? { ...told, personalCode, birthDate, sex: undefined }
    : { ...told, personalCode, birthDate: birthDateOf(personalCode), sex: sexOf(personalCode) };
}
