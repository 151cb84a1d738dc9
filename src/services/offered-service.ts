import type { PersonalCode } from '../estonia/index.ts';
import type { Result } from '../platform/index.ts';
import type { BodyElement } from '../xroad/index.ts';
import type { ServiceFaultCode } from './errors.ts';

/** What an answer tells, and of whom. */
export interface Disclosure {
  /** The response element. */
  readonly bodyXml: string;
  readonly subject: PersonalCode;
  /** Whether there was anything to tell: an empty answer is a disclosure as well. */
  readonly found: boolean;
}

/** Why a service does not answer. Never with a value of the request: it may be a personal code. */
export interface ServiceRefusal {
  readonly code: ServiceFaultCode;
  /** For the asker's developer: elements and rules. */
  readonly detail?: string;
}

/** A service of the register as other registers may call it. It answers; who may ask, and what is written down of it, is the door's. */
export interface OfferedService {
  readonly code: string;
  readonly version: string;
  /** The request element, exactly: a security server only looks whether its name begins with the service code (PR-MESS 2.4). */
  readonly request: { readonly namespace: string; readonly localName: string };
  answer(body: BodyElement): Promise<Result<Disclosure, ServiceRefusal>>;
}
