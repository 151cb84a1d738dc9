import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, openContract, readMessage } from '../../src/xroad/index.ts';
import { shared } from '../shared.ts';
import { type Asked, type Door, soapRequest } from './door.ts';

const NAMESPACE = 'http://producers.star.xtee.riik.ee/producer/star';

/** A request element with its members, as the contract has them. */
export function body(service: string, members: Readonly<Record<string, string>>): string {
  const inner = Object.entries(members).map(([name, text]) => `<${name}>${text}</${name}>`);
  return `<p:${service}Request xmlns:p="${NAMESPACE}">${inner.join('')}</p:${service}Request>`;
}

/** Asks a service about care at the door. What comes back: the response element, or the fault. */
export async function askCare(door: Door, service: string, members: Readonly<Record<string, string>>, asked: Asked = {}) {
  const reply = await door.app.inject({
    method: 'POST',
    url: '/xroad/soap',
    headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' },
    payload: soapRequest({ ...asked, service, body: body(service, members) }),
  });
  const message = readMessage(reply.rawPayload, String(reply.headers['content-type']));
  if (!message.ok) throw new Error(message.error.text);
  return message.value.kind === 'fault' ? { fault: message.value.fault, xml: '' } : { fault: undefined, xml: message.value.body.xml };
}

/** The texts of all elements of the name. */
export function texts(xml: string, name: string): readonly (string | undefined)[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text);
}

/** The contract that STAR's consumers have, with an element for the type that the file of a result has. */
export function realContract(): Contract {
  const text = readFileSync(join(shared, 'registries/wsdl/star/star.wsdl'), 'utf8');
  const element = '<element name="Hooldajad" type="star:Hooldajad"/>';
  const contract = openContract(text.replace(/<element name="Hooldaja" type="star:Hooldaja"\/>/, (own) => `${own}${element}`));
  if (!contract.ok) throw new Error(contract.error.text);
  return contract.value;
}
