import { scan } from '../../src/xroad/scan.ts';
import { compileJudge } from '../../src/xroad/schema/judge.ts';
import { schemaSet } from '../../src/xroad/schema/schema-set.ts';
import { compileSchemas } from '../../src/xroad/schema/validator.ts';
import { readWsdl } from '../../src/xroad/schema/wsdl.ts';

/** Two verdicts on a body: our judge's, who may only say yes when it is sure, and libxml2's. */
export interface Verdicts {
  readonly surely: boolean;
  readonly valid: boolean;
}

/** Both judges of a contract's schemas. */
export function judgesOf(wsdlText: string): (xml: string) => Verdicts {
  const wsdl = readWsdl(wsdlText);
  if (!wsdl.ok) throw new Error(wsdl.error.text);
  const validator = compileSchemas(wsdl.value);
  if (!validator.ok) throw new Error(validator.error.text);
  const isSurelyValid = compileJudge(schemaSet(wsdl.value.schemas));
  return (xml) => {
    const scanned = scan(xml, 'utf-8');
    return {
      surely: scanned.ok && scanned.value.plain && isSurelyValid(scanned.value.root),
      valid: validator.value.validate(xml).ok,
    };
  };
}

/** A contract of nothing but these definitions, in the namespace `urn:t` (prefix `t`), local elements unqualified. */
export function contractOf(definitions: string): string {
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">${definitions}</xs:schema></types></definitions>`;
}
