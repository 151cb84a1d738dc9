import { Type } from 'typebox';
import type { Address } from '../../estonia/index.ts';
import type { Temporal } from '../../platform/index.ts';
import { ACTION_KINDS, ACTION_STATES, type Action, isOverdue } from './action.ts';
import type { PlannedAction } from './action-store.ts';
import { INTAKE_CHANNELS, INTAKE_KINDS, INTAKE_STATES, type Intake } from './intake.ts';
import { CLOSE_REASONS, PROCEEDING_KINDS, type Proceeding, SUBJECT_ROLES } from './proceeding.ts';
import { Id, strict, Time } from './shapes.ts';
import { STEP_KINDS } from './step.ts';
import { SOCIAL_STATUSES, type SubjectInSituation } from './subject.ts';
import type { Entry } from './timeline.ts';
import { TRANSFER_STATES, type Transfer } from './transfer.ts';

export const SubjectShape = Type.Object({ clientId: Id, role: Type.Enum([...SUBJECT_ROLES]) }, strict);

export const AddressShape = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1, two letters' }),
    municipalityCode: Type.Optional(Type.String({ pattern: '^\\d{4}$', description: 'EHAK' })),
    adsOid: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  },
  strict,
);

export const ProceedingReply = Type.Object({
  id: Id,
  no: Type.String(),
  kind: Type.Enum([...PROCEEDING_KINDS]),
  state: Type.String(),
  ownerId: Id,
  openedAt: Time,
  closedAt: Type.Optional(Time),
  closeReason: Type.Optional(Type.Enum([...CLOSE_REASONS])),
  subjects: Type.Array(SubjectShape),
});

export const ProceedingWholeReply = Type.Object({
  ...ProceedingReply.properties,
  subjects: Type.Array(
    Type.Object({
      clientId: Id,
      role: Type.Enum([...SUBJECT_ROLES]),
      actualAddress: Type.Optional(AddressShape),
      socialStatus: Type.Optional(Type.Enum([...SOCIAL_STATUSES])),
      asOf: Type.Optional(Time),
    }),
  ),
  intakeIds: Type.Array(Id),
});

export function proceedingWholeView(proceeding: Proceeding, subjects: readonly SubjectInSituation[], intakeIds: readonly string[]) {
  return {
    ...proceedingView(proceeding),
    subjects: subjects.map(({ clientId, role, actualAddress, socialStatus, asOf }) => ({
      clientId,
      role,
      ...present({ actualAddress, socialStatus, asOf: asOf?.toString() }),
    })),
    intakeIds,
  };
}

export function proceedingView(proceeding: Proceeding) {
  return {
    id: proceeding.id,
    no: proceeding.no,
    kind: proceeding.kind,
    state: proceeding.state,
    ownerId: proceeding.ownerId,
    openedAt: proceeding.openedAt.toString(),
    ...(proceeding.closedAt === undefined ? {} : { closedAt: proceeding.closedAt.toString() }),
    ...(proceeding.closeReason === undefined ? {} : { closeReason: proceeding.closeReason }),
    subjects: proceeding.subjects,
  };
}

/** What a list shows of an intake: nothing that was said. */
const intakeInBrief = {
  id: Id,
  no: Type.String(),
  kind: Type.Enum([...INTAKE_KINDS]),
  channel: Type.Enum([...INTAKE_CHANNELS]),
  state: Type.Enum([...INTAKE_STATES]),
  receivedAt: Time,
  subjectIds: Type.Array(Id),
};

export const IntakeBriefReply = Type.Object(intakeInBrief);

export function intakeBrief({ id, no, kind, channel, state, receivedAt, subjects }: Intake) {
  return { id, no, kind, channel, state, receivedAt: receivedAt.toString(), subjectIds: subjects.map(({ clientId }) => clientId) };
}

const IntakeShape = Type.Object({
  ...intakeInBrief,
  problem: Type.String(),
  subjects: Type.Array(SubjectShape),
  contactPerson: Type.Optional(
    Type.Object({
      name: Type.Optional(Type.String()),
      personalCode: Type.Optional(Type.String()),
      anonymous: Type.Optional(Type.Literal(true)),
      withheld: Type.Optional(Type.Literal(true)),
      relation: Type.Optional(Type.String()),
      phone: Type.Optional(Type.String()),
      email: Type.Optional(Type.String()),
    }),
  ),
  actualAddress: Type.Optional(AddressShape),
  proceedingId: Type.Optional(Id),
  endedReason: Type.Optional(Type.String()),
  redirectedFrom: Type.Optional(Id),
});

export const IntakeReply = Type.Object({
  intake: IntakeShape,
  proceeding: Type.Optional(ProceedingReply),
  /** The queries that were asked to fill in the application beforehand. */
  prefill: Type.Optional(Type.Object({ queryIds: Type.Array(Id) })),
});

/** Who turned to us, as it is shown. */
export function contactView({ kind, contactPerson }: Pick<Intake, 'kind' | 'contactPerson'>) {
  if (contactPerson === undefined) return {};
  // Who has told of a child in need is told to nobody (INV-67; LasteKS § 27).
  return { contactPerson: kind === 'CHILD_NOTICE' ? { withheld: true as const } : contactPerson };
}

export function intakeView(intake: Intake) {
  const { problem, subjects, actualAddress, proceedingId, endedReason, redirectedFrom } = intake;
  return {
    ...intakeBrief(intake),
    problem,
    subjects,
    ...contactView(intake),
    ...present({ actualAddress, proceedingId, endedReason, redirectedFrom }),
  };
}

/** Without the members that are not there. */
function present(members: Readonly<Record<string, string | Address | undefined>>): Readonly<Record<string, string | Address>> {
  return Object.fromEntries(Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

export const ActionReply = Type.Object({
  id: Id,
  kind: Type.Enum([...ACTION_KINDS]),
  origin: Type.Enum(['MANUAL', 'AUTOMATIC']),
  state: Type.Enum([...ACTION_STATES]),
  performedBy: Id,
  text: Type.String(),
  refs: Type.Object({ queryId: Type.Optional(Id) }),
  at: Time,
  plannedFor: Type.Optional(Time),
  assignedTo: Type.Optional(Id),
  doneAt: Type.Optional(Time),
  correctionOf: Type.Optional(Id),
});

export function actionView(action: Action) {
  const { id, kind, origin, state, performedBy, text, refs, at, plannedFor, assignedTo, doneAt, correctionOf } = action;
  return {
    ...{ id, kind, origin, state, performedBy, text, refs, at: at.toString() },
    ...present({ plannedFor: plannedFor?.toString(), assignedTo, doneAt: doneAt?.toString(), correctionOf }),
  };
}

export const PlannedReply = Type.Object({
  ...ActionReply.properties,
  proceedingId: Id,
  proceedingNo: Type.String(),
  overdue: Type.Boolean(),
});

export function plannedView(action: PlannedAction, now: Temporal.Instant) {
  const { proceedingId, proceedingNo } = action;
  return { ...actionView(action), proceedingId, proceedingNo, overdue: isOverdue(action, now) };
}

export const TransferReply = Type.Object({
  id: Id,
  proceedingNo: Type.String(),
  proceedingKind: Type.Enum([...PROCEEDING_KINDS]),
  proceedingId: Type.Optional(Type.String({ format: 'uuid', description: 'Where the proceeding is the caller’s institution’s now' })),
  from: Id,
  to: Id,
  offeredBy: Id,
  offeredAt: Time,
  state: Type.Enum([...TRANSFER_STATES]),
  decidedAt: Type.Optional(Time),
});

export const TransferWholeReply = Type.Object({
  ...TransferReply.properties,
  reason: Type.String(),
  decisionReason: Type.Optional(Type.String()),
});

export function transferWholeView(transfer: Transfer, institutionId: string) {
  const { reason, decisionReason } = transfer;
  return { ...transferView(transfer, institutionId), reason, ...present({ decisionReason }) };
}

/** Of a proceeding that is not theirs an institution sees its number, its kind, and who offers it: not whom it is about. */
export function transferView(transfer: Transfer, institutionId: string) {
  const { id, proceedingNo, proceedingKind, proceedingId, from, to, offeredBy, offeredAt, state, decidedAt } = transfer;
  const holder = state === 'ACCEPTED' ? to : from;
  return {
    ...{ id, proceedingNo, proceedingKind, from, to, offeredBy, offeredAt: offeredAt.toString(), state },
    ...present({ proceedingId: holder === institutionId ? proceedingId : undefined, decidedAt: decidedAt?.toString() }),
  };
}

export const EntryReply = Type.Object({
  id: Id,
  at: Time,
  kind: Type.Enum([...STEP_KINDS, 'ACTION']),
  by: Id,
  objectId: Type.Optional(Id),
  text: Type.Optional(Type.String()),
  action: Type.Optional(ActionReply),
});

export function entryView({ step, action }: Entry) {
  if (action !== undefined) {
    return { id: action.id, at: action.at.toString(), kind: 'ACTION' as const, by: action.performedBy, action: actionView(action) };
  }
  const { id, at, kind, by, objectId, text } = step;
  return { id, at: at.toString(), kind, by, ...present({ objectId, text }) };
}
