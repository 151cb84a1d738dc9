import { type Month, monthOf, parsePersonalCode } from '../estonia/index.ts';
import { fail, ok, type Result, Temporal } from '../platform/index.ts';
import { KontrolliToimetulekuToetuseSaamist as contracted } from './generated/star.ts';
import type { OfferedService, ServiceRefusal } from './offered-service.ts';
import type { StarContract } from './star-contract.ts';
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
export function subsistenceCheck(contract: StarContract, facts: SubsistenceFacts): OfferedService {
  const { request, response } = contracted;
  return {
    code: 'KontrolliToimetulekuToetuseSaamist',
    version: 'v1',
    request: { namespace: request.element.namespace, localName: request.element.name },
    async answer(body) {
      const valid = contract.validate(body.xml);
      const asked = valid.ok ? request.decode(body.xml) : valid;
      if (!asked.ok) {
        const detail = asked.error.problems.map(({ path, rule }) => `${path}: ${rule}`).join('; ');
        return fail({ code: 'Client.SchemaMismatch', detail });
      }
      const { isikukood, algus, lopp } = asked.value;
      const personalCode = parsePersonalCode(isikukood);
      if (personalCode === undefined) return fail({ code: 'Client.InvalidPersonalCode' });
      const period = readPeriod(algus, lopp);
      if (!period.ok) return period;
      const grant = await facts.lastGrant(personalCode, period.value.first, period.value.last);
      const bodyXml = response.encode(
        grant === undefined
          ? { isikukood, eesnimi: '', perekonnanimi: '', info: NOTHING_GRANTED }
          : { isikukood, eesnimi: grant.firstName, perekonnanimi: grant.lastName, maaramine: grant.month },
      );
      if (!bodyXml.ok) throw new Error(`the answer does not fit the contract: ${bodyXml.error.problems[0]?.path}`);
      return ok({ bodyXml: bodyXml.value, subject: personalCode, found: grant !== undefined });
    },
  };
}

function readPeriod(algus: string, lopp: string): Result<{ first: Month; last: Month }, ServiceRefusal> {
  const begin = readDate(algus);
  const end = readDate(lopp);
  if (begin === undefined || end === undefined || Temporal.PlainDate.compare(begin, end) > 0) return fail({ code: 'Client.InvalidPeriod' });
  return ok({ first: monthOf(begin), last: monthOf(end) });
}

/** An `xsd:date`. Its time zone, where it has one, does not move a calendar date. */
function readDate(text: string): Temporal.PlainDate | undefined {
  const date = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text.trim())?.[1];
  try {
    return date === undefined ? undefined : Temporal.PlainDate.from(date);
  } catch {
    return undefined;
  }
}
