import type { AttributeShape, ElementShape } from './shape.ts';
import type { Wsdl, WsdlOperation } from './wsdl.ts';

/** BREAKING: who was written for the contract before may fail with the one after. ADDITIVE: not, but there is more or stricter. */
export type ChangeKind = 'BREAKING' | 'ADDITIVE' | 'DOCUMENTATION';

/** One difference of two contracts. */
export interface ContractChange {
  readonly kind: ChangeKind;
  readonly code:
    | 'OPERATION_REMOVED'
    | 'OPERATION_ADDED'
    | 'VERSION_CHANGED'
    | 'ELEMENT_RENAMED'
    | 'MEMBER_REMOVED'
    | 'MEMBER_ADDED'
    | 'ORDER_CHANGED'
    | 'NOW_REQUIRED'
    | 'NOW_OPTIONAL'
    | 'NOW_REPEATS'
    | 'NOW_SINGLE'
    | 'NOW_NILLABLE'
    | 'NEVER_NIL'
    | 'TYPE_CHANGED'
    | 'VALUE_ADDED'
    | 'VALUE_REMOVED'
    | 'RULE_ADDED'
    | 'RULE_REMOVED'
    | 'TITLE_CHANGED';
  /** `RR456 response: isikud.isik.eesnimi` */
  readonly where: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * What has changed between two editions of a contract, as it matters to its consumers: of a request, whether what they send is still taken; of
 * a response, whether what comes is still what they can read. A producer asks the same of its consumers, so there is one judgement for both.
 * Types are compared by what they hold, never by name. A member that is new in a response is additive, although a consumer that holds answers
 * against the old schema must take the new one first.
 */
export function compareWsdls(before: Wsdl, after: Wsdl): readonly ContractChange[] {
  const changes: ContractChange[] = [];
  for (const [code, operation] of before.operations) {
    const next = after.operations.get(code);
    if (next === undefined) changes.push({ kind: 'BREAKING', code: 'OPERATION_REMOVED', where: code });
    else compareOperations(before, after, operation, next, changes);
  }
  for (const code of after.operations.keys()) {
    if (!before.operations.has(code)) changes.push({ kind: 'ADDITIVE', code: 'OPERATION_ADDED', where: code });
  }
  return changes;
}

function compareOperations(before: Wsdl, after: Wsdl, a: WsdlOperation, b: WsdlOperation, changes: ContractChange[]): void {
  if (a.serviceVersion !== b.serviceVersion) {
    changes.push({ kind: 'BREAKING', code: 'VERSION_CHANGED', where: a.serviceCode, ...change(a.serviceVersion, b.serviceVersion) });
  }
  for (const direction of ['request', 'response'] as const) {
    const comparison = new Comparison(before, after, direction, changes);
    const where = `${a.serviceCode} ${direction}`;
    if (qualified(a[direction]) !== qualified(b[direction])) {
      changes.push({ kind: 'BREAKING', code: 'ELEMENT_RENAMED', where, ...change(qualified(a[direction]), qualified(b[direction])) });
    }
    comparison.elements(`${where}:`, a[direction], b[direction]);
  }
}

class Comparison {
  readonly #before: Wsdl;
  readonly #after: Wsdl;
  readonly #isRequest: boolean;
  readonly #changes: ContractChange[];
  /** Pairs of types that have been compared: a type may hold itself. */
  readonly #seen = new Set<string>();

  constructor(before: Wsdl, after: Wsdl, direction: 'request' | 'response', changes: ContractChange[]) {
    this.#before = before;
    this.#after = after;
    this.#isRequest = direction === 'request';
    this.#changes = changes;
  }

  elements(where: string, a: ElementShape, b: ElementShape): void {
    this.#widened(where, a.optional, b.optional, 'NOW_OPTIONAL', 'NOW_REQUIRED');
    this.#widened(where, a.many, b.many, 'NOW_REPEATS', 'NOW_SINGLE');
    this.#widened(where, a.nillable, b.nillable, 'NOW_NILLABLE', 'NEVER_NIL');
    if (a.title !== b.title) this.#changes.push({ kind: 'DOCUMENTATION', code: 'TITLE_CHANGED', where, ...change(a.title, b.title) });
    const [from, to] = [this.#before.types[a.type], this.#after.types[b.type]];
    if ((from === undefined) !== (to === undefined) || (from === undefined && a.type !== b.type)) {
      this.#add('BREAKING', 'TYPE_CHANGED', where, change(from === undefined ? a.type : 'complex', to === undefined ? b.type : 'complex'));
    } else if (from === undefined || to === undefined) {
      this.#rules(where, a.rules ?? [], b.rules ?? []);
    } else {
      const pair = `${a.type} ${b.type}`;
      if (this.#seen.has(pair)) return;
      this.#seen.add(pair);
      if (from.text !== to.text) this.#add('BREAKING', 'TYPE_CHANGED', where);
      this.#members(where, from.members, to.members);
      this.#attributes(where, from.attributes, to.attributes);
    }
  }

  #members(where: string, before: readonly ElementShape[], after: readonly ElementShape[]): void {
    const inner = (name: string) => (where.endsWith(':') ? `${where} ${name}` : `${where}.${name}`);
    const next = new Map(after.map((member) => [qualified(member), member]));
    const kept = before.filter((member) => next.has(qualified(member)));
    for (const member of before) {
      const same = next.get(qualified(member));
      if (same === undefined) this.#add('BREAKING', 'MEMBER_REMOVED', inner(member.name));
      else this.elements(inner(member.name), member, same);
    }
    const known = new Set(before.map(qualified));
    for (const member of after) {
      if (!known.has(qualified(member)))
        this.#add(this.#isRequest && !member.optional ? 'BREAKING' : 'ADDITIVE', 'MEMBER_ADDED', inner(member.name));
    }
    const order = after.filter((member) => known.has(qualified(member))).map(qualified);
    if (kept.map(qualified).join() !== order.join()) this.#add('BREAKING', 'ORDER_CHANGED', where);
  }

  #attributes(where: string, before: readonly AttributeShape[], after: readonly AttributeShape[]): void {
    const inner = (name: string) => `${where}${where.endsWith(':') ? ' ' : '.'}@${name}`;
    for (const a of before) {
      const b = after.find((one) => qualified(one) === qualified(a));
      if (b === undefined) this.#add('BREAKING', 'MEMBER_REMOVED', inner(a.name));
      else this.#widened(inner(a.name), a.optional, b.optional, 'NOW_OPTIONAL', 'NOW_REQUIRED');
    }
    for (const b of after) {
      if (before.some((one) => qualified(one) === qualified(b))) continue;
      this.#add(this.#isRequest && !b.optional ? 'BREAKING' : 'ADDITIVE', 'MEMBER_ADDED', inner(b.name));
    }
  }

  #rules(where: string, before: readonly string[], after: readonly string[]): void {
    for (const rule of before) {
      if (after.includes(rule)) continue;
      if (rule.startsWith('enumeration=')) this.#narrowed(where, 'VALUE_REMOVED', { before: rule.slice(12) });
      else if (rule.startsWith('type='))
        this.#add(
          'BREAKING',
          'TYPE_CHANGED',
          where,
          change(
            rule,
            after.find((one) => one.startsWith('type=')),
          ),
        );
      else this.#allowsMore(where, 'RULE_REMOVED', { before: rule });
    }
    for (const rule of after) {
      if (before.includes(rule) || rule.startsWith('type=')) continue;
      // The first value of an enumeration forbids all others.
      const isFirst = !before.some((one) => one.startsWith('enumeration='));
      if (rule.startsWith('enumeration=') && !isFirst) this.#allowsMore(where, 'VALUE_ADDED', { after: rule.slice(12) });
      else this.#narrowed(where, 'RULE_ADDED', { after: rule });
    }
  }

  /** More is allowed: well for who sends, not for who reads. */
  #allowsMore(where: string, code: ContractChange['code'], what: Pick<ContractChange, 'before' | 'after'> = {}): void {
    this.#add(this.#isRequest ? 'ADDITIVE' : 'BREAKING', code, where, what);
  }

  #narrowed(where: string, code: ContractChange['code'], what: Pick<ContractChange, 'before' | 'after'> = {}): void {
    this.#add(this.#isRequest ? 'BREAKING' : 'ADDITIVE', code, where, what);
  }

  #widened(where: string, before: boolean, after: boolean, wider: ContractChange['code'], narrower: ContractChange['code']): void {
    if (before === after) return;
    if (after) this.#allowsMore(where, wider);
    else this.#narrowed(where, narrower);
  }

  #add(kind: ChangeKind, code: ContractChange['code'], where: string, what: Pick<ContractChange, 'before' | 'after'> = {}): void {
    this.#changes.push({ kind, code, where, ...what });
  }
}

function qualified({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return namespace === '' ? name : `{${namespace}}${name}`;
}

function change(before: string | undefined, after: string | undefined): Pick<ContractChange, 'before' | 'after'> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
