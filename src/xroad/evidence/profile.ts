import type { ClientId } from '../identifier.ts';
import { type Certificate, subjectValue } from './certificate.ts';

type MemberId = Pick<ClientId, 'xRoadInstance' | 'memberClass' | 'memberCode'>;

const COMMON_NAME = '2.5.4.3';
const SERIAL_NUMBER = '2.5.4.5';
const COUNTRY = '2.5.4.6';
const ORGANIZATION = '2.5.4.10';
const BUSINESS_CATEGORY = '2.5.4.15';
const ORGANIZATION_IDENTIFIER = '2.5.4.97';

/** Registers that Estonian organisation identifiers name (ETSI EN 319 412-1, 5.1.4), and the member class of each. */
const REGISTERS: ReadonlyMap<string, string> = new Map([
  ['NTREE-', 'COM'],
  ['GO:EE-', 'GOV'],
  ['NP:EE-', 'NGO'],
]);
/** First digit of an Estonian registry code, and the member class its holders are in. */
const CLASSES_BY_DIGIT: Readonly<Record<string, string>> = { 7: 'GOV', 8: 'NGO', 9: 'NGO' };

/**
 * Which member a signing certificate was issued to. How the subject says so is agreed in each country; the trust list names the agreement
 * by a Java class of X-Road's (`certificateProfileInfo`). Undefined when the agreement is not known or the subject does not follow it.
 */
export function memberOf(certificate: Certificate, profile: string, instance: string): MemberId | undefined {
  const name = profile.slice(profile.lastIndexOf('.') + 1).replace(/CertificateProfileInfoProvider$/, '');
  const read = Object.hasOwn(PROFILES, name) ? PROFILES[name] : undefined;
  const member = read?.((oid) => subjectValue(certificate, oid), instance);
  return member?.memberCode === undefined || member.memberClass === undefined || member.xRoadInstance === undefined
    ? undefined
    : { xRoadInstance: member.xRoadInstance, memberClass: member.memberClass, memberCode: member.memberCode };
}

type Subject = (oid: string) => string | undefined;

const PROFILES: Readonly<Record<string, (subject: Subject, instance: string) => { [part in keyof MemberId]: string | undefined }>> = {
  /** Estonia: an organisation identifier, or in older certificates the registry code alone. */
  SkKlass3(subject, instance) {
    const organisation = subject(ORGANIZATION_IDENTIFIER);
    if (organisation !== undefined) {
      const memberClass = REGISTERS.get(organisation.slice(0, 6));
      return {
        xRoadInstance: instance,
        memberClass: memberClass ?? 'NEE',
        memberCode: memberClass === undefined ? organisation : organisation.slice(6),
      };
    }
    const code = subject(SERIAL_NUMBER);
    const isCode = code !== undefined && /^[1-9][0-9]{7}$/.test(code);
    return { xRoadInstance: instance, memberClass: isCode ? (CLASSES_BY_DIGIT[code.charAt(0)] ?? 'COM') : undefined, memberCode: code };
  },
  /** Finland: `instance/server/class` as serial number. */
  FiVRK(subject) {
    const [xRoadInstance, , memberClass, ...more] = subject(SERIAL_NUMBER)?.split('/') ?? [];
    return { xRoadInstance, memberClass: more.length === 0 ? memberClass : undefined, memberCode: subject(COMMON_NAME) };
  },
  Ejbca: (subject) => ({ xRoadInstance: subject(COUNTRY), memberClass: subject(ORGANIZATION), memberCode: subject(COMMON_NAME) }),
  Basic: (subject, instance) => ({ xRoadInstance: instance, memberClass: subject(BUSINESS_CATEGORY), memberCode: subject(SERIAL_NUMBER) }),
};
