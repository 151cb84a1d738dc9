import { resolve } from 'node:path';
import type { BodyElement } from '../../src/xroad/index.ts';

/** A body as it comes out of a message. */
export function answerBody(xml: string): BodyElement {
  const [, prefix, localName = ''] = /^<(\w+):(\w+)/.exec(xml) ?? [];
  return { localName, namespace: new RegExp(`xmlns:${prefix}="([^"]+)"`).exec(xml)?.[1] ?? '', xml };
}

/** Where our contract of that name lies. */
export function contractFileOf(name: string): string {
  return resolve(import.meta.dirname, '../../wsdl', name);
}
