import { contentIdOf } from '../../xroad/index.ts';
import type { Country } from '../country.ts';
import { type SimulatedRegister, textAt, toldOf, WithFiles, within } from './register.ts';

interface Wanted {
  readonly codes: readonly string[];
  readonly from: string;
  readonly to: string;
}

export const DEGREES: Readonly<Record<string, string>> = { K: 'Keskmine', R: 'Raske', S: 'Sügav' };
const FILE = 'tulemus@skais2';
const GOOD = { kood: '0', selgitus: 'OK' };

/** SKAIS2's mass pair: an order takes its people from a file, and its answer is one. */
export const massBenefits: SimulatedRegister['services'] = {
  TKToovoimPuueHyvitisedMassTeenus({ request, attachments, tickets }) {
    const contentId = contentIdOf(textAt(request, 'viide'));
    const file = attachments.find((part) => part.contentId === contentId);
    const codes = Buffer.from(file?.bytes ?? [])
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    if (codes.length === 0) return { kood: '2', selgitus: 'Päringus ei ole isikuid' };
    const wanted: Wanted = { codes, from: textAt(request, 'perioodAlgusKpv'), to: textAt(request, 'perioodLoppKpv') };
    return { protsessID: tickets.take(wanted), ...GOOD };
  },
  TKToovoimPuueHyvitisedMassTeenusVastus({ request, country, tickets, document }) {
    const redeemed = tickets.redeem(textAt(request, 'protsessID'));
    if (redeemed === 'UNKNOWN') return { kood: '4', selgitus: 'Protsessi ei leitud' };
    if (redeemed === 'NOT_YET') return { kood: '1', selgitus: 'Päring on töötlemisel' };
    const { codes, from, to } = redeemed.wanted as Wanted;
    const isik = toldOf(codes, country, tickets.knobs).map((code) => entryOf(code, country, from, to));
    const content = Buffer.from(document('TKMassIsikud', { isik }));
    return new WithFiles({ ...GOOD, viide: `cid:${FILE}` }, [{ contentId: FILE, contentType: 'application/xml', content }]);
  },
};

function entryOf(isikukood: string, country: Country, from: string, to: string): unknown {
  const person = country.find(isikukood);
  if (person === undefined) return { isikukood, staatus: { kood: '1', selgitus: 'Isikut ei leitud' } };
  const paid = person.fromSka.filter(({ paidOn, child }) => child === undefined && within(paidOn, from, to));
  const [first] = paid;
  const { disability } = person;
  return {
    isikukood,
    ...(first === undefined
      ? {}
      : {
          hyvitised: {
            hyvitis: [{ hyvitisLiik: first.code, nimetus: first.name, perioodAlgusKpv: first.paidOn.subtract({ years: 1 }).toString() }],
          },
        }),
    ...(disability === undefined
      ? {}
      : {
          puuded: {
            puue: [
              {
                perioodAlgusKpv: disability.from.toString(),
                perioodLoppKpv: disability.from.add({ years: 5 }).toString(),
                puueLiik: disability.degree,
                nimetus: DEGREES[disability.degree] ?? '',
              },
            ],
          },
        }),
    staatus: GOOD,
  };
}
