import { Temporal } from '../../../platform/index.ts';
import { changesOf } from '../../facts/changes.ts';
import { dotted, type SimulatedRegister, textAt, upper } from '../register.ts';
import { empty } from './subject.ts';

/** Who has changed in a period: at once by codes alone, or as a file with a line for each change; and who has died. */
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
  RR67_muutus(asked) {
    const { request } = asked.request as { readonly request: unknown };
    const [from, to] = [momentAt(asked.request, 'cAlgKpv', 'cAlgKell'), momentAt(asked.request, 'cLoppKpv', 'cLoppKell')];
    if (from === undefined || to === undefined || Temporal.PlainDateTime.compare(from, to) > 0)
      return { request, response: { faultCode: '10001', faultString: 'Ajavahemik on vale', ttKood: { ttKoodid: [] } } };
    const changed = asked.country.people.filter(({ entered }) =>
      entered.some(({ at }) => Temporal.PlainDateTime.compare(at, from) >= 0 && Temporal.PlainDateTime.compare(at, to) <= 0),
    );
    const codes = changed.map(({ personalCode }) => ({ 'ttKoodid.cIsikukood': personalCode, 'ttKoodid.cUusKood': '' }));
    return { request, response: { ttKood: { ttKoodid: codes } } };
  },
  RR50SurnudIsikuteLeidmine(asked) {
    const { request } = asked.request as { readonly request: unknown };
    const day = dateAt(asked.request, 'Kuupaev');
    const dead = asked.country.people.filter(({ entered }) =>
      entered.some(({ at, kind }) => kind === 'DEATH' && day !== undefined && at.toPlainDate().equals(day)),
    );
    const item = dead.map(({ personalCode, lastName, firstName, deathDate }) => ({
      ...NO_DOCUMENTS,
      'surnu.Isikukood': personalCode,
      'surnu.Perenimi': upper(lastName),
      'surnu.Eesnimi': upper(firstName),
      'surnu.Surmakuup': dotted(deathDate),
    }));
    return { request, response: { surnu: { item } } };
  },
};

/** Of a death's certificate, and of the medical one: this country has none. */
const NO_DOCUMENTS = empty('surnu.', ['sdliik', 'sdnumber', 'sdkuup', 'sdasutus', 'kmadliik', 'kmadnumber', 'kmadkuup', 'kmadasutus']);

function momentAt(request: unknown, date: string, time: string): Temporal.PlainDateTime | undefined {
  const [, hour, minute, second] = /^(\d\d):(\d\d):(\d\d)$/.exec(textAt(request, 'request', time)) ?? [];
  return hour === undefined
    ? undefined
    : dateAt(request, date)?.toPlainDateTime({ hour: Number(hour), minute: Number(minute), second: Number(second) });
}

function dateAt(request: unknown, name: string): Temporal.PlainDate | undefined {
  const [day, month, year] = textAt(request, 'request', name).split('.');
  return year === undefined ? undefined : Temporal.PlainDate.from(`${year}-${month}-${day}`);
}
