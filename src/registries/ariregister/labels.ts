import type { Text } from '../../platform/index.ts';

/** State of an undertaking (registries 3.11). */
export const COMPANY_STATUS: Readonly<Record<string, Text>> = {
  R: { et: 'registrisse kantud', en: 'entered in the register', ru: 'внесено в регистр' },
  L: { et: 'likvideerimisel', en: 'in liquidation', ru: 'ликвидируется' },
  N: { et: 'pankrotis', en: 'bankrupt', ru: 'банкрот' },
  K: { et: 'kustutatud', en: 'deleted', ru: 'удалено' },
};
