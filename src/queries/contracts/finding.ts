import { createHash } from 'node:crypto';
import type { GoldenBodies } from '../../registries/index.ts';
import { type ContractChange, compareWsdls, openContract, readWsdl, type Wsdl } from '../../xroad/index.ts';

/** SAME: nothing that matters. CHANGED: there is more. BROKEN: what we send may be refused, or what comes not be read. */
export type FindingState = 'SAME' | 'CHANGED' | 'BROKEN';

/** What the contract that a register publishes means for one query type or mass service. */
export interface Judgement {
  readonly state: FindingState;
  /** Members and rules: `RR456.response/Isikud: MEMBER_REMOVED`. */
  readonly differences: readonly string[];
}

/**
 * Holds the contract that a register publishes now against the one that is pinned, as far as one service goes, and replays bodies that were right.
 * Additive changes of an answer are not broken by themselves; if they are in the way of the golden answer, that is.
 */
export function judgeContract(service: string, pinned: string, offered: string, golden: GoldenBodies): Judgement {
  const [before, after] = [readWsdl(pinned), readWsdl(offered)];
  if (!before.ok) throw new Error(`the pinned contract of ${service} cannot be read`);
  if (!after.ok) return { state: 'BROKEN', differences: [`${service}: WSDL_UNREADABLE`] };
  const changes = compareWsdls(only(before.value, service), only(after.value, service));
  const replayed = after.value.operations.has(service) ? replay(service, offered, golden) : [];
  const differences = [...changes.filter(matters).map(({ where, code }) => `${where}: ${code}`), ...replayed];
  if (replayed.length > 0 || changes.some(({ kind }) => kind === 'BREAKING')) return { state: 'BROKEN', differences };
  return { state: differences.length > 0 ? 'CHANGED' : 'SAME', differences };
}

/** What the judgements of all the services of one type come to. */
export function together(judgements: readonly Judgement[]): Judgement {
  const differences = judgements.flatMap((one) => one.differences);
  const worst = (['BROKEN', 'CHANGED'] as const).find((state) => judgements.some((one) => one.state === state));
  return { state: worst ?? 'SAME', differences };
}

function only(wsdl: Wsdl, service: string): Wsdl {
  const operation = wsdl.operations.get(service);
  return { ...wsdl, operations: new Map(operation === undefined ? [] : [[service, operation]]) };
}

function matters({ kind }: ContractChange): boolean {
  return kind !== 'DOCUMENTATION';
}

function replay(service: string, offered: string, golden: GoldenBodies): string[] {
  const opened = openContract(offered);
  if (!opened.ok) return [`${service}: SCHEMA_UNUSABLE`];
  using contract = opened.value;
  return (['request', 'answer', 'file'] as const).flatMap((which) => {
    const body = golden[which];
    const valid = body === undefined ? undefined : contract.validate(body);
    return valid === undefined || valid.ok
      ? []
      : valid.error.problems.map(({ path, rule }) => `${service}, golden ${which}, ${path}: ${rule}`);
  });
}

/** Names a set of differences: who accepts a contract accepts these and no others. */
export function nameOf(differences: readonly string[]): string {
  return createHash('sha256').update(differences.join('\n')).digest('base64url');
}
