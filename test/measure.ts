/** A measure (abinõu) of a municipality's own as the API takes it: a parcel for each family at Christmas, from one budget by one legal basis. */
export function parcel(legalBasisId: string, budgetId: string) {
  return {
    kind: 'IN_KIND',
    name: 'Jõulupakk',
    validFrom: '2026-01-01',
    targetGroups: ['FAMILY'],
    needBased: false,
    entryDuty: 'VOLUNTARY',
    periodicity: 'YEARLY',
    priceType: 'FIXED',
    amount: '25.00',
    paymentMethods: ['IN_KIND_CARD'],
    legalBasisIds: [legalBasisId],
    budgetId,
  };
}
