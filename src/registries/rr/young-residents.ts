import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { fail, ok } from '../../platform/index.ts';
import type { ResidentsBatch } from '../batch-type.ts';
import { faultIn, words } from '../values.ts';
import { rr } from './contract.ts';
import { RR470isikukoodid16kuni26a } from './generated/rr.ts';

/** 16-26 aastaste isikute isikukoodid, of one municipality: without a code the register would tell of the whole country, so one is always sent. */
export const youngResidents: ResidentsBatch['list'] = {
  registry: 'rr',
  service: { code: 'RR470isikukoodid16kuni26a', version: 'v1' },
  write(municipality) {
    const body = rr.write(RR470isikukoodid16kuni26a, { request: { EHAKKood: municipality } });
    return body.ok ? ok({ body: body.value, attachments: [] }) : body;
  },
  read({ body }) {
    const answer = rr.read(RR470isikukoodid16kuni26a, body);
    if (!answer.ok) return answer;
    const { response } = answer.value;
    const fault = faultIn(response);
    if (fault !== undefined) return ok({ state: 'REJECTED', reason: fault, ...words(response.faultString) });
    const people = new Set<PersonalCode>();
    for (const code of response.Isikukood) {
      const read = parsePersonalCode(code.trim());
      if (read === undefined) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'Isikukood', rule: 'NO_PERSONAL_CODE' }] });
      people.add(read);
    }
    return ok({ state: 'LISTED', people: [...people] });
  },
};
