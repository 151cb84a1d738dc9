import { birthDateOf } from '../estonia/index.ts';
import { ZONE } from '../platform/index.ts';
import { deletes, type Holding, wasOfAge } from '../register/retention/index.ts';
import { countAmong } from '../storage/index.ts';
import { eraseFrom, findOldBenefits, findOldDuties, findOldGrants, findReceivedNotices, type OldNotice } from './outlived-store.ts';

/** From the receipt of a notice of whose people not every code is told: whoever was born on that day is of age. */
const UNTIL_OF_AGE = 'P18Y';

/** Notices of children and others in need (LasteKS § 27 lg 2 ja 3): until everybody named is of age. */
const receivedNotices: Holding = {
  name: 'RECEIVED_NOTICES',
  group: 'CHILD_NOTICE_MAJORITY',
  deed: 'DELETE',
  async look(db, { day }, among) {
    const notices = await findReceivedNotices(db, among);
    const isDue = ({ receivedAt, personalCodes, tellsAllCodes }: OldNotice) =>
      personalCodes.every((code) => wasOfAge(birthDateOf(code), day)) &&
      (tellsAllCodes || wasOfAge(receivedAt.toZonedDateTimeISO(ZONE).toPlainDate(), day, { years: 0, ago: UNTIL_OF_AGE }));
    return {
      due: notices.filter(isDue).map(({ id, personalCodes }) => ({ id, personalCodes })),
      last: 'ids' in among || notices.length < countAmong(among) ? undefined : notices.at(-1)?.id,
    };
  },
  letGo: eraseFrom('received_notice'),
};

/** What the services keep of people, until the areas of benefits and of care take it over. */
export const servicesHoldings: readonly Holding[] = [
  receivedNotices,
  deletes('SUBSISTENCE_GRANTS', 'PROCEEDING_5_5', findOldGrants, eraseFrom('subsistence_grant')),
  deletes('CARER_DUTIES', 'PROCEEDING_5_5', findOldDuties, eraseFrom('carer_duty')),
  deletes('CARER_BENEFITS', 'PROCEEDING_5_5', findOldBenefits, eraseFrom('carer_benefit')),
];
