import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/registries/index.ts';
import { openContract } from '../../src/xroad/index.ts';
import { BODIES } from './bodies/index.ts';

/** Another reader of the same bodies, told to guess nothing. It knows no schema, so it can only be asked for the texts, element by element. */
const other = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreAttributes: true,
  removeNSPrefix: true,
  ignorePiTags: true,
  preserveOrder: true,
});

function otherTexts(nodes: unknown, name = ''): string[] {
  if (!Array.isArray(nodes)) return [];
  const inside = nodes.flatMap((node: Record<string, unknown>) =>
    Object.entries(node).flatMap(([key, value]) => (key === '#text' ? [] : otherTexts(value, key))),
  );
  const texts = nodes.flatMap((node: Record<string, unknown>) => ('#text' in node ? [String(node['#text'])] : []));
  return texts.length > 0 && inside.length === 0 ? [`${name}=${texts.join('')}`] : inside;
}

/** The texts of what our decoder made, by the element's name. Booleans are words again. */
function ourTexts(value: unknown, name = ''): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((one) => ourTexts(one, name));
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, one]) => (key.startsWith('@') ? [] : ourTexts(one, key)));
  return [`${name}=${String(value)}`];
}

describe.each(catalogue.map((type) => [type.code, type] as const))('%s', (code, type) => {
  const bodies = BODIES[code];
  if (bodies === undefined) throw new Error(`no bodies for ${code}`);
  const contract = openContract(readFileSync(resolve(import.meta.dirname, '../../wsdl', bodies.contract), 'utf8'));
  if (!contract.ok) throw new Error(contract.error.text);

  it.each([['found', bodies.found] as const, ...(typeof bodies.notFound === 'string' ? [['notFound', bodies.notFound] as const] : [])])(
    '%s: nothing is lost or changed between the bytes and the value',
    (_name, xml) => {
      const decoded = contract.value.operations.get(type.service.code)?.response.decode(xml);
      if (decoded?.ok !== true) throw new Error('not decoded');
      // What may repeat stands first in an object of ours: the order between members is not compared.
      expect(ourTexts(decoded.value).sort()).toEqual(otherTexts(other.parse(xml)).sort());
      if (xml === bodies.found) expect(ourTexts(decoded.value).length).toBeGreaterThan(0);
    },
  );
});
