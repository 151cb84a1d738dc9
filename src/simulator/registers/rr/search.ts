import type { Person } from '../../person.ts';
import { type Asked, dotted, isAlive, textAt, upper } from '../register.ts';
import { partsOf } from './capacity.ts';
import { relationsOf } from './family.ts';
import { empty } from './subject.ts';

const asLetter = (person: Person, { today }: Asked): string => (isAlive(person, today) ? 'E' : 'S');
const beginsWith = (text: string, beginning: string): boolean => upper(text).startsWith(upper(beginning.replace(/\*$/, '')));

/** RR41isikPohiandmed: whose names and code begin so. */
export function byName(asked: Asked): unknown {
  const { request } = asked.request as { readonly request: unknown };
  const found = asked.country.people
    .filter(
      (person) =>
        beginsWith(person.lastName, textAt(request, 'isikuperenimi')) &&
        beginsWith(person.firstName, textAt(request, 'isikueesnimi')) &&
        person.personalCode.startsWith(textAt(request, 'isikukood')),
    )
    .slice(0, Number(textAt(request, 'mitu') || '10'));
  return {
    request,
    response: {
      veakood: '0',
      veatekst: '',
      isikud: {
        isik: found.map((person) => ({
          'isik.Isikukood': person.personalCode,
          'isik.Perenimi': upper(person.lastName),
          'isik.Eesnimi': upper(person.firstName),
          'isik.Isanimi': upper(person.parents.find(({ sex }) => sex === 'MALE')?.firstName ?? ''),
          'isik.Eesti_aadress': person.household.address,
          'isik.Staatus': asLetter(person, asked),
        })),
      },
    },
  };
}

/** RR42isikAadressKood: who lives there. Its names of the same things are others. */
export function byAddress(asked: Asked): unknown {
  const { request } = asked.request as { readonly request: unknown };
  const found = asked.country.people.filter((person) => {
    const { street, house, flat } = partsOf(person.household.address);
    return (
      person.household.municipality.replace(/^0+/, '') === textAt(request, 'vald') &&
      upper(street) === upper(textAt(request, 'tanavtalu')) &&
      house === textAt(request, 'majaNumbrivahemik') &&
      ['', flat].includes(textAt(request, 'korteriNumbrivahemik')) &&
      ['', asLetter(person, asked)].includes(textAt(request, 'staatus'))
    );
  });
  return {
    request,
    response: {
      veakood: '0',
      veatekst: '',
      isikud: {
        isik: found.map((person) => ({
          'isik.Isikukood': person.personalCode,
          'isik.Perekonnanimi': upper(person.lastName),
          'isik.Eesnimi': upper(person.firstName),
          'isik.Isanimi': '',
          'isik.Elukoha_aadress': person.household.address,
          'isik.Staatus': asLetter(person, asked),
        })),
      },
    },
  };
}

const PERSON = [
  ...['Isikukood', 'Eesnimi', 'Meesnm', 'Perenimi', 'Mperenm', 'Synniperenimi', 'Sugu', 'IsikuStaatus', 'Synniaeg', 'Surmaaeg'],
  ...['Kodakondsuskood', 'Kodakondsustekstina', 'Synnikoht', 'Perekonnaseis', 'ElukRegpe', 'Teovoime', 'KirjeStaatus', 'SaabEestisse'],
  ...['ViimatiPar', 'IsikuSeisund', 'Andmed', 'Emakeel', 'Rahvus', 'Haridus', 'EKRIIK', 'EKmaakond', 'EKvald', 'EKasula', 'Tegevusala'],
  ...['Amet', 'Eriala', 'Isanimi', 'KoviSaabus', 'Syriikkd', 'Syriiginimi', 'ElukAlates'],
];
const RELATION = [
  ...['Suhtetyyp', 'Isikukood', 'Perenimi', 'Eesnimi', 'Isanimi', 'Eesti_aadress', 'Synnikoht', 'IsikuStaatus', 'Staatus', 'Alguskp'],
  ...['Lopukp', 'IsikuIsikukood'],
];
const HOME = [
  ...['Riigikood', 'Riiginimetus', 'MaakonnaKood', 'MaakonnaNimetus', 'VallaKood', 'VallaNimetus', 'KylaKood', 'KylaNimetus', 'Tanav'],
  ...['Majanr', 'Korterinr', 'AadressTekstina', 'Postiindeks', 'Algusekuup', 'Lopukuup', 'AadressiLiik', 'IsikuIsikukood'],
];

/** RR96IsikDokElukSuhe: groups side by side, joined by personal code. */
export function inFull(asked: Asked): unknown {
  const { request } = asked.request as { readonly request: unknown };
  const found = asked.country.people
    .filter(
      (person) =>
        person.personalCode.startsWith(textAt(request, 'Isikukood')) &&
        beginsWith(person.firstName, textAt(request, 'Isikueesnimi')) &&
        beginsWith(person.lastName, textAt(request, 'Isikuperenimi')),
    )
    .slice(0, Number(textAt(request, 'VastusteArv') || '10'));
  return {
    request,
    response: {
      Veakood: '0',
      Veatekst: '',
      Isikud: {
        Isikuandmed: found.map((person) => ({
          ...empty('Isikuandmed.', PERSON),
          'Isikuandmed.Isikukood': person.personalCode,
          'Isikuandmed.Eesnimi': upper(person.firstName),
          'Isikuandmed.Perenimi': upper(person.lastName),
          'Isikuandmed.Synniaeg': dotted(person.birthDate),
          'Isikuandmed.IsikuStaatus': asLetter(person, asked),
        })),
      },
      Dokumendid: { Dokumendiandmed: [] },
      Suhted: {
        Suhe: found.flatMap((person) =>
          relationsOf(person).map(([kind, other]) => ({
            ...empty('Suhe.', RELATION),
            'Suhe.Suhtetyyp': kind,
            'Suhe.Isikukood': other.personalCode,
            'Suhe.Perenimi': upper(other.lastName),
            'Suhe.Eesnimi': upper(other.firstName),
            'Suhe.IsikuIsikukood': person.personalCode,
          })),
        ),
      },
      Elukohad: {
        Elukohaandmed: found.map((person) => ({
          ...empty('Elukohaandmed.', HOME),
          'Elukohaandmed.AadressTekstina': person.household.address,
          'Elukohaandmed.Algusekuup': dotted(person.household.since),
          'Elukohaandmed.IsikuIsikukood': person.personalCode,
        })),
      },
      Kontaktid: { Kontaktandmed: [] },
      Hooldusoigused: { Hooldusoigus: [] },
    },
  };
}
