import { fail } from '../result.ts';
import type { HashChainCode } from './hash-chain.ts';

/** Why a container proves nothing, in the words of X-Road's own verifier (codes of 7.7 and earlier, without prefix). */
export type EvidenceCode =
  | 'AsicInvalidContainer'
  | 'AsicMimeTypeNotFound'
  | 'AsicInvalidMimeType'
  | 'AsicMessageNotFound'
  | 'AsicSignatureNotFound'
  | 'AsicHashChainResultNotFound'
  | 'AsicHashChainNotFound'
  | 'AsicTimestampNotFound'
  | 'AsicManifestNotFound'
  | 'InvalidSoap'
  | 'InvalidRest'
  | 'MalformedSignature'
  | `MalformedSignature.${HashChainCode}`
  | 'UnsupportedAlgorithm'
  | 'InvalidReference'
  | 'InvalidSignatureValue'
  | 'TimestampValidation'
  | 'IncorrectCertificate'
  | 'InvalidCertPath'
  | 'MissingValidationInfo'
  | 'IncorrectValidationInfo'
  | 'CertValidation'
  | 'MalformedGlobalConf';

/** A reason and a sentence for people. The text never quotes the message: what it says may be about a person. */
export interface EvidenceDefect {
  readonly code: EvidenceCode;
  readonly text: string;
}

export function refuse(code: EvidenceCode, text: string): { readonly ok: false; readonly error: EvidenceDefect } {
  return fail({ code, text });
}
