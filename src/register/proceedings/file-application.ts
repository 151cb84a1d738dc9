import { birthDateOf, findMunicipality, type MunicipalityCode, sexOf } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type Citizen, holdCitizen } from '../access/index.ts';
import { type Institution, listMunicipalInstitutions } from '../organisations/index.ts';
import { fileOf, findByPersonalCodes } from '../people/index.ts';
import type { IntakeKind } from './intake.ts';
import { auditIntake } from './intake-audit.ts';
import { countFiled, insertIntake } from './intake-store.ts';
import type { ResidencesOf } from './residence.ts';

/** Applications that one citizen files within 24 hours: more than anybody needs, and few enough to be read by somebody. */
const APPLICATIONS_A_DAY = 10;
/** What a citizen may file: what a municipality decides on. */
export const FILED_KINDS = ['APPLICATION_BENEFIT', 'APPLICATION_SERVICE', 'OTHER'] as const satisfies readonly IntakeKind[];

export interface FileApplication {
  readonly kind: (typeof FILED_KINDS)[number];
  readonly problem: string;
  /** EHAK, where it is not known here where the citizen lives. */
  readonly municipality?: string;
}

interface Ports {
  readonly clock: Clock;
  readonly residencesOf: ResidencesOf;
}

/**
 * Files a citizen's own application (REQ-095): an intake at the municipality where they live, or, where that is not known here, at the one they choose.
 * Whoever has no client file gets one with it, by the name that the state has vouched for. Gives the intake's id.
 */
export async function fileApplication(
  { clock, residencesOf }: Ports,
  tx: Tx,
  citizen: Citizen,
  { kind, problem, municipality }: FileApplication,
): Promise<Result<string, Failure>> {
  const at = clock.now();
  await holdCitizen(tx, citizen.id);
  if ((await countFiled(tx, citizen.id, at.subtract({ hours: 24 }))) >= APPLICATIONS_A_DAY) return fail(failure('TOO_MANY_APPLICATIONS'));
  const [known] = await findByPersonalCodes(tx, [citizen.personalCode]);
  const institution = await municipalityOf(tx, known && (await residencesOf(tx, [known.id])).get(known.id), municipality);
  if (!institution.ok) return institution;
  const institutionId = institution.value.id;
  const actor = { userId: citizen.id, institutionId, roles: ['CITIZEN'] };
  const clientId = await fileOf(tx, personOf(citizen), actor, at);
  const intake = { id: newId(), subjects: [{ clientId, role: 'MAIN' }] as const, proceedingId: undefined };
  await insertIntake(tx, {
    ...intake,
    kind,
    channel: 'SELF_SERVICE',
    problem,
    state: 'REGISTERED',
    institutionId,
    registeredBy: citizen.id,
    receivedAt: at,
    contactPerson: undefined,
    actualAddress: undefined,
    redirectedFrom: undefined,
  });
  await auditIntake(tx, { action: 'APPLICATION_FILED', at, actor }, intake);
  return ok(intake.id);
}

/** Whose matter it is: where the person lives (SHS § 5 lg 1); what they choose counts where that is not known. */
async function municipalityOf(
  tx: Tx,
  residence: { readonly municipalityCode?: string | undefined } | undefined,
  chosen: string | undefined,
): Promise<Result<Institution, Failure<'MUNICIPALITY_REQUIRED' | 'MUNICIPALITY_BY_RESIDENCE' | 'MUNICIPALITY_NOT_SERVED'>>> {
  const refused = <const C extends string>(code: C, why: string) =>
    fail(failure(code, { fields: [{ pointer: '/municipality', code: why }] }));
  const lives = residence?.municipalityCode;
  if (lives !== undefined && chosen !== undefined && lives !== chosen) return refused('MUNICIPALITY_BY_RESIDENCE', 'BY_RESIDENCE');
  const code: MunicipalityCode | undefined = findMunicipality(lives ?? chosen ?? '')?.code;
  if (lives === undefined && chosen === undefined) return refused('MUNICIPALITY_REQUIRED', 'REQUIRED');
  const institution = code && (await listMunicipalInstitutions(tx)).get(code);
  return institution === undefined ? refused('MUNICIPALITY_NOT_SERVED', 'UNKNOWN') : ok(institution);
}

/** As the state has vouched for them. */
function personOf({ personalCode, firstName, lastName }: Citizen) {
  return { personalCode, firstName, lastName, birthDate: birthDateOf(personalCode), sex: sexOf(personalCode), citizenship: undefined };
}
