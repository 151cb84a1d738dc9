import { strictEqual } from 'node:assert/strict';
import {
  formatClientId,
  formatSecurityServerId,
  formatServiceId,
  isAcceptableIdentifier,
  isSoapAction,
  readMessage,
  SOAP_ENVELOPE,
} from '../../../src/xroad/index.ts';
import { bytesIn, rowsIn } from '../case-files.ts';
import type { Case, Suite } from '../suite.ts';

const FOLDER = 'identifiers-and-soapaction';

interface SoapActionRow {
  readonly header: string | null;
  readonly valid: boolean;
}

export const soapActions: Suite = {
  name: 'SOAPAction',
  cases: (folder) =>
    rowsIn<SoapActionRow>(folder, `${FOLDER}/soapaction.json`).map(({ header, valid }) => ({
      id: header ?? '(absent)',
      check: () => strictEqual(isSoapAction(header ?? undefined), valid),
    })),
};

interface CharacterRows {
  readonly cases?: readonly { readonly parts: readonly (string | null)[]; readonly ok: boolean }[];
}

export const identifierCharacters: Suite = {
  name: 'identifier characters',
  cases(folder) {
    const { cases = [] } = rowsIn(folder, `${FOLDER}/identifier-chars-runtime.json`) as CharacterRows;
    return cases.map(({ parts, ok }) => ({
      id: JSON.stringify(parts),
      check: () =>
        strictEqual(
          parts.every((part) => part === null || isAcceptableIdentifier(part)),
          ok,
        ),
    }));
  },
};

interface IdentifierRow {
  readonly file: string;
  readonly as: string;
  readonly expect: string | { readonly error: string };
}

/** Identifiers in XML and their canonical text, read where identifiers live: in the header of a message. */
export const identifiers: Suite = {
  name: 'identifiers in XML',
  cases: (folder) =>
    rowsIn<IdentifierRow>(folder, `${FOLDER}/identifiers-expected.json`).map(({ file, as, expect }): Case => {
      if (as.endsWith('GROUP')) return { id: file, notApplicable: 'groups are members of access lists, not of messages' };
      if (as === 'MEMBER' && typeof expect !== 'string') {
        return {
          id: file,
          notApplicable:
            'the registry asks more of identifiers than messages do: there objectType MEMBER with a subsystem is tolerated (protocol 1.2)',
        };
      }
      const check = () =>
        strictEqual(
          identifierIn(bytesIn(folder, `${FOLDER}/identifiers/${file}`).toString()),
          typeof expect === 'string' ? expect : expect.error,
        );
      return { id: file, check };
    }),
};

/** Puts the identifier into a message and gives its canonical text or the defect found. */
function identifierIn(document: string): string {
  const element = document.replace(/^\uFEFF?<\?xml[^>]*\?>/, '');
  const is = (name: string): boolean => element.includes(`:${name}`);
  const ids = 'xmlns:xroad="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers"';
  const member = '<id:xRoadInstance>EE</id:xRoadInstance><id:memberClass>GOV</id:memberClass><id:memberCode>1</id:memberCode>';
  const client = is('client ') ? element : `<xroad:client id:objectType="MEMBER">${member}</xroad:client>`;
  const service = is('service ')
    ? element
    : `<xroad:service id:objectType="SERVICE">${member}<id:serviceCode>getState</id:serviceCode></xroad:service>`;
  const server = is('securityServer ') ? element : '';
  const code = /<(?:[\w.-]+:)?serviceCode>([^<]*)</.exec(service)?.[1] ?? 'getState';
  const read = readMessage(
    Buffer.from(
      `<e:Envelope xmlns:e="${SOAP_ENVELOPE}" ${ids}><e:Header>${client}${service}${server}<xroad:id>1</xroad:id>` +
        `<xroad:protocolVersion>4.0</xroad:protocolVersion></e:Header><e:Body><${code}/></e:Body></e:Envelope>`,
    ),
    'text/xml',
  );
  if (!read.ok) return read.error.code;
  if (read.value.kind !== 'message') return 'fault';
  const { header } = read.value;
  if (is('service ')) return `SERVICE:${formatServiceId(header.service)}`;
  if (header.securityServer !== undefined) return `SERVER:${formatSecurityServerId(header.securityServer)}`;
  return `${header.client.subsystemCode === undefined ? 'MEMBER' : 'SUBSYSTEM'}:${formatClientId(header.client)}`;
}
