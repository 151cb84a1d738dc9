import { type Static, Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { present, said, words } from '../values.ts';
import { ads } from './contract.ts';
import { ADSnormal } from './generated/ads.ts';

/** An address as the state writes it, with its keys. */
export interface Addresses {
  readonly address?: string;
  readonly candidates: readonly { readonly adrId: string; readonly codeAddress?: string }[];
}

const Parameters = Type.Object({ text: Type.String({ minLength: 3, maxLength: 200 }) }, { additionalProperties: false });

/** Aadressi normaliseerimine, by ADSnormal: a text to an address. No personal data. */
export const address: QueryType<Static<typeof Parameters>, Addresses> = {
  ...COMMON,
  code: 'ADS.NORMALISE',
  registry: 'ads',
  name: { et: 'Aadressi otsing', en: 'Search for an address', ru: 'Поиск адреса' },
  launch: ['SEARCH'],
  legalBasis: 'ADS määrus § 4; SHS § 142 lg 1',
  allowedKinds: kindsOf('X'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'],
  storage: { class: 'STORABLE', confirmed: true },
  freshHours: 720,
  fields: ['address', 'candidates'],
  parameters: Parameters,
  service: { code: 'ADSnormal', version: 'v2' },
  buildRequest: ({ parameters }) => ads.write(ADSnormal, { aadressid: { aadress: [{ tekst: parameters.text }] } }),
  readAnswer(body, question) {
    const answer = ads.read(ADSnormal, body);
    if (!answer.ok) return answer;
    const { aadressid, lahiAadress, optiAadress, taisAadress, teade } = answer.value;
    const found = aadressid?.aadress ?? [];
    const believed = credible(question, { many: { aadressid: found } });
    if (!believed.ok) return believed;
    const candidates = found.flatMap((one) => {
      const adrId = said(one.adrId);
      // An address that is not in the system has no id, or nought.
      return adrId === undefined || Number(adrId) <= 0 ? [] : present({ adrId, codeAddress: said(one.koodaadress) });
    });
    if (candidates.length === 0) return ok({ state: 'NOT_FOUND', ...words(teade) });
    const text = said(taisAadress) ?? said(optiAadress) ?? said(lahiAadress);
    return ok({ state: 'FOUND', record: present<Addresses>({ address: text, candidates }) });
  },
};
