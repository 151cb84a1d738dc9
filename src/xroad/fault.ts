import { defect, type MessageDefect } from './defect.ts';
import { SOAP_ENVELOPE } from './namespaces.ts';
import { ok, type Result } from './result.ts';
import type { ScannedElement } from './scanned.ts';
import { escapeFaultText } from './xml-text.ts';

/** A SOAP 1.1 fault. The code is as written by whoever made it: see {@link normaliseFaultCode}. */
export interface SoapFault {
  readonly code: string;
  readonly text: string;
  readonly actor?: string;
  /** Text inside `detail`; a security server puts the key of its own log there. */
  readonly detail?: string;
}

/** The message that carries a fault: unqualified children, no header, as security servers write it (PR-MESS 2.5). */
export function writeFault(fault: SoapFault): Uint8Array {
  const actor = fault.actor === undefined ? '' : `<faultactor>${escapeFaultText(fault.actor)}</faultactor>`;
  const detail = fault.detail === undefined ? '' : `<detail><faultDetail>${escapeFaultText(fault.detail)}</faultDetail></detail>`;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP_ENVELOPE}"><SOAP-ENV:Body><SOAP-ENV:Fault>` +
      `<faultcode>${escapeFaultText(fault.code)}</faultcode><faultstring>${escapeFaultText(fault.text)}</faultstring>${actor}${detail}` +
      '</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>',
  );
}

/** Reads the Fault element. Children are unqualified; those that inherited the envelope's namespace by default are taken too. */
export function readFault(element: ScannedElement): Result<SoapFault, MessageDefect> {
  const childOf = (name: string): ScannedElement | undefined =>
    element.children.find((child) => child.localName === name && (child.namespace === '' || child.namespace === SOAP_ENVELOPE));
  const code = childOf('faultcode');
  if (code === undefined || code.text.trim() === '') return defect('InvalidSoap', 'the fault has no faultcode');
  const actor = childOf('faultactor')?.text;
  const detail = childOf('detail');
  const detailText = detail === undefined ? '' : textInside(detail).trim();
  return ok({
    code: code.text.trim(),
    text: childOf('faultstring')?.text ?? '',
    ...(actor === undefined || actor === '' ? {} : { actor }),
    ...(detailText === '' ? {} : { detail: detailText }),
  });
}

function textInside(element: ScannedElement): string {
  return element.text + element.children.map(textInside).join('');
}
