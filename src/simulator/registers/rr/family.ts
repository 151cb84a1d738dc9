import type { Temporal } from '../../../platform/index.ts';
import type { Person } from '../../person.ts';
import { type Asked, dotted, isAlive, textAt, upper } from '../register.ts';
import { answerOf, NOT_IN_REGISTER, NOT_IN_REGISTER_TEXT } from './subject.ts';

export function relationsOf(person: Person): readonly (readonly [string, Person])[] {
  return [
    ...(person.spouse === undefined ? [] : [['ABIKAASA', person.spouse] as const]),
    ...person.children.map((child) => ['LAPS', child] as const),
    ...person.parents.map((parent) => [parent.sex === 'MALE' ? 'ISA' : 'EMA', parent] as const),
  ];
}

/** A right of custody, as seen from one of the two it binds. */
interface Right {
  readonly role: 'VANEM' | 'LAPS';
  readonly kind: 'H10' | 'H20';
  readonly holder: Person;
  readonly other: Person;
  readonly from: Temporal.PlainDate;
}

/** Both parents have both kinds of custody of their children: of the person, and of property. */
export function custodyOf(person: Person): readonly Right[] {
  const kinds = ['H10', 'H20'] as const;
  return [
    ...person.children.flatMap((child) =>
      kinds.map((kind): Right => ({ role: 'VANEM', kind, holder: person, other: child, from: child.birthDate })),
    ),
    ...person.parents.flatMap((parent) =>
      kinds.map((kind): Right => ({ role: 'LAPS', kind, holder: parent, other: parent, from: person.birthDate })),
    ),
  ];
}

/** RR84IsikuSeosed. */
export function relations(asked: Asked): unknown {
  return answerOf(
    asked,
    (person) => ({ ...headOf(person, asked), Veakood: '0', Veatekst: '', Suhted: relatedTo(person, asked) }),
    () => ({ ...NOBODY, Veakood: NOT_IN_REGISTER, Veatekst: NOT_IN_REGISTER_TEXT, Suhted: { Suhe: [] } }),
  );
}

/** RR414: the same with custody, its lists and their items named the other way round. */
export function relationsWithCustody(asked: Asked): unknown {
  return answerOf(
    asked,
    (person) => ({
      XTeeVeaTeade: '',
      ...headOf(person, asked),
      Veakood: '0',
      Veatekst: '',
      Suhted: relatedTo(person, asked),
      Hooldusoigus: {
        Hooldusoigused: custodyOf(person).map(({ role, kind, other, from, holder }) => ({
          'Hooldusoigused.hoRoll': role,
          'Hooldusoigused.hoLiik': kind,
          'Hooldusoigused.hoSisu': '',
          'Hooldusoigused.hoTeineIK': other.personalCode,
          'Hooldusoigused.hoTeineEesnimi': upper(other.firstName),
          'Hooldusoigused.hoTeinePerenimi': upper(other.lastName),
          'Hooldusoigused.hoOlekStat': stateOf(other, asked),
          'Hooldusoigused.hoAlgus': dotted(from),
          'Hooldusoigused.hoLopp': '',
          'Hooldusoigused.hoPrimIsik': holder.personalCode,
        })),
      },
    }),
    () => ({
      XTeeVeaTeade: NOT_IN_REGISTER_TEXT,
      ...NOBODY,
      Veakood: NOT_IN_REGISTER,
      Veatekst: NOT_IN_REGISTER_TEXT,
      Suhted: { Suhe: [] },
      Hooldusoigus: { Hooldusoigused: [] },
    }),
  );
}

/** RR465isikuHooldusoigused: who has no right of custody, and who is not there, get a text alone. */
export function custodyRights(asked: Asked): unknown {
  const { request } = asked.request as { readonly request: unknown };
  const person = asked.country.find(textAt(asked.request, 'request', 'Isikukood'));
  const rights = person === undefined ? [] : custodyOf(person).filter(({ role }) => role === textAt(asked.request, 'request', 'Roll'));
  return {
    request,
    response: {
      ...(rights.length === 0 ? { veatekst: 'Hooldusõigusi ei leitud' } : {}),
      Hooldusoigused: {
        Hooldusoigus: rights.map(({ kind, other, from }) => ({
          'Hooldusoigused.Teineisikukood': other.personalCode,
          'Hooldusoigused.Teinesynniaeg': dotted(other.birthDate),
          'Hooldusoigused.TeinePerenimi': upper(other.lastName),
          'Hooldusoigused.TeineEesnimi': upper(other.firstName),
          'Hooldusoigused.Liik': kind,
          'Hooldusoigused.Algus': dotted(from),
          'Hooldusoigused.Lopp': '',
          'Hooldusoigused.Olek': 'H1',
          'Hooldusoigused.Sisu': '',
        })),
      },
    },
  };
}

/** RR86LapseVanemad. */
export function parents(asked: Asked): unknown {
  return answerOf(
    asked,
    (person) => ({
      IsikuIsikukood: person.personalCode,
      IsikuEesnimi: upper(person.firstName),
      IsikuPerenimi: upper(person.lastName),
      IsikuStaatus: stateOf(person, asked),
      IsikuTeovoime: '',
      Veakood: '0',
      Veatekst: '',
      Dokumendid: { Dokumendiandmed: [] },
      Suhted: {
        Suhe: person.parents.map((parent) => ({
          'Suhe.Suhtetyyp': parent.sex === 'MALE' ? 'ISA' : 'EMA',
          'Suhe.Isikukood': parent.personalCode,
          'Suhe.Perenimi': upper(parent.lastName),
          'Suhe.Eesnimi': upper(parent.firstName),
          'Suhe.IsikuStaatus': stateOf(parent, asked),
          'Suhe.IsikuTeovoime': '',
          'Suhe.Alguskp': dotted(person.birthDate),
        })),
      },
    }),
    () => ({
      IsikuIsikukood: '',
      IsikuEesnimi: '',
      IsikuPerenimi: '',
      IsikuStaatus: '',
      IsikuTeovoime: '',
      Veakood: NOT_IN_REGISTER,
      Veatekst: NOT_IN_REGISTER_TEXT,
      Dokumendid: { Dokumendiandmed: [] },
      Suhted: { Suhe: [] },
    }),
  );
}

const NOBODY = { IsikuEesnimi: '', IsikuPerenimi: '', IsikuSugu: '', IsikuSynniaeg: '', IsikuStaatus: '', IsikuElukoht: '' };

function headOf(person: Person, asked: Asked): Readonly<Record<string, string>> {
  return {
    IsikuEesnimi: upper(person.firstName),
    IsikuPerenimi: upper(person.lastName),
    IsikuSugu: person.sex === 'MALE' ? 'M' : 'N',
    IsikuSynniaeg: dotted(person.birthDate),
    IsikuStaatus: stateOf(person, asked),
    IsikuElukoht: person.household.address,
  };
}

function relatedTo(person: Person, asked: Asked) {
  return {
    Suhe: relationsOf(person).map(([kind, other]) => ({
      'Suhe.Suhtetyyp': kind,
      'Suhe.sIsikukood': other.personalCode,
      'Suhe.sPerenimi': upper(other.lastName),
      'Suhe.sEesnimi': upper(other.firstName),
      'Suhe.sIsikuElukoht': other.household.address,
      'Suhe.sIsikuStaatus': stateOf(other, asked),
      'Suhe.SuhStaatus': 'KEHTIV',
    })),
  };
}

function stateOf(person: Person, { today }: Asked): string {
  return isAlive(person, today) ? 'ELUS' : 'SURNUD';
}
