import { fail } from './result.ts';

/** What can be wrong with a message, in the security server's own words (codes of X-Road 7.7 and earlier, without prefix). */
export const DEFECT_CODES = [
  'InvalidRequest',
  'InvalidHttpMethod',
  'InvalidContentType',
  'InvalidSoapAction',
  'MimeParsingFailed',
  'MissingSoap',
  'InvalidMessage',
  'InvalidSoap',
  'InvalidXml',
  'MissingHeader',
  'MissingHeaderField',
  'DuplicateHeaderField',
  'InvalidProtocolVersion',
  'InvalidClientIdentifier',
  'MissingBody',
  'InvalidBody',
  'InconsistentHeaders',
] as const;

export type DefectCode = (typeof DEFECT_CODES)[number];

/** Why a message is refused. The text is ours and names elements only, never a value: values may be personal codes. */
export interface MessageDefect {
  readonly code: DefectCode;
  readonly text: string;
}

export function defect(code: DefectCode, text: string): { readonly ok: false; readonly error: MessageDefect } {
  return fail({ code, text });
}
