import type { Address, PersonalCode } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Actor } from '../access/index.ts';
import { kindsOf, mayHandle, type Proceeding, type Subject } from './proceeding.ts';

/** Why a person came (domain 3.5, INTAKE_KIND). */
export const INTAKE_KINDS = ['APPLICATION_BENEFIT', 'APPLICATION_SERVICE', 'CHILD_NOTICE', 'VICTIM', 'OTHER'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** How they came (domain 3.5, INTAKE_CHANNEL). */
export const INTAKE_CHANNELS = ['IN_PERSON', 'PHONE', 'EMAIL', 'POST', 'SELF_SERVICE', 'XTEE', 'OWN_INITIATIVE'] as const;
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

type IntakeCommand = 'amend' | 'place' | 'redirect' | 'annul' | 'end' | 'goOn';

/**
 * The states of an intake (registreeritud, menetluses, lõpetatud, edastatud, ekslik), what may be done to it in each, and where that leads (domain
 * 3.3). In a proceeding it ends and goes on with that, and with nothing else.
 */
const COMMANDS = {
  REGISTERED: { amend: 'REGISTERED', place: 'IN_PROCEEDING', redirect: 'REDIRECTED', annul: 'ANNULLED' },
  IN_PROCEEDING: { amend: 'IN_PROCEEDING', end: 'CLOSED' },
  CLOSED: { goOn: 'IN_PROCEEDING' },
  REDIRECTED: {},
  ANNULLED: {},
} as const satisfies Record<string, Partial<Record<IntakeCommand, 'REGISTERED' | 'IN_PROCEEDING' | 'CLOSED' | 'REDIRECTED' | 'ANNULLED'>>>;

export type IntakeState = keyof typeof COMMANDS;
export const INTAKE_STATES = Object.keys(COMMANDS) as IntakeState[];

/** Who turned to the institution, where it was not the person in need (pöörduja). Their personal code need not be known (INV-06), nor their name. */
export type ContactPerson = {
  readonly relation?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
} & ({ readonly name: string; readonly personalCode?: PersonalCode | undefined } | { readonly anonymous: true });

/** A person's contact with the institution (pöördumine). Never deleted (INV-08). */
export interface Intake {
  readonly id: string;
  readonly no: string;
  readonly kind: IntakeKind;
  readonly channel: IntakeChannel;
  readonly problem: string;
  readonly state: IntakeState;
  readonly institutionId: string;
  readonly registeredBy: string;
  readonly receivedAt: Temporal.Instant;
  readonly contactPerson: ContactPerson | undefined;
  /** Where the main subject actually lives. */
  readonly actualAddress: Address | undefined;
  readonly subjects: readonly Subject[];
  readonly proceedingId: string | undefined;
  /** When a measure was determined on what it says: from then on that stays (REQ-152). */
  readonly lockedAt: Temporal.Instant | undefined;
  /** Why it was passed on or annulled. */
  readonly endedReason: string | undefined;
  /** The intake of another institution that this one goes on from. */
  readonly redirectedFrom: string | undefined;
  readonly version: number;
}

/**
 * Whether an intake is there for somebody: with its proceeding; without one, for the institution's case workers, and one of a victim for those who
 * work on victims' matters and who registered it (INV-66).
 */
export function mayHandleIntake(
  actor: Pick<Actor, 'userId' | 'institutionId' | 'roles'>,
  intake: Pick<Intake, 'institutionId' | 'kind' | 'registeredBy'>,
  proceeding: Proceeding | undefined,
): boolean {
  if (proceeding !== undefined) return mayHandle(actor, proceeding);
  if (intake.institutionId !== actor.institutionId) return false;
  return intake.kind !== 'VICTIM' || intake.registeredBy === actor.userId || kindsOf(actor.roles).includes('VICTIM');
}

/** Does to an intake what its state permits; what changes besides its state comes along. */
export function advanceIntake(
  intake: Intake,
  command: IntakeCommand,
  changes: Partial<Intake> = {},
): Result<Intake, Failure<'INTAKE_NOT_REGISTERED'>> {
  const permitted: Partial<Record<IntakeCommand, IntakeState>> = COMMANDS[intake.state];
  const state = permitted[command];
  if (state === undefined) return fail(failure('INTAKE_NOT_REGISTERED'));
  return ok({ ...intake, ...changes, state, version: intake.version + 1 });
}

export type Amendable = Pick<Intake, 'channel' | 'problem' | 'contactPerson' | 'actualAddress'>;

/**
 * Changes what an intake says: an application until a measure is determined on it, any other until its proceeding has ended (REQ-152, REQ-153).
 */
export function amend(
  intake: Intake,
  changes: Partial<Amendable>,
): Result<Intake, Failure<'PROCEEDING_CLOSED' | 'APPLICATION_LOCKED_BY_DECISION' | 'INTAKE_NOT_REGISTERED'>> {
  if (intake.state === 'CLOSED') return fail(failure('PROCEEDING_CLOSED'));
  if (intake.lockedAt !== undefined) return fail(failure('APPLICATION_LOCKED_BY_DECISION'));
  return advanceIntake(intake, 'amend', changes);
}
