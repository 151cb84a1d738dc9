import { assessmentOf } from '../facts/care.ts';
import { amount, type SimulatedRegister, textAt, within } from './register.ts';

const UNKNOWN = { faultCode: 'TK-404', faultString: 'Isikut ei leitud' };

/** Töötukassa, by the proposed contract. */
export const tootukassa: SimulatedRegister = {
  name: 'tootukassa',
  subsystem: 'EE/GOV/74000085/tkis',
  wsdl: 'tootukassa.wsdl',
  services: {
    STAR_arvelolek({ request, country }) {
      const person = country.find(textAt(request, 'isikukood'));
      if (person === undefined) return UNKNOWN;
      const [from, to] = [textAt(request, 'algus'), textAt(request, 'lopp')];
      const periods = person.unemployed.filter(
        (period) => period.from.toString() <= to && (period.until === undefined || period.until.toString() >= from),
      );
      return {
        isikukood: person.personalCode,
        eesnimi: person.firstName,
        perekonnanimi: person.lastName,
        arvelolekud: {
          arvelolek: periods.map((period) => ({
            liik: 'TOOTU',
            algKpv: period.from.toString(),
            ...(period.until === undefined ? {} : { loppKpv: period.until.toString() }),
          })),
        },
      };
    },
    STAR_valjamaksed({ request, country }) {
      const person = country.find(textAt(request, 'isikukood'));
      if (person === undefined) return UNKNOWN;
      const paid = person.fromFund.filter(({ paidOn }) => within(paidOn, textAt(request, 'algus'), textAt(request, 'lopp')));
      return {
        valjamaksed: {
          valjamakse: paid.map((payment) => ({
            liikKood: payment.code,
            liikNimetus: payment.name,
            maksmiseKpv: payment.paidOn.toString(),
            periood: {
              algus: payment.paidOn.with({ day: 1 }).toString(),
              lopp: payment.paidOn.add({ months: 1 }).with({ day: 1 }).subtract({ days: 1 }).toString(),
            },
            summaBruto: amount(payment.gross),
            tulumaks: amount(payment.incomeTax),
            summaNeto: amount(payment.gross),
            valuuta: 'EUR',
          })),
        },
      };
    },
    STAR_toovoime({ request, country, today }) {
      const person = country.find(textAt(request, 'isikukood'));
      if (person === undefined) return UNKNOWN;
      const assessment = assessmentOf(person, today);
      const from = assessment?.decidedOn.toString() ?? '';
      return {
        isikukood: person.personalCode,
        hindamised: {
          hindamine:
            assessment === undefined
              ? []
              : [
                  {
                    taotluseKpv: assessment.decidedOn.subtract({ days: 15 }).toString(),
                    otsuseKpv: from,
                    algus: from,
                    kestusAastat: String(assessment.years),
                    ulatus: assessment.extent,
                    piirangud: [assessment.restriction],
                  },
                ],
        },
        toetused: { toetus: assessment === undefined ? [] : [{ algus: from, summa: amount(assessment.allowance) }] },
      };
    },
  },
};
