import { makePersonalCode, type PersonalCode } from './estonia/index.ts';
import { Temporal } from './platform/index.ts';
import type { InstitutionKind, Role } from './register/access/index.ts';
import type { Country, TaraPerson } from './simulator/index.ts';

interface Account {
  readonly username: string;
  readonly name: string;
  /** Where the person works, by registry code, and as what. */
  readonly work: readonly (readonly [institution: string, role: Role])[];
  /** Has yet to go through the first sign-in. */
  readonly isNew?: true;
}

/** Everybody whom the demonstration knows, each in the institution and role that the person has in life. All are synthetic. */
export const ACCOUNTS: readonly Account[] = [
  { username: 'mari.sotsiaaltootaja', name: 'Mari Sotsiaaltöötaja', work: [['77000312', 'SOCIAL_WORKER']] },
  { username: 'jaan.administraator', name: 'Jaan Administraator', work: [['77000312', 'ADMIN']] },
  { username: 'liis.arveldaja', name: 'Liis Arveldaja', work: [['77000312', 'SETTLEMENT']] },
  { username: 'peeter.teenuseosutaja', name: 'Peeter Teenuseosutaja', work: [['90001115', 'PROVIDER_REP']] },
  { username: 'kati.lapsendamine', name: 'Kati Lapsendamine', work: [['70001975', 'SKA_ADOPTION']] },
  { username: 'anu.operaator', name: 'Anu Operaator', work: [['70009770', 'TEHIK_OPS']] },
  { username: 'siim.jarelevalve', name: 'Siim Järelevalve', work: [['70001975', 'SKA_SUPERVISION']] },
  { username: 'tiit.kasutajatugi', name: 'Tiit Kasutajatugi', work: [['70009770', 'SUPPORT']] },
  { username: 'riin.registrijuht', name: 'Riin Registrijuht', work: [['70001975', 'REGISTRY_MANAGER']] },
  {
    username: 'kaja.kahekohaga',
    name: 'Kaja Kahekohaga',
    work: [
      ['70009770', 'SUPPORT'],
      ['70001975', 'SKA_SUPERVISION'],
    ],
  },
  { username: 'uku.uustulnuk', name: 'Uku Uustulnuk', work: [['70009770', 'TEHIK_OPS']], isNew: true },
];
/** Those of the country who may come on their own behalf, by the parts that they play. */
const CITIZENS = ['EMPLOYED_PARENT', 'UNEMPLOYED_PARENT', 'LONE_PENSIONER'];
export const INSTITUTIONS: readonly { code: string; name: string; kind: InstitutionKind; ehakCode?: string }[] = [
  { code: '77000312', name: 'Paide linn', kind: 'KOV', ehakCode: '0567' },
  { code: '70001975', name: 'Sotsiaalkindlustusamet', kind: 'SKA' },
  { code: '90001115', name: 'Näidishooldekodu SA', kind: 'PROVIDER' },
  { code: '70009770', name: 'TEHIK', kind: 'TEHIK' },
];
/** Of an account, by its place among them. */
export function personalCodeOf(index: number): PersonalCode {
  return makePersonalCode(Temporal.PlainDate.from('1980-05-17').add({ days: index }), 'FEMALE', 901 + index);
}

/** Who there is to be at TARA: those who work, and some of the country. */
export function taraPeople({ personae, find }: Country): readonly TaraPerson[] {
  const workers = ACCOUNTS.map(({ name, work }, index) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    const places = work.map(([code, role]) => `${INSTITUTIONS.find((one) => one.code === code)?.name}: ${role}`);
    return { personalCode: personalCodeOf(index), firstName, lastName, who: places.join(' / ') };
  });
  const citizens = CITIZENS.flatMap((part) => find(personae[part] ?? '') ?? []);
  return [
    ...workers,
    ...citizens.map(({ personalCode, firstName, lastName }, index) => ({
      personalCode,
      firstName,
      lastName,
      who: `${CITIZENS[index]}: no account, self-service`,
    })),
  ];
}
