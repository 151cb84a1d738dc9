import type { DeclarationReading } from '../declaration-service.ts';
import { said } from '../values.ts';

/**
 * What the tax board's codes to an uploaded file mean. Unconfirmed, both: the codes of `messages/item` are not public (registries 3.5), and these
 * are proposed until the tax board has told its own. A code that is not here means nothing to us: it is neither yes nor no.
 */
const MEANINGS: Readonly<Record<string, 'ACCEPTED' | 'REJECTED'>> = {
  OK: 'ACCEPTED',
  VASTU_VOETUD: 'ACCEPTED',
  VIGA: 'REJECTED',
  TAGASI_LYKATUD: 'REJECTED',
};

/** Codes are short names. What is no such thing may be a sentence, with somebody's code in it. */
const NAME = /^(?!.*\d{11})[\w.-]{1,40}$/;

/** Believed when all codes say the same, and each is known. */
export function readCodes(told: readonly (string | undefined)[]): DeclarationReading {
  const codes = told.map((code) => said(code) ?? '');
  const meanings = new Set(codes.map((code) => (Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined)));
  const [meaning] = meanings;
  const shown = codes.map((code) => (NAME.test(code) ? code : 'NOT_A_CODE'));
  return { state: meanings.size === 1 && meaning !== undefined ? meaning : 'NOT_UNDERSTOOD', codes: shown };
}
