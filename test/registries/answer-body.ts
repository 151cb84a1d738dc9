import { resolve } from 'node:path';
import { type BodyElement, readBody } from '../../src/xroad/index.ts';

/** A body as it comes out of a message. */
export function answerBody(xml: string): BodyElement {
  const body = readBody(xml);
  if (!body.ok) throw new Error(body.error.text);
  return body.value;
}

/** Where our contract of that name lies. */
export function contractFileOf(name: string): string {
  return resolve(import.meta.dirname, '../../wsdl', name);
}
