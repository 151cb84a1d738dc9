import { monthOf, parsePersonalCode } from '../estonia/index.ts';
import { fail, ok } from '../platform/index.ts';
import { contractService, type ProducedService } from '../xroad/index.ts';
import type { Disclosure } from './disclosure-log.ts';
import { faultOf } from './errors.ts';
import { KontrolliToimetulekuToetuseSaamist as contracted } from './generated/star.ts';
import type { OfferedContract } from './offered-contract.ts';
import { readPeriod } from './period.ts';
import type { SubsistenceFacts } from './subsistence-facts.ts';

/**
 * One sentence for everybody who was granted nothing in the period. Whether the register knows the person, and by which name, was not asked:
 * the names stay empty (IKÜM art 5 lg 1 p c).
 */
const NOTHING_GRANTED = 'Päringus esitatud perioodil ei ole isikule ega tema leibkonnale toimetulekutoetust määratud.';

/**
 * `KontrolliToimetulekuToetuseSaamist` v1: did a person belong to a household that was granted subsistence benefit in a period, and which was the
 * last month granted in it. A month counts as soon as the period touches it, since the benefit is granted for whole months (SHS § 131).
 */
export function subsistenceCheck(contract: OfferedContract, facts: SubsistenceFacts): ProducedService<Disclosure> {
  return contractService(contracted, contract, async ({ isikukood, algus, lopp }) => {
    const personalCode = parsePersonalCode(isikukood);
    if (personalCode === undefined) return fail(faultOf('Client.InvalidPersonalCode'));
    const period = readPeriod(algus, lopp);
    if (period === undefined) return fail(faultOf('Client.InvalidPeriod'));
    const grant = await facts.lastGrant(personalCode, monthOf(period.begins), monthOf(period.ends));
    const value =
      grant === undefined
        ? { isikukood, eesnimi: '', perekonnanimi: '', info: NOTHING_GRANTED }
        : { isikukood, eesnimi: grant.firstName, perekonnanimi: grant.lastName, maaramine: grant.month };
    return ok({ value, note: { subject: personalCode, found: grant !== undefined } });
  });
}
