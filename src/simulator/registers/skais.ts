import { rehabilitationOf, specialCareOf } from '../facts/care.ts';
import { amount, dotted, type SimulatedRegister, textAt, within } from './register.ts';

/** SKAIS: dates in answers dotted though asked as xsd:date, amounts as strings, and "nothing" a notice alone. */
export const skais: SimulatedRegister = {
  name: 'skais',
  subsystem: 'EE/GOV/70001975/pkr',
  wsdl: 'skais.wsdl',
  services: {
    STAR1_TULUD({ request, country }) {
      const [isikukood, from, to] = [
        textAt(request, 'keha', 'isikukood'),
        textAt(request, 'keha', 'algus_kuup'),
        textAt(request, 'keha', 'lopp_kuup'),
      ];
      const paring = { isikukood, algus_kuup: from, lopp_kuup: to };
      const person = country.find(isikukood);
      const paid = (person?.fromSka ?? []).filter(({ paidOn }) => within(paidOn, from, to));
      if (paid.length === 0) return { paring, keha: { teade: 'Andmed puuduvad' } };
      return {
        paring,
        keha: {
          isikukood,
          algus_kuup: from,
          lopp_kuup: to,
          valjamaksed_jada: {
            item: paid.map((payment) => ({
              valjamaksu_liik: payment.name,
              valjamakse_saaja: { kood: isikukood, nimi: `${person?.firstName} ${person?.lastName}` },
              maksmise_kuup: dotted(payment.paidOn),
              makstud_summa: { summa: amount(payment.gross), tulumaks: amount(payment.incomeTax) },
              brutotulud_jada: {
                item: [
                  {
                    ...(payment.child === undefined
                      ? {}
                      : { lapse_isikukood: payment.child.personalCode, lapse_nimi: payment.child.firstName }),
                    toetuse_liigi_kood: payment.code,
                    toetuse_liik: payment.name,
                    summa: amount(payment.gross),
                  },
                ],
              },
            })),
          },
        },
      };
    },
    STAR2_PUE_PTV({ request, country }) {
      const paring = { isikukood: textAt(request, 'keha', 'isikukood'), seisu_kuup: textAt(request, 'keha', 'seisu_kuup') };
      const disability = country.find(paring.isikukood)?.disability;
      if (disability === undefined) return { paring, keha: { teade: 'Kehtiv puue ja töövõimekaotus puuduvad' } };
      return {
        paring,
        keha: { PUE_vastus: { pue_liik: disability.kind, pue_raskusaste: disability.degree, pue_algus: disability.from.toString() } },
      };
    },
    STAR3_REHAPLAAN({ request, country }) {
      const paring = { isikukood: textAt(request, 'keha', 'isikukood'), seisu_kuup: textAt(request, 'keha', 'seisu_kuup') };
      const person = country.find(paring.isikukood);
      const plan = person && rehabilitationOf(person);
      if (plan === undefined) return { paring, keha: { teade: 'Rehabilitatsiooniplaan puudub' } };
      return {
        paring,
        keha: { rehapl_koost_aeg: dotted(plan.madeOn), rehapl_kehtivus: dotted(plan.validUntil), rehapl_koostaja: plan.madeBy },
      };
    },
    STAR4_HKTEENUS({ request, country }) {
      const paring = { isikukood: textAt(request, 'keha', 'isikukood'), seisu_kuup: textAt(request, 'keha', 'seisu_kuup') };
      const person = country.find(paring.isikukood);
      const services = person === undefined ? [] : specialCareOf(person);
      if (services.length === 0) return { paring, keha: { teade: 'Isik ei viibi erihoolekandeteenusel' } };
      const item = services.map((service) => ({
        hkteenus_liik: service.kind,
        hkteenus_kuupa: dotted(service.from),
        hkteenus_kuupl: dotted(service.until),
        hkteenus_osutaja: service.provider,
      }));
      return { paring, keha: { hkteenus_jada: { item } } };
    },
    STAR5_LAPSETOETUS({ request, country }) {
      const [isikukood, from, to] = [
        textAt(request, 'keha', 'isikukood'),
        textAt(request, 'keha', 'algus_kuup'),
        textAt(request, 'keha', 'lopp_kuup'),
      ];
      const paring = { isikukood, algus_kuup: from, lopp_kuup: to };
      const child = country.find(isikukood);
      const applicant = child?.parents.find(({ fromSka }) =>
        fromSka.some((payment) => payment.child === child && within(payment.paidOn, from, to)),
      );
      if (child === undefined || applicant === undefined) return { paring, keha: { teade: 'Lapsetoetust ei ole määratud' } };
      return {
        paring,
        keha: {
          lapse_isikukood: isikukood,
          seisu_kuup: to,
          lapsetoetus: {
            taotleja_isikukood: applicant.personalCode,
            taotleja_nimi: `${applicant.firstName} ${applicant.lastName}`,
            algus_kuup: dotted(child.birthDate),
            lopp_kuup: dotted(child.birthDate.add({ years: 16 })),
          },
        },
      };
    },
  },
};
