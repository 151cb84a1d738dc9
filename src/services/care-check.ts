import { parsePersonalCode } from '../estonia/index.ts';
import { fail, ok } from '../platform/index.ts';
import { contractService, type ProducedService } from '../xroad/index.ts';
import type { CareFacts } from './care-facts.ts';
import { carerAnswer } from './carer-answer.ts';
import type { Disclosure } from './disclosure-log.ts';
import { faultOf } from './errors.ts';
import { HooldajaHooldused as contracted } from './generated/star.ts';
import type { OfferedContract } from './offered-contract.ts';
import { readPeriod } from './period.ts';

/**
 * `HooldajaHooldused` v1: whom a person cared for in a period, and the carer's benefits of that time. It is asked for unemployment and health
 * insurance, to which times of care matter (registries 2).
 */
export function careCheck(contract: OfferedContract, facts: CareFacts): ProducedService<Disclosure> {
  return contractService(contracted, contract, async ({ isikukood, algus, lopp }) => {
    const personalCode = parsePersonalCode(isikukood);
    if (personalCode === undefined) return fail(faultOf('Client.InvalidPersonalCode'));
    const period = readPeriod(algus, lopp);
    if (period === undefined) return fail(faultOf('Client.InvalidPeriod'));
    const carer = (await facts.carersAmong([personalCode], period)).get(personalCode);
    return ok({ value: { hooldaja: carerAnswer(carer) }, note: { subject: personalCode, found: carer !== undefined } });
  });
}
