// Generated from wsdl/mta.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface KovTooandjad {
  readonly keha: PersonalIdentityCodeAndPeriod;
}

export interface PersonalIdentityCodeAndPeriod {
  readonly isikukood: string;
  readonly algkuup: string;
  readonly loppkuup: string;
}

export interface KovTooandjadResponse {
  readonly paring: PersonalIdentityCodeAndPeriod;
  readonly keha: IndividualEmployerPayments;
}

export interface IndividualEmployerPayments {
  readonly isik?: PersonalIdentityCodeAndName;
  readonly lisainfo?: string;
  readonly tooandjad?: IndividualEmployerPayments_tooandjad;
}

export interface PersonalIdentityCodeAndName {
  readonly isikukood: string;
  readonly nimi: string;
}

export interface IndividualEmployerPayments_tooandjad {
  readonly item: readonly EmployerPayments[];
}

export interface EmployerPayments {
  readonly regnr: string;
  readonly nimi?: string;
  readonly periood?: string;
  readonly vmLiigid?: string;
  readonly vmSumma?: string;
  readonly tmSumma?: string;
  readonly valuuta?: string;
}

export interface KovEttevotjad {
  readonly keha: PersonalIdentityCodeAndYear;
}

export interface PersonalIdentityCodeAndYear {
  readonly isikukood: string;
  readonly aasta: string;
}

export interface KovEttevotjadResponse {
  readonly paring: PersonalIdentityCodeAndYear;
  readonly keha: SelfEmployedEntrepreneurEarnings;
}

export interface SelfEmployedEntrepreneurEarnings {
  readonly isik: PersonalIdentityCodeAndName;
  readonly lisainfo?: string;
  readonly avanss?: string;
  readonly etulu?: string;
  readonly tulu71?: string;
  readonly tulu72?: string;
  readonly tulu73?: string;
  readonly tulu81?: string;
  readonly tulu85?: string;
  readonly tulu87?: string;
  readonly valuuta?: string;
}

const types = {
  kovTooandjad: {
    members: [
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'PersonalIdentityCodeAndPeriod' },
    ],
    attributes: [],
    text: false,
  },
  PersonalIdentityCodeAndPeriod: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'algkuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'loppkuup', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kovTooandjadResponse: {
    members: [
      { name: 'paring', namespace: '', optional: false, many: false, nillable: false, type: 'PersonalIdentityCodeAndPeriod' },
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'IndividualEmployerPayments' },
    ],
    attributes: [],
    text: false,
  },
  IndividualEmployerPayments: {
    members: [
      { name: 'isik', namespace: '', optional: true, many: false, nillable: false, type: 'PersonalIdentityCodeAndName' },
      { name: 'lisainfo', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tooandjad', namespace: '', optional: true, many: false, nillable: false, type: 'IndividualEmployerPayments_tooandjad' },
    ],
    attributes: [],
    text: false,
  },
  PersonalIdentityCodeAndName: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  IndividualEmployerPayments_tooandjad: {
    members: [
      { name: 'item', namespace: '', optional: true, many: true, nillable: false, type: 'EmployerPayments' },
    ],
    attributes: [],
    text: false,
  },
  EmployerPayments: {
    members: [
      { name: 'regnr', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'nimi', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'periood', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'vmLiigid', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'vmSumma', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tmSumma', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valuuta', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kovEttevotjad: {
    members: [
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'PersonalIdentityCodeAndYear' },
    ],
    attributes: [],
    text: false,
  },
  PersonalIdentityCodeAndYear: {
    members: [
      { name: 'isikukood', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'aasta', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  kovEttevotjadResponse: {
    members: [
      { name: 'paring', namespace: '', optional: false, many: false, nillable: false, type: 'PersonalIdentityCodeAndYear' },
      { name: 'keha', namespace: '', optional: false, many: false, nillable: false, type: 'SelfEmployedEntrepreneurEarnings' },
    ],
    attributes: [],
    text: false,
  },
  SelfEmployedEntrepreneurEarnings: {
    members: [
      { name: 'isik', namespace: '', optional: false, many: false, nillable: false, type: 'PersonalIdentityCodeAndName' },
      { name: 'lisainfo', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'avanss', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'etulu', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tulu71', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tulu72', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tulu73', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tulu81', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tulu85', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'tulu87', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'valuuta', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
} as const satisfies TypeTable;

export const kovTooandjad: Operation<KovTooandjad, KovTooandjadResponse> = {
  serviceCode: 'kovTooandjad',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'kovTooandjad', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'kovTooandjad' }, types),
  response: bodyCodec({ name: 'kovTooandjadResponse', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'kovTooandjadResponse' }, types),
};

export const kovEttevotjad: Operation<KovEttevotjad, KovEttevotjadResponse> = {
  serviceCode: 'kovEttevotjad',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'kovEttevotjad', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'kovEttevotjad' }, types),
  response: bodyCodec({ name: 'kovEttevotjadResponse', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'kovEttevotjadResponse' }, types),
};
