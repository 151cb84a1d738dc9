import type { Text } from '../../platform/index.ts';
import { type Coded, coded, named } from '../values.ts';

type Labels = Readonly<Record<string, Text>>;

/** State of an undertaking (registries 3.11). */
export const COMPANY_STATUS: Labels = {
  R: { et: 'registrisse kantud', en: 'entered in the register', ru: 'внесено в регистр' },
  L: { et: 'likvideerimisel', en: 'in liquidation', ru: 'ликвидируется' },
  N: { et: 'pankrotis', en: 'bankrupt', ru: 'банкрот' },
  K: { et: 'kustutatud', en: 'deleted', ru: 'удалено' },
};

/** Roles that bring the right to represent. */
const REPRESENTING: Labels = {
  JUHL: { et: 'juhatuse liige', en: 'member of the management board', ru: 'член правления' },
  JUHE: { et: 'juhatuse esimees', en: 'chair of the management board', ru: 'председатель правления' },
  JUHA: { et: 'juhatuse ainuliige', en: 'sole member of the management board', ru: 'единственный член правления' },
  JUHJ: { et: 'juhatuse liige (juhataja)', en: 'member of the management board (director)', ru: 'член правления (руководитель)' },
  PROK: { et: 'prokurist', en: 'procurator', ru: 'прокурист' },
  FIE: { et: 'füüsilisest isikust ettevõtja', en: 'sole proprietor', ru: 'предприниматель-физическое лицо' },
  TOSAN: { et: 'täisosanik', en: 'general partner', ru: 'полный товарищ' },
  LIKV: { et: 'likvideerija', en: 'liquidator', ru: 'ликвидатор' },
  LIKVJ: { et: 'juhatuse liikmest likvideerija', en: 'board member as liquidator', ru: 'член правления, ликвидатор' },
  PANKR: { et: 'pankrotihaldur', en: 'trustee in bankruptcy', ru: 'конкурсный управляющий' },
  VFILJ: { et: 'filiaali juhataja', en: 'branch manager', ru: 'руководитель филиала' },
  ESIS: { et: 'esindama õigustatud isik', en: 'person entitled to represent', ru: 'лицо с правом представительства' },
  ASES: { et: 'asutuse esindusõiguslik isik', en: 'representative of the institution', ru: 'представитель учреждения' },
};

/** The usual ones; since 1 September 2023 an OÜ's shareholder is OSAN where the register card has them, and O elsewhere. */
const ROLE: Labels = {
  ...REPRESENTING,
  OSAN: { et: 'osanik', en: 'shareholder', ru: 'участник' },
  O: { et: 'osanik', en: 'shareholder', ru: 'участник' },
  S: { et: 'aktsionär', en: 'stockholder', ru: 'акционер' },
  A: { et: 'asutaja', en: 'founder', ru: 'учредитель' },
  UOSAN: { et: 'usaldusosanik', en: 'limited partner', ru: 'коммандитист' },
  N: { et: 'nõukogu liige', en: 'member of the supervisory board', ru: 'член совета' },
  E: { et: 'nõukogu esimees', en: 'chair of the supervisory board', ru: 'председатель совета' },
  YHL: { et: 'ühistu liige', en: 'member of the cooperative', ru: 'член товарищества' },
  HUL: { et: 'hooneühistu liige', en: 'member of the building association', ru: 'член жилищного кооператива' },
  H: { et: 'hooneühistu liige', en: 'member of the building association', ru: 'член жилищного кооператива' },
  W: { et: 'tegelik kasusaaja', en: 'beneficial owner', ru: 'фактический выгодоприобретатель' },
};

/** A role; one that is not known here in the register's own words. */
export function roleOf(entry: { readonly isiku_roll?: string; readonly isiku_roll_tekstina?: string }): Coded | undefined {
  const role = coded(entry.isiku_roll, ROLE);
  return role?.label === undefined ? named(entry.isiku_roll, entry.isiku_roll_tekstina) : role;
}

export function mayRepresent(role: Coded): boolean {
  return Object.hasOwn(REPRESENTING, role.code);
}
