import type { Result } from '../../platform/index.ts';
import type { BatchMessage, BatchOrder, BatchType, QueryType, Registry } from '../../registries/index.ts';
import type { ExchangeOutcome, SchemaMismatch } from '../../xroad/index.ts';
import type { Claim } from './store.ts';
import { type BatchVerdict, judgeCollection, judgeListing, judgeSubmission, type Moment } from './verdict.ts';

export type Order = BatchOrder<Readonly<Record<string, unknown>>>;

/** The exchange that takes a batch on: where it goes, what it says, and what its outcome means. */
export interface NextStep {
  readonly to: { readonly registry: Registry; readonly service: QueryType['service'] };
  readonly message: Result<BatchMessage, SchemaMismatch>;
  judge(outcome: ExchangeOutcome, moment: Moment): BatchVerdict;
}

/** Which exchange is next: a batch about named people is submitted and then collected, one about residents lists them and asks about them at once. */
export function nextStep(type: BatchType, claim: Claim, order: Order): NextStep {
  const { registry } = type;
  if (claim.state === 'SUBMITTED') {
    return {
      to: { registry, service: type.collect.service },
      message: type.about === 'RESIDENTS' ? type.collect.write(order.people) : type.collect.write(claim.ticket ?? ''),
      judge: (outcome, moment) => judgeCollection(claim, outcome, moment, (answer) => type.collect.read(answer, order)),
    };
  }
  if (type.about === 'RESIDENTS') {
    const { municipality } = order.parameters;
    return {
      to: type.list,
      message: type.list.write(typeof municipality === 'string' ? municipality : ''),
      judge: (outcome, moment) => judgeListing(type, claim, outcome, moment),
    };
  }
  return {
    to: { registry, service: type.submit.service },
    message: type.submit.write(order),
    judge: (outcome, moment) => judgeSubmission(type, claim, outcome, moment),
  };
}
