import { homeOwnedBy, type PropertyFact } from '../facts/properties.ts';
import type { Person } from '../person.ts';
import { type Asked, type SimulatedRegister, textAt } from './register.ts';

/** The land register: .NET, so that members stand in alphabetical order and what is absent is nil; all is well when teade is OK. */
export const kinnistusraamat: SimulatedRegister = {
  name: 'kinnistusraamat',
  subsystem: 'EE/GOV/70000310/kr',
  wsdl: 'kinnistusraamat.wsdl',
  services: {
    Kinnistu_Lihtandmed({ request, country, today }) {
      const person = country.find(textAt(request, 'request', 'kood'));
      const home = person && homeOwnedBy(person, today);
      const owned = person !== undefined && home?.owners.includes(person) === true ? [home] : [];
      const count = String(owned.length);
      return {
        kirjete_arv_kokku: count,
        kirjete_arv_paringus: count,
        kood: '0',
        lehekylje_nr: '1',
        omandid: null,
        registriosad: {
          KinnistuRegistriosa: owned.map((property) => ({
            digitaalne_toimik: null,
            jaoskond_voi_osakond: 'Kinnistusosakond',
            katastriyksused: parcelsOf(property),
            kinnistu_kehtivus: 'K',
            kinnistu_liik: '2',
            kinnistu_liik_tekst: 'Korteriomand',
            kinnistu_nimi: null,
            kinnistu_number: property.registerPart,
            korteriyhistu_registrikood: null,
            omandid: {
              Omand: property.owners.map((owner) => ({ isikud: asOwner(owner), lugeja: '1', nimetaja: String(property.owners.length) })),
            },
            reaalosad: null,
          })),
        },
        teade: 'OK',
      };
    },
    Kinnistu_Detailandmed(asked) {
      const number = textAt(asked.request, 'request', 'registriosa_nr');
      const property = homes(asked).get(number);
      if (property === undefined)
        return {
          detailandmed: null,
          jagu0: null,
          jagu1: null,
          jagu2: null,
          jagu3: null,
          jagu4: null,
          kood: '1',
          teade: 'Registriosa ei leitud',
        };
      return {
        detailandmed: { kinnistu_liik: '2', kinnistu_liik_tekst: 'Korteriomand', registriosa_nr: number },
        jagu0: null,
        jagu1: { Jagu1: [{ jao_nr: '1', katastriyksused: parcelsOf(property), registriosa_nr: number }] },
        jagu2: {
          Jagu2: [
            {
              jao_nr: '2',
              omandiosad: {
                'Jagu2.Omandiosa': property.owners.map((owner) => ({
                  isikud: asOwner(owner),
                  omandiosa_lugeja: '1',
                  omandiosa_nimetaja: String(property.owners.length),
                })),
              },
              registriosa_nr: number,
            },
          ],
        },
        jagu3: null,
        jagu4: {
          Jagu4: property.mortgaged
            ? [
                {
                  jao_nr: '4',
                  kande_liik_tekst: 'Hüpoteek',
                  kande_tekst: `<p>Hüpoteek summas <b>50 000,00 €</b> AS Näidispank kasuks.</p><p>Sisse kantud ${asked.today.year - 3}.</p>`,
                  registriosa_nr: number,
                },
              ]
            : [],
        },
        kood: '0',
        teade: 'OK',
      };
    },
  },
};

/** Every home there is, by its number. */
function homes({ country, today }: Asked): ReadonlyMap<string, PropertyFact> {
  return new Map(
    country.people.flatMap((person): [string, PropertyFact][] => {
      const home = homeOwnedBy(person, today);
      return home === undefined ? [] : [[home.registerPart, home]];
    }),
  );
}

function parcelsOf({ address, cadastralNumber }: PropertyFact) {
  return {
    KinnistuKatastriyksus: [
      {
        aadressobjekt: null,
        katastritunnus: cadastralNumber,
        katastriyksuse_aadress: address,
        pindala: '1200',
        pindala_yhik: 'm2',
        plaanialusel: null,
        sihtotstarbed: { Sihtotstarve: [{ jrk: '1', protsent: '100', sihtotstarve: '001', sihtotstarve_tekst: 'Elamumaa' }] },
      },
    ],
  };
}

function asOwner(person: Person) {
  return {
    KinnistuIsik: [
      {
        eesnimi: person.firstName,
        isiku_koodid: { Isiku_kood: [{ r_kood: person.personalCode, r_riik: 'EST' }] },
        isiku_liik: 'Füüsiline isik',
        isiku_liik_ID: '1',
        isiku_tyyp: null,
        kodakondsus: 'EST',
        nimi: person.lastName,
        synniaeg: null,
      },
    ],
  };
}
