import type { RegistryCode } from '../../estonia/index.ts';
import { defineMetrics, type Metrics, Temporal } from '../../platform/index.ts';
import { findUser } from '../../register/access/index.ts';
import { type AuditLine, appendAudit } from '../../register/audit/index.ts';
import { findRegistryCode } from '../../register/organisations/index.ts';
import { type BatchMessage, declarations } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type ExchangeOutcome, formatServiceId, type PreparedRequest, type Result, type SchemaMismatch } from '../../xroad/index.ts';
import { addressed } from '../addressed.ts';
import { LEASE_SECONDS } from '../departure.ts';
import type { SendPorts } from '../send.ts';
import { isTechnicalFailure } from '../verdict.ts';
import { readBackFrom } from '../write-verdict.ts';
import { type Claim, claimLook, claimUpload, loseUpload, type Settlement, settleDeclaration, withdrawDeclaration } from './claim-store.ts';
import { forgetContent, openContent } from './content-store.ts';
import type { Declaration } from './declaration.ts';
import { type DeclarationErrand, endExchange, endLostExchanges, insertExchange } from './exchange-store.ts';
import { keepUntil } from './forget.ts';
import { findDeclarationPermit } from './permit-store.ts';
import { findDeclaration } from './store.ts';
import { type DeclarationVerdict, judgeLook, judgeUpload } from './verdict.ts';

export interface DeclarationPorts
  extends Pick<SendPorts, 'database' | 'xroad' | 'addresses' | 'gate' | 'keys' | 'clock' | 'random' | 'log'> {
  readonly metrics: DeclarationMetrics;
}

export type DeclarationMetrics = ReturnType<typeof declarationMetrics>;

export const declarationMetricCatalogue = defineMetrics({
  exchanges: {
    type: 'counter',
    name: 'star_declaration_exchanges_total',
    help: 'Exchanges of declarations, by the state they led to. `VOID`: taken for lost before it was answered',
    labels: { errand: '`UPLOAD` sends one, `LOOK` sees whether it was carried out', state: 'states of a declaration, `VOID`' },
  },
});

export function declarationMetrics(metrics: Metrics) {
  return { exchanges: metrics.counter(declarationMetricCatalogue.exchanges) };
}

/** A claimed declaration and the message that leaves for it. */
interface Step {
  readonly claim: Claim;
  readonly errand: DeclarationErrand;
  readonly request: PreparedRequest;
  /** Later than this another may have been given it. */
  readonly leavesBefore: Temporal.Instant;
}

/**
 * Takes a due declaration one exchange on: sends it, or looks up one that may have been carried out. Safe to call for any id at any time and from
 * several processes: one has it at a time, and only the latest claim may settle.
 */
export async function advance(ports: DeclarationPorts, id: string): Promise<void> {
  const leave = ports.gate.enter(declarations.registry);
  // Still due: the next round asks for leave again.
  if (!leave.ok) return;
  using pass = leave.value;
  const step = await ports.database.transaction((tx) => take(ports, tx, id));
  if (step === undefined) return;
  if (Temporal.Instant.compare(ports.clock.now(), step.leavesBefore) > 0) {
    await ports.database.transaction((tx) => giveBack(ports, tx, step));
    return;
  }
  const outcome = await ports.xroad.exchange(step.request, { deadlineMs: declarations.deadlineSeconds * 1000 });
  pass.report(isTechnicalFailure(outcome) ? 'TECHNICAL_FAILURE' : 'ANSWERED');
  const moment = { now: ports.clock.now(), random: ports.random() };
  const verdict =
    step.errand === 'UPLOAD'
      ? judgeUpload(step.claim, outcome, moment, (answer) => declarations.upload.read(answer, id))
      : judgeLook(step.claim, outcome, moment, (answer) => declarations.look.read(answer, id));
  const settled = await ports.database.transaction((tx) => settle(ports, tx, step, outcome, verdict));
  ports.metrics.exchanges.inc({ errand: step.errand, state: settled ? verdict.state : 'VOID' });
}

/** Claims the declaration, holds whoever ordered it against their right once more, and prepares the message. */
async function take(ports: DeclarationPorts, tx: Tx, id: string): Promise<Step | undefined> {
  const now = ports.clock.now();
  const found = await findDeclaration(tx, id);
  if (found?.state === 'SENT') {
    await lose(tx, id, now);
    return undefined;
  }
  if (found?.state !== 'ORDERED' && found?.state !== 'UNCLEAR') return undefined;
  const permit = await findDeclarationPermit(tx, id);
  const [asker, institution] = await Promise.all([
    findUser(tx, permit.userId, permit.institutionId),
    findRegistryCode(tx, permit.institutionId),
  ]);
  const may = asker?.roles.some((role) => declarations.roles.includes(role)) === true && institution !== undefined;
  if (found.state === 'ORDERED' && !may) {
    await withdraw(ports, tx, found, now);
    return undefined;
  }
  const leaseUntil = now.add({ seconds: LEASE_SECONDS });
  const claim =
    found.state === 'ORDERED'
      ? await claimUpload(tx, id, { now, leaseUntil, lookFrom: readBackFrom(now) })
      : await claimLook(tx, id, now, leaseUntil);
  if (claim === undefined) return undefined;
  await endLostExchanges(tx, claim);
  // Under whose name it would be looked up is gone: what came of it, somebody must find out.
  if (!may || asker === undefined || institution === undefined) {
    await stop(tx, claim, { state: 'HELD', code: 'WRITE_HELD', detail: 'PERMIT_WITHDRAWN' }, now);
    return undefined;
  }
  const errand = claim.state === 'SENT' ? 'UPLOAD' : 'LOOK';
  const message = await messageOf(ports, tx, claim, institution);
  const { service } = errand === 'UPLOAD' ? declarations.upload : declarations.look;
  const to = { registry: declarations.registry, service };
  const from = { personalCode: asker.personalCode, issue: id };
  const request = message.ok ? addressed(ports.addresses, to, from, message.value.body, message.value.attachments) : message;
  if (!request.ok) {
    const { code } = request.error;
    await stop(tx, claim, errand === 'UPLOAD' ? { state: 'FAILED', code } : { state: 'HELD', code: 'WRITE_HELD', detail: code }, now);
    if (errand === 'UPLOAD') await forgetContent(ports.keys, tx, id);
    return undefined;
  }
  const { header, requestHash, bytes } = request.value;
  await insertExchange(tx, claim, {
    purpose: errand,
    xRoadId: header.id,
    service: formatServiceId(header.service),
    requestHash,
    requestBytes: bytes.byteLength,
    at: now,
  });
  return { claim, errand, request: request.value, leavesBefore: leaseUntil.subtract({ seconds: declarations.deadlineSeconds }) };
}

/** The file and what it is, or the question after it. */
async function messageOf(
  { keys }: DeclarationPorts,
  tx: Tx,
  { id, state, month }: Claim,
  institution: RegistryCode,
): Promise<Result<BatchMessage, SchemaMismatch>> {
  if (state === 'UNCLEAR') return declarations.look.write(id);
  const content = await openContent(keys, tx, id);
  if (content === undefined) throw new Error('the file of a declaration that is to be sent is not there');
  return declarations.upload.write({ reference: id, institution, month, content });
}

/** Writes the verdict, if this claim is still the latest: the state, the exchange's end, the line of the log and the file's end, together or not at all. */
async function settle(
  ports: DeclarationPorts,
  tx: Tx,
  { claim, errand }: Step,
  outcome: ExchangeOutcome,
  verdict: DeclarationVerdict,
): Promise<boolean> {
  const { evidence } = outcome;
  const at = ports.clock.now();
  const settled = await settleDeclaration(tx, claim, settlementOf(verdict, at), at);
  const code = 'code' in verdict ? verdict.code : undefined;
  await endExchange(tx, claim, {
    at,
    responseBytes: evidence.responseBytes,
    securityServer: evidence.securityServer,
    outcome: settled ? verdict.state : 'VOID',
    code: 'cause' in verdict ? (verdict.cause ?? code) : code,
    detail: verdict.detail,
  });
  const details = { errand, attempt: claim.attempt, xRoadId: evidence.xRoadId, requestHash: evidence.requestHash };
  const line = lineOf(claim.id, settled ? ACTIONS[verdict.state] : 'DECLARATION_ANSWER_VOID', at, details);
  await appendAudit(tx, code === undefined ? line : { ...line, code });
  if (settled && (verdict.state === 'REJECTED' || verdict.state === 'FAILED')) await forgetContent(ports.keys, tx, claim.id);
  return settled;
}

const ACTIONS = {
  ORDERED: 'DECLARATION_WAITS',
  UNCLEAR: 'DECLARATION_UNCLEAR',
  ACCEPTED: 'DECLARATION_ACCEPTED',
  REJECTED: 'DECLARATION_REJECTED',
  FAILED: 'DECLARATION_FAILED',
  HELD: 'DECLARATION_HELD',
} as const satisfies Record<DeclarationVerdict['state'], string>;

function settlementOf(verdict: DeclarationVerdict, at: Temporal.Instant): Settlement {
  if (verdict.state === 'ACCEPTED') return { ...verdict, keepUntil: keepUntil(at) };
  // The row says what is to be done, and beside it why; the exchange has its own end.
  const why = [verdict.cause, verdict.detail].filter((told) => told !== undefined).join(' ');
  return { ...verdict, detail: why === '' ? undefined : why };
}

/** A worker that was stopped for a while and goes on: nothing has left, and nothing leaves. */
async function giveBack({ clock }: DeclarationPorts, tx: Tx, { claim, errand }: Step): Promise<void> {
  const at = clock.now();
  await settleDeclaration(tx, claim, { state: errand === 'UPLOAD' ? 'ORDERED' : 'UNCLEAR', dueAt: at }, at);
  await endExchange(tx, claim, { at, outcome: 'NOT_SENT' });
}

/** The process that was sending it has died, or is taken to have. */
async function lose(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  const lost = await loseUpload(tx, id, at);
  if (lost === undefined) return;
  for (const attempt of await endLostExchanges(tx, lost)) await appendAudit(tx, lineOf(id, 'DECLARATION_ATTEMPT_LOST', at, { attempt }));
}

/** Ends a step before anything left. */
async function stop(
  tx: Tx,
  claim: Claim,
  to: Settlement & { readonly state: 'FAILED' | 'HELD'; readonly code: string },
  at: Temporal.Instant,
) {
  await settleDeclaration(tx, claim, to, at);
  await appendAudit(tx, { ...lineOf(claim.id, ACTIONS[to.state], at, { attempt: claim.attempt }), outcome: 'REFUSED', code: to.code });
}

async function withdraw(ports: DeclarationPorts, tx: Tx, { id }: Declaration, at: Temporal.Instant): Promise<void> {
  const code = 'PERMIT_WITHDRAWN';
  if (!(await withdrawDeclaration(tx, id, code, at))) return;
  await forgetContent(ports.keys, tx, id);
  await appendAudit(tx, { ...lineOf(id, 'DECLARATION_NOT_SENT', at, {}), outcome: 'REFUSED', code });
}

/** A line of the log about a step that no person made. */
function lineOf(id: string, action: string, at: Temporal.Instant, details: NonNullable<AuditLine['details']>): AuditLine {
  return { action, at, system: 'declarations', object: { type: 'declaration', id }, outcome: 'DONE', details };
}
