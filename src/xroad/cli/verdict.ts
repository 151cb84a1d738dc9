import { type EvidenceDefect, formatClientId, formatServiceId, type Proof, type Result } from '../index.ts';

/** A verdict on a signed document for somebody who is not a programmer: first whether it holds, then what exactly it proves. */
export function verdict(proof: Result<Proof, EvidenceDefect>): string {
  if (!proof.ok) {
    return `NOT VALID (${proof.error.code})\n\n${proof.error.text}\nThis file proves nothing.\n`;
  }
  const { message, certificate, absent, ...facts } = proof.value;
  const { direction, protocol, client, service } = message;
  const what =
    direction === 'request'
      ? `A request of ${formatClientId(client)} to the service ${formatServiceId(service)}`
      : `The answer of the service ${formatServiceId(service)} to ${formatClientId(client)}`;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['What it is', `${what} (${protocol})`],
    ['Message id', message.id],
    ['Answers the request whose SHA-512 is', message.requestHash],
    ['Signed by', `${facts.signer}, with the certificate ${certificate.serialNumber} of ${certificate.subject}`],
    ['Certificate issued by', certificate.issuer],
    ['Certificate was good', `${facts.certificateGoodAt}, says its issuer`],
    ['Signed, says the signer, at', facts.claimedAt],
    ['Signed, as is proven, before', `${facts.timeStampedAt}, says ${facts.timeStampedBy}`],
    ['The signature covers', facts.covered.join(', ')],
    ['It does NOT cover, and they prove nothing', facts.uncovered.join(', ')],
    ['Signed too, but not in this file', Object.keys(absent).join(', ')],
  ];
  const told = lines.filter(([, value]) => value !== undefined && value !== '');
  return `VALID\n\nWhat the signature covers is as it was signed.\n\n${told.map(([name, value]) => `${name}:\n    ${value}\n`).join('')}`;
}
