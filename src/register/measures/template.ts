import type { DescribedMeasure } from './determination.ts';
import { showPrice } from './price.ts';

/** What an application for a measure starts from: what the description says (REQ-136). */
export function applicationTemplate({ measure, version }: DescribedMeasure) {
  return {
    measureId: measure.id,
    measureVersionId: version.id,
    kind: measure.kind,
    name: version.name,
    ...(version.description === undefined ? {} : { description: version.description }),
    ...(version.type === undefined ? {} : { type: version.type }),
    targetGroups: [...version.targetGroups],
    ...(version.periodicity === undefined ? {} : { periodicity: version.periodicity }),
    ...showPrice(version.price),
    paymentMethods: [...version.paymentMethods],
    legalBasisIds: [...version.legalBasisIds],
    incomeNeeded: version.needBased === true,
  };
}

/** What a decision on a measure starts from: the same, and whether its amount is the decision's to set (REQ-136, REQ-219, INV-28). */
export function decisionTemplate(described: DescribedMeasure) {
  const { version } = described;
  return {
    ...applicationTemplate(described),
    amountInDecision: version.price === undefined || version.price.type === 'SET_IN_DECISION',
    validTo: version.validTo?.toString() ?? null,
    ...(version.budgetId === undefined ? {} : { budgetId: version.budgetId }),
  };
}
