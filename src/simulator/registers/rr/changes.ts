import { Temporal } from '../../../platform/index.ts';
import { changesOf } from '../../facts/changes.ts';
import { type SimulatedRegister, textAt } from '../register.ts';

/** A file of everybody who has changed in a period: a line for each change. */
export const changes: SimulatedRegister['services'] = {
  RR447(asked) {
    const { request } = asked.request as { readonly request: unknown };
    const [from, to] = [dateAt(asked.request, 'AlgusKP'), dateAt(asked.request, 'LoppKP') ?? asked.today];
    if (from === undefined || Temporal.PlainDate.compare(from, to) > 0)
      return { request, response: { faultCode: '10001', faultString: 'Perioodi algus on vale', cTellimuseNr: '' } };
    return { request, response: { cTellimuseNr: asked.tickets.take({ from, to }) } };
  },
  RR71_fail_download(asked) {
    const { request } = asked.request as { readonly request: unknown };
    const redeemed = asked.tickets.redeem(textAt(asked.request, 'request', 'cFailiNimi'));
    if (redeemed === 'UNKNOWN' || redeemed === 'NOT_YET')
      return { request, response: { faultCode: '10071', faultString: 'Faili ei leitud', ttData: { item: [] } } };
    const { from, to } = redeemed.wanted as { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
    const lines = asked.country.people.flatMap((person) =>
      changesOf(person, from, to).map((kind) => `${person.personalCode};${kind};${person.lastName.toUpperCase()}`),
    );
    return {
      request,
      response: { ttData: { item: lines.map((line, n) => ({ 'ttData.id': String(n + 1), 'ttData.cData': line })) } },
    };
  },
};

function dateAt(request: unknown, name: string): Temporal.PlainDate | undefined {
  const [day, month, year] = textAt(request, 'request', name).split('.');
  return year === undefined ? undefined : Temporal.PlainDate.from(`${year}-${month}-${day}`);
}
