import { cutOut } from './cut-out.ts';
import { defect, type MessageDefect } from './defect.ts';
import { ok, type Result } from './result.ts';
import { scan } from './scan.ts';
import type { ScannedElement } from './scanned.ts';

/** The one element of a SOAP body. */
export interface BodyElement {
  readonly namespace: string;
  readonly localName: string;
  /** The element alone as a well-formed document: the very characters sent, with the namespaces in scope declared. */
  readonly xml: string;
  /** The element as it was scanned with its message, and whether that is plain. */
  readonly element: ScannedElement;
  readonly plain: boolean;
}

/** A body to be judged or read: as text, or as it came with its message, which saves scanning it again. */
export type Body = string | BodyElement;

/** The body element of a message that was read. It is cut out only for who asks for its text: who judges and reads the element does not. */
export class BodyInMessage implements BodyElement {
  readonly namespace: string;
  readonly localName: string;
  readonly element: ScannedElement;
  readonly plain: boolean;
  readonly #text: string;

  constructor(text: string, element: ScannedElement, plain: boolean) {
    this.namespace = element.namespace;
    this.localName = element.localName;
    this.element = element;
    this.plain = plain;
    this.#text = text;
  }

  get xml(): string {
    return cutOut(this.#text, this.element);
  }
}

/** A body that stands alone. Whether it is well-formed is known only where it is plain. */
export function readBody(body: Body): Result<BodyElement, MessageDefect> {
  if (typeof body !== 'string') return ok(body);
  if (!body.isWellFormed()) return defect('InvalidBody', 'the body element holds lone surrogates');
  const scanned = scan(body, 'utf-8');
  if (!scanned.ok) return scanned;
  const { root, plain } = scanned.value;
  return ok({ namespace: root.namespace, localName: root.localName, xml: body, element: root, plain });
}
